import { HOUR_MS } from "../../core/time.ts";
import type { QueryContext } from "../query-context.ts";
import { inChunks } from "./in-chunks.ts";

/** More changes than these within an hour, and what changes is no news: a list of related stories, an advertisement. */
const MOST_CHANGES = 3;

/**
 * Which items have ever changed too often for their text to mean anything: of these only the headline counts as a change. Their
 * revisions are the memory of it, so that it lasts as long as they do.
 */
export async function findVolatile({ db }: QueryContext, itemIds: readonly string[]): Promise<ReadonlySet<string>> {
  const changesOf = new Map<string, number[]>();
  await inChunks(itemIds, async (ids) => {
    const rows = await db
      .selectFrom("itemRevisions")
      .select(["itemId", "seenAt"])
      .where("itemId", "in", ids)
      .where("revision", ">", 1)
      .orderBy("itemId")
      .orderBy("revision")
      .execute();
    for (const { itemId, seenAt } of rows) changesOf.set(itemId, [...(changesOf.get(itemId) ?? []), seenAt]);
  });
  const volatile = [...changesOf].filter(([, changes]) =>
    changes.some((at, index) => at - (changes[index - MOST_CHANGES] ?? Number.NEGATIVE_INFINITY) <= HOUR_MS),
  );
  return new Set(volatile.map(([itemId]) => itemId));
}

/** Items with fewer revisions cannot have changed so often. */
export function mayBeVolatile({ revision }: { revision: number }): boolean {
  return revision > MOST_CHANGES + 1;
}
