import { HOUR_MS } from "../../core/time.ts";
import type { QueryContext } from "../query-context.ts";
import { inChunks } from "./in-chunks.ts";

/** More changes than these within an hour, and what changes is no news: a list of related stories, an advertisement. */
const MOST_CHANGES = 3;

/**
 * Which items their feed has ever changed too often for their text to mean anything: of these only the headline counts as a
 * change. Their revisions are the memory of it, so that it lasts as long as they do; those that the text of the page made do
 * not count.
 */
export async function findVolatile({ db }: QueryContext, itemIds: readonly string[]): Promise<ReadonlySet<string>> {
  const volatile = new Set<string>();
  await inChunks(itemIds, async (ids) => {
    const rows = await db
      .selectFrom("itemRevisions")
      .select(["itemId", "contentHash", "seenAt"])
      .where("itemId", "in", ids)
      .orderBy("itemId")
      .orderBy("revision")
      .execute();
    for (const [itemId, revisions] of Map.groupBy(rows, (row) => row.itemId))
      if (changesTooOften(revisions)) volatile.add(itemId);
  });
  return volatile;
}

/** @param revisions in their order, the first one included */
function changesTooOften(revisions: readonly { contentHash: string; seenAt: number }[]): boolean {
  const changes = revisions.filter(
    ({ contentHash }, index) => index > 0 && contentHash !== revisions[index - 1]?.contentHash,
  );
  return changes.some(({ seenAt }, index) => {
    const before = changes[index - MOST_CHANGES];
    return before !== undefined && seenAt - before.seenAt <= HOUR_MS;
  });
}

/** Items with fewer revisions cannot have changed so often. */
export function mayBeVolatile({ revision }: { revision: number }): boolean {
  return revision > MOST_CHANGES + 1;
}
