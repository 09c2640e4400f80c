import { DAY_MS } from "../../core/time.ts";
import type { ReadItem } from "../../core/vocabulary.ts";
import type { QueryContext } from "../query-context.ts";
import { inChunks } from "./in-chunks.ts";
import { isAlike, linkHashesOf, type KnownItem, type ShownItems } from "./resolve-identity.ts";
import { currentItems } from "./stored-items.ts";

interface Candidate extends KnownItem {
  identityHash: string;
  title: string;
}

export interface Search {
  feedId: string;
  /** Items that seem new, or seem to be others with a new link. */
  fresh: readonly ReadItem[];
  shown: ShownItems;
  /** Stored items that the document shows under an identity of theirs. */
  stayed: ReadonlySet<string>;
  /** Identities are places in the document ("1", "2" …) that wander from item to item. */
  wander: boolean;
}

/**
 * A site that changes the ids of its items (to https, with each update, or by giving some at all) shows the same items
 * under other identities: an item that seems new is then the stored one of its link and headline, unless the document
 * shows that one under its own identity.
 */
export async function findMoved(context: QueryContext, search: Search): Promise<ReadonlyMap<ReadItem, KnownItem>> {
  const { fresh, shown, stayed, wander } = search;
  const byLink = await listByLink(context, search);
  const found = new Map<ReadItem, Candidate>();
  const taken = new Set(stayed);
  for (const read of fresh) {
    const hashes = linkHashesOf(read);
    const stored = hashes.flatMap((hash) => byLink.get(hash) ?? []);
    const beside = hashes.flatMap((hash) => shown.byLink.get(hash) ?? []);
    const isOwnLink = stored.length === 1 && beside.length === 1;
    const isPlace = wander && read.distinction?.by === "link";
    const free = stored
      .filter((item) => !taken.has(item.id) && !isShown(item, shown))
      .filter((item) => (isPlace ? isSamePlaced(read, item) : isSame(read, item, isOwnLink)));
    const item = free.find(({ contentHash }) => contentHash === read.contentHash) ?? free[0];
    if (item === undefined) continue;
    taken.add(item.id);
    found.set(read, item);
  }
  return found;
}

function isShown({ identityHash, cleanedLinkHash }: Candidate, { linksOf }: ShownItems): boolean {
  const links = linksOf.get(identityHash);
  return links !== undefined && (links.has(cleanedLinkHash) || links.has(null));
}

function isSamePlaced(read: ReadItem, { contentHash, title }: Candidate): boolean {
  return contentHash === read.contentHash || isAlike(title, read.title);
}

/**
 * Rather told twice than lost: what is dated later is another item, except at a link of its own within a day (an
 * update); an edited headline needs a date that says so.
 */
function isSame(read: ReadItem, { title, publishedAt, publishedSource }: Candidate, isOwnLink: boolean): boolean {
  const laterMs = publishedSource === "feed" && read.publishedAt !== null ? read.publishedAt - publishedAt : null;
  if (title === read.title) return laterMs !== null && laterMs <= 0 ? true : isOwnLink && (laterMs ?? 0) < DAY_MS;
  return isOwnLink && laterMs !== null && laterMs <= 0 && isAlike(title, read.title);
}

async function listByLink(
  { db }: QueryContext,
  { feedId, fresh }: Search,
): Promise<ReadonlyMap<string, readonly Candidate[]>> {
  const candidates: Candidate[] = [];
  await inChunks([...new Set(fresh.flatMap(linkHashesOf))], async (chunk) => {
    const rows = await currentItems(db)
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
    candidates.push(...rows);
  });
  return Map.groupBy(candidates, ({ cleanedLinkHash }) => cleanedLinkHash ?? "");
}
