import { bodyOf } from "../../core/item-body.ts";
import type { ArchivedItem, ItemPosition } from "../item-rows.ts";
import type { QueryContext } from "../query-context.ts";
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

/** Items first seen in [from, to), with their current revision, in the order of `firstSeenAt` and id, from behind `after` on. */
export async function listSeen(
  { db }: QueryContext,
  { from, to }: { from: number; to: number },
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
