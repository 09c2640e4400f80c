import { setImmediate as nextTurn } from "node:timers/promises";
import { hashOf } from "../../core/hash.ts";
import { similarityOf } from "../../core/similarity.ts";
import type { Item, ReadItem } from "../../core/vocabulary.ts";
import { inChunks } from "./in-chunks.ts";

/** Headlines less alike than this are about different things. */
const SAME_HEADLINE = 0.5;
/** An item that has changed this often may have a clock or a counter in its text. */
const REVISIONS_OF_A_CLOCK = 3;

export interface KnownItem {
  id: string;
  revision: number;
  contentHash: string;
  cleanedLinkHash: string | null;
  publishedAt: number;
  publishedSource: Item["publishedSource"];
  firstSeenAt: number;
  baseline: number;
}

/** What the feed itself said last, and in how many revisions it has; those that its page brought are not its own. */
export interface Texts extends Pick<ReadItem, "title" | "summary" | "body"> {
  revisions: number;
}

/** What is left of an item that was pruned. */
interface Pruned {
  /** Of its link; null: it had none, or was stored before this was kept. */
  linkHash: string | null;
  /** Of its headline; null: it was stored before this was kept. */
  titleHash: string | null;
  seenAt: number;
}

/** What an identity stands for. */
export type Seen = ReadonlyMap<string, { item: KnownItem; pruned: null } | { item: null; pruned: Pruned }>;

/** What is known of the items of a document. */
export interface Knowledge {
  seen: Seen;
  /** Of stored items that may have changed, by id. */
  texts: ReadonlyMap<string, Texts>;
  byLink: ShownItems["byLink"];
}

/** All that a document shows, also when its items are stored in portions. */
export interface ShownItems {
  /** By the hash of their cleaned link. */
  byLink: ReadonlyMap<string, readonly ReadItem[]>;
  /** By the hash of each identity an item may be known under: hashes of the links under which it is shown. */
  linksOf: ReadonlyMap<string, ReadonlySet<string | null>>;
}

/** The event loop turns between portions: ten thousand items take a tenth of a second. */
export async function listShown(items: readonly ReadItem[]): Promise<ShownItems> {
  const byLink = new Map<string, ReadItem[]>();
  const linksOf = new Map<string, Set<string | null>>();
  await inChunks(items, async (chunk) => {
    for (const read of chunk) {
      const link = linkHashOf(read) ?? "";
      const others = byLink.get(link);
      if (others === undefined) byLink.set(link, [read]);
      else others.push(read);
      const links = read.cleanedLink === null ? [null] : linkHashesOf(read);
      for (const identity of new Set([read.identity, read.distinction?.identity ?? read.identity]))
        addLinks(linksOf, hashOf(identity), links);
    }
    await nextTurn();
  });
  return { byLink, linksOf };
}

function addLinks(
  linksOf: Map<string, Set<string | null>>,
  identityHash: string,
  links: readonly (string | null)[],
): void {
  const known = linksOf.get(identityHash) ?? new Set();
  for (const link of links) known.add(link);
  linksOf.set(identityHash, known);
}

/** The identity under which an item is known, or is going to be. */
export function resolveIdentity(read: ReadItem, { seen, texts, byLink }: Knowledge): string {
  const { identity, distinction } = read;
  if (distinction === undefined || seen.has(hashOf(distinction.identity))) return distinction?.identity ?? identity;
  const known = seen.get(hashOf(identity));
  if (known === undefined) return distinction.needed ? distinction.identity : identity;
  if (known.item === null) return isPruned(read, known.pruned) ? identity : distinction.identity;
  const title = texts.get(known.item.id)?.title ?? read.title;
  const { item } = known;
  if (distinction.needed) return isSameByDistinction(read, item, title) ? identity : distinction.identity;
  const isAnother = isReused(read, item, title) || isBeside({ item, title }, byLink, read);
  return isAnother ? distinction.identity : identity;
}

/** Whether the document shows the stored item, under whatever identity, beside this one. */
function isBeside(
  { item: { cleanedLinkHash }, title }: { item: KnownItem; title: string },
  byLink: Knowledge["byLink"],
  read: ReadItem,
): boolean {
  if (cleanedLinkHash === null || cleanedLinkHash === linkHashOf(read)) return false;
  return byLink.get(cleanedLinkHash)?.some((other) => isAlike(other.title, title)) === true;
}

export function isAlike(title: string, other: string): boolean {
  return similarityOf(title, other) >= SAME_HEADLINE;
}

export function linkHashOf({ cleanedLink }: ReadItem): string | null {
  return cleanedLink === null ? null : hashOf(cleanedLink);
}

/** Of the link under either scheme: a site that moves to https has the same articles. */
export function linkHashesOf({ cleanedLink }: ReadItem): readonly string[] {
  if (cleanedLink === null) return [];
  const rest = cleanedLink.replace(/^https?:/, "");
  return [hashOf(`https:${rest}`), hashOf(`http:${rest}`)];
}

export function hasLink(read: ReadItem, linkHash: string | null): boolean {
  return linkHash === linkHashOf(read) || linkHashesOf(read).includes(linkHash ?? "");
}

/** Whether the stored item is this one of those that share an identity. */
function isSameByDistinction(read: ReadItem, known: KnownItem, title: string): boolean {
  switch (read.distinction?.by) {
    case "link":
      return hasLink(read, known.cleanedLinkHash);
    case "title":
      return title === read.title;
    case "date":
    case undefined:
      return known.publishedAt === read.publishedAt;
  }
}

/**
 * Whether the feed has given the guid of an old item to a new one: another link (or none), a headline about something
 * else, and no date that says otherwise. A link or a text stays what it is.
 */
function isReused(read: ReadItem, known: KnownItem, title: string): boolean {
  const isGuid = read.distinction?.by !== "date" && read.identity !== read.cleanedLink;
  const hasSameLink = known.cleanedLinkHash === null ? read.cleanedLink !== null : hasLink(read, known.cleanedLinkHash);
  const isOlder =
    known.publishedSource === "feed" && read.publishedAt !== null && read.publishedAt <= known.publishedAt;
  return isGuid && !hasSameLink && !isOlder && !isAlike(title, read.title);
}

/**
 * Whether an item is the one that is gone of its identity. Where neither link nor headline says so, it is if its date
 * is before the other was seen, unless other items of the document share the identity.
 */
function isPruned(read: ReadItem, { linkHash, titleHash, seenAt }: Pruned): boolean {
  const { distinction, publishedAt } = read;
  if (distinction === undefined) return true;
  const { by, needed } = distinction;
  const isEarlier = publishedAt !== null && publishedAt <= seenAt;
  switch (by) {
    case "link":
      return linkHash === null ? !needed : hasLink(read, linkHash) || (!needed && isEarlier);
    case "title":
      return titleHash === null ? !needed && isEarlier : titleHash === hashOf(read.title);
    case "date":
      return !needed || isEarlier;
  }
}

function withoutDigits(text: string): string {
  return text.replaceAll(/\p{N}+/gu, "");
}

/** "Read 1,204 times", "updated 12:05": an item that keeps changing in nothing but digits below its headline has not changed. */
export function isOnlyAClock(read: ReadItem, known: KnownItem, texts: ReadonlyMap<string, Texts>): boolean {
  const text = texts.get(known.id);
  if (text === undefined || text.revisions < REVISIONS_OF_A_CLOCK) return false;
  return (
    text.title === read.title &&
    known.cleanedLinkHash === linkHashOf(read) &&
    withoutDigits(text.summary) === withoutDigits(read.summary) &&
    withoutDigits(text.body) === withoutDigits(read.body)
  );
}
