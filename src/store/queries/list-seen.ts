import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import { bodyOf } from "../../core/item-body.ts";
import type { ArchivedItem, ItemPosition, SeenRange } from "../item-rows.ts";
import type { QueryContext } from "../query-context.ts";
import type { Tables } from "../schema.ts";
import { currentItems } from "./stored-items.ts";

/** What a scan of many thousand items asks for: each column more is a value more for each of them. */
const COLUMNS = [
  "items.id",
  "items.feedId",
  "items.publishedAt",
  "items.firstSeenAt",
  "items.baseline",
  "itemRevisions.title",
  "itemRevisions.summary",
  "itemRevisions.body",
  "itemRevisions.pageBody",
  "itemRevisions.link",
  "itemRevisions.outlet",
  "itemRevisions.lang",
  "storyItems.storyId",
] as const;

/** Items of a range, with their current revision, in the order of `firstSeenAt` and id, from behind `after` on. */
export async function listSeen(
  { db }: QueryContext,
  { from, to, langs }: SeenRange,
  after: ItemPosition | null,
  limit: number,
): Promise<readonly ArchivedItem[]> {
  const rows = await currentItems(db)
    .leftJoin("storyItems", "storyItems.itemId", "items.id")
    .select(COLUMNS)
    .where("items.firstSeenAt", ">=", after?.firstSeenAt ?? from)
    .where("items.firstSeenAt", "<", to)
    .$if(after !== null, (query) =>
      query.where((eb) =>
        eb.or([eb("items.firstSeenAt", ">", after?.firstSeenAt ?? from), eb("items.id", ">", after?.id ?? "")]),
      ),
    )
    .$if(langs !== undefined, (query) => query.where((eb) => isOneOf(eb, langs ?? [])))
    .orderBy("items.firstSeenAt")
    .orderBy("items.id")
    .limit(limit)
    .execute();
  return rows.map(({ pageBody, baseline, ...row }) => ({
    ...row,
    body: bodyOf({ ...row, pageBody }),
    baseline: baseline === 1,
  }));
}

/** `in ()` is no SQL for PostgreSQL, and null is in no list. */
function isOneOf(
  eb: ExpressionBuilder<Tables, "itemRevisions">,
  langs: readonly (string | null)[],
): Expression<SqlBool> {
  const known = langs.filter((lang) => lang !== null);
  return eb.or([
    ...(known.length > 0 ? [eb("itemRevisions.lang", "in", known)] : []),
    ...(langs.includes(null) ? [eb("itemRevisions.lang", "is", null)] : []),
  ]);
}
