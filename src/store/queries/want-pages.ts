import type { QueryContext } from "../query-context.ts";
import type { PageState } from "../item-rows.ts";
import { currentItems } from "./stored-items.ts";

/** The page of an item that is about to change. */
interface KnownPage {
  /** Null: none was wanted so far. */
  page: Pick<PageState, "dueAt" | "finishedAt"> | null;
  /** Its text in the item's current revision. */
  body: string | null;
}

/** What is known of the pages of these items; items without one are left out. */
export async function readPages(
  { db }: QueryContext,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, KnownPage>> {
  if (itemIds.length === 0) return new Map();
  const rows = await currentItems(db)
    .innerJoin("pages", "pages.itemId", "items.id")
    .select(["pages.itemId", "pages.dueAt", "pages.finishedAt", "itemRevisions.pageBody"])
    .where("pages.itemId", "in", itemIds)
    .execute();
  return new Map(
    rows.map(({ itemId, dueAt, finishedAt, pageBody }) => [itemId, { page: { dueAt, finishedAt }, body: pageBody }]),
  );
}

interface Wish {
  itemId: string;
  link: string | null;
  /** Null: its page is not wanted. */
  dueAt: number | null;
}

/** Remembers which pages are to be read. One that was settled starts its tries anew; one that is claimed stays so. */
export async function wantPages({ db }: QueryContext, wishes: readonly Wish[]): Promise<void> {
  const values = wishes.flatMap(({ itemId, link, dueAt }) =>
    link === null || dueAt === null ? [] : [{ itemId, url: link, host: new URL(link).hostname, dueAt }],
  );
  if (values.length === 0) return;
  await db
    .insertInto("pages")
    .values(values)
    .onConflict((conflict) =>
      conflict.column("itemId").doUpdateSet((eb) => ({
        url: eb.ref("excluded.url"),
        host: eb.ref("excluded.host"),
        dueAt: eb.ref("excluded.dueAt"),
        tries: eb.case().when("pages.dueAt", "is", null).then(0).else(eb.ref("pages.tries")).end(),
      })),
    )
    .execute();
}
