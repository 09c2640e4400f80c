import { hashOf } from "../../core/hash.ts";
import type { ReadItem } from "../../core/vocabulary.ts";
import type { QueryContext } from "../query-context.ts";
import { inChunks } from "./in-chunks.ts";
import { isAlike, type KnownItem, type ShownItems } from "./resolve-identity.ts";

interface Candidate extends KnownItem {
  title: string;
}

/**
 * Identities that are places in the document ("1", "2" …) wander from item to item: in a document in which one stands
 * for another item than before, an item that seems new is the stored one of its link and headline.
 * @param fresh items that seem new, or seem to be others with a new link
 * One that the document shows with its link under its own identity has stayed.
 */
export async function findWandered(
  { db }: QueryContext,
  { feedId, fresh, linksOf }: { feedId: string; fresh: readonly ReadItem[]; linksOf: ShownItems["linksOf"] },
): Promise<ReadonlyMap<ReadItem, KnownItem>> {
  const found = new Map<ReadItem, KnownItem>();
  const free = new Map<string, Candidate[]>();
  const links = new Set(fresh.flatMap(({ cleanedLink }) => (cleanedLink === null ? [] : [hashOf(cleanedLink)])));
  await inChunks([...links], async (chunk) => {
    const rows = await db
      .selectFrom("items")
      .innerJoin("itemRevisions", (join) =>
        join.onRef("itemRevisions.itemId", "=", "items.id").onRef("itemRevisions.revision", "=", "items.revision"),
      )
      .select([
        "items.id",
        "items.identityHash",
        "items.revision",
        "items.contentHash",
        "items.cleanedLinkHash",
        "items.publishedAt",
        "items.publishedSource",
        "items.firstSeenAt",
        "items.baseline",
        "itemRevisions.title",
      ])
      .where("items.feedId", "=", feedId)
      .where("items.cleanedLinkHash", "in", chunk)
      .execute();
    const wanted = rows.filter(({ identityHash, cleanedLinkHash }) => {
      const shown = linksOf.get(identityHash);
      return shown === undefined || !(shown.has(cleanedLinkHash) || shown.has(null));
    });
    for (const [link, items] of Map.groupBy(wanted, ({ cleanedLinkHash }) => cleanedLinkHash ?? ""))
      free.set(link, items);
  });
  for (const read of fresh) {
    const candidates = read.cleanedLink === null ? [] : (free.get(hashOf(read.cleanedLink)) ?? []);
    const same = candidates.findIndex((item) => item.contentHash === read.contentHash);
    const at = same >= 0 ? same : candidates.findIndex(({ title }) => isAlike(title, read.title));
    const [item] = at < 0 ? [] : candidates.splice(at, 1);
    if (item !== undefined) found.set(read, item);
  }
  return found;
}
