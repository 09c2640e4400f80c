import { hashOf } from "../../core/hash.ts";
import type { ReadItem } from "../../core/vocabulary.ts";
import type { QueryContext } from "../query-context.ts";
import { inChunks } from "./in-chunks.ts";
import { linkHashesOf } from "./resolve-identity.ts";

/** What is left of an item that was pruned. */
export interface Gone {
  itemId: string;
  seenAt: number;
}

/**
 * Items that seem new and are those of their link and headline that were pruned, shown under other identities now;
 * only a date before the other was seen proves it.
 */
export async function findGone(
  { db }: QueryContext,
  feedId: string,
  fresh: readonly ReadItem[],
): Promise<ReadonlyMap<ReadItem, Gone>> {
  const byLink = new Map<string, ReadItem[]>();
  for (const read of fresh.filter(({ publishedAt }) => publishedAt !== null))
    for (const link of linkHashesOf(read)) byLink.set(link, [...(byLink.get(link) ?? []), read]);
  const found = new Map<ReadItem, Gone>();
  await inChunks([...byLink.keys()], async (chunk) => {
    const rows = await db
      .selectFrom("seenKeys")
      .leftJoin("items", "items.id", "seenKeys.itemId")
      .select(["seenKeys.itemId", "seenKeys.linkHash", "seenKeys.titleHash", "seenKeys.firstSeenAt as seenAt"])
      .where("items.id", "is", null)
      .where("seenKeys.feedId", "=", feedId)
      .where("seenKeys.linkHash", "in", chunk)
      .execute();
    for (const { linkHash, titleHash, ...gone } of rows)
      for (const read of byLink.get(linkHash ?? "") ?? [])
        if ((read.publishedAt ?? Infinity) <= gone.seenAt && (titleHash === null || titleHash === hashOf(read.title)))
          found.set(read, gone);
  });
  return found;
}
