import { hashOf } from "../../core/hash.ts";
import { newId } from "../../core/ids.ts";
import { similarityOf } from "../../core/similarity.ts";
import type { Item, ReadItem } from "../../core/vocabulary.ts";
import type { QueryContext } from "../query-context.ts";
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

/** One item that is new or changed, with the state it had before. */
export interface Change {
  id: string;
  /** Under which it is known from now on. */
  identity: string;
  identityHash: string;
  read: ReadItem;
  known: KnownItem | undefined;
}

/** What the feed itself said last, and in how many revisions it has; those that its page brought are not its own. */
interface Texts extends Pick<ReadItem, "title" | "summary" | "body"> {
  revisions: number;
}

/** What an identity stands for: a stored item, or one that was pruned (null). */
type Seen = ReadonlyMap<string, KnownItem | null>;

/**
 * Which items of a chunk are new or changed. Identities that are known but whose item was pruned are neither. Where a
 * feed gives one identity to several items, their distinction decides, also against what is stored.
 */
export async function findChanges(
  context: QueryContext,
  { feedId, chunk, now }: { feedId: string; chunk: readonly ReadItem[]; now: number },
): Promise<readonly Change[]> {
  const seen = await listSeen(context, feedId, chunk);
  const texts = await listTexts(context, candidatesOf(chunk, seen));
  return chunk.flatMap((read): Change[] => {
    const identity = resolveIdentity(read, seen, texts);
    const identityHash = hashOf(identity);
    const known = seen.get(identityHash);
    if (known === undefined) return [{ id: newId("itm", now), identity, identityHash, read, known: undefined }];
    if (known === null || known.contentHash === read.contentHash || isOnlyAClock(read, known, texts)) return [];
    return [{ id: known.id, identity, identityHash, read, known }];
  });
}

async function listSeen({ db }: QueryContext, feedId: string, chunk: readonly ReadItem[]): Promise<Seen> {
  const identities = chunk.flatMap(({ identity, distinction }) =>
    distinction === undefined ? [identity] : [identity, distinction.identity],
  );
  const rows = await db
    .selectFrom("seenKeys")
    .leftJoin("items", "items.id", "seenKeys.itemId")
    .select([
      "seenKeys.identityHash",
      "items.id",
      "items.revision",
      "items.contentHash",
      "items.cleanedLinkHash",
      "items.publishedAt",
      "items.publishedSource",
      "items.firstSeenAt",
      "items.baseline",
    ])
    .where("seenKeys.feedId", "=", feedId)
    .where(
      "seenKeys.identityHash",
      "in",
      identities.map((identity) => hashOf(identity)),
    )
    .execute();
  return new Map(rows.map(({ identityHash, ...known }) => [identityHash, isStored(known) ? known : null]));
}

/** The join finds all of an item's columns or none. */
function isStored(known: { [K in keyof KnownItem]: KnownItem[K] | null }): known is KnownItem {
  return known.id !== null;
}

function find(seen: Seen, identity: string): KnownItem | null | undefined {
  return seen.get(hashOf(identity));
}

/** Stored items whose texts decide: few, since an item that has not changed needs none. */
function candidatesOf(chunk: readonly ReadItem[], seen: Seen): readonly string[] {
  const ids = chunk.flatMap(({ identity, distinction, contentHash }) => {
    const known = [identity, distinction?.identity ?? identity].map((key) => find(seen, key));
    return known.flatMap((item) => (item == null || item.contentHash === contentHash ? [] : [item.id]));
  });
  return [...new Set(ids)];
}

async function listTexts({ db }: QueryContext, itemIds: readonly string[]): Promise<ReadonlyMap<string, Texts>> {
  const texts = new Map<string, Texts>();
  await inChunks(itemIds, async (ids) => {
    const rows = await db
      .selectFrom("items")
      .innerJoin("itemRevisions", (join) =>
        join.onRef("itemRevisions.itemId", "=", "items.id").onRef("itemRevisions.revision", "=", "items.revision"),
      )
      .leftJoin("pages", "pages.itemId", "items.id")
      .select(["items.id", "itemRevisions.title", "itemRevisions.summary", "itemRevisions.body"])
      .select((eb) => eb("items.revision", "-", eb.fn.coalesce("pages.revisions", eb.val(0))).as("revisions"))
      .where("items.id", "in", ids)
      .execute();
    for (const { id, ...text } of rows) texts.set(id, text);
  });
  return texts;
}

/** The identity under which an item is known, or is going to be. */
function resolveIdentity(read: ReadItem, seen: Seen, texts: ReadonlyMap<string, Texts>): string {
  const { identity, distinction } = read;
  if (distinction === undefined || find(seen, distinction.identity) !== undefined)
    return distinction?.identity ?? identity;
  const known = find(seen, identity);
  if (known == null) return known === undefined && distinction.needed ? distinction.identity : identity;
  const title = texts.get(known.id)?.title ?? read.title;
  const isSame = distinction.needed ? isSameByDistinction(read, known, title) : !isReused(read, known, title);
  return isSame ? identity : distinction.identity;
}

function linkHashOf({ cleanedLink }: ReadItem): string | null {
  return cleanedLink === null ? null : hashOf(cleanedLink);
}

/** Whether the stored item is this one of those that share an identity. */
function isSameByDistinction(read: ReadItem, known: KnownItem, title: string): boolean {
  switch (read.distinction?.by) {
    case "link":
      return known.cleanedLinkHash === linkHashOf(read);
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
  const hasSameLink =
    known.cleanedLinkHash === null ? read.cleanedLink !== null : known.cleanedLinkHash === linkHashOf(read);
  const isOlder =
    known.publishedSource === "feed" && read.publishedAt !== null && read.publishedAt <= known.publishedAt;
  return isGuid && !hasSameLink && !isOlder && similarityOf(title, read.title) < SAME_HEADLINE;
}

function withoutDigits(text: string): string {
  return text.replaceAll(/\p{N}+/gu, "");
}

/** "Read 1,204 times", "updated 12:05": an item that keeps changing in nothing but digits below its headline has not changed. */
function isOnlyAClock(read: ReadItem, known: KnownItem, texts: ReadonlyMap<string, Texts>): boolean {
  const text = texts.get(known.id);
  if (text === undefined || text.revisions < REVISIONS_OF_A_CLOCK) return false;
  return (
    text.title === read.title &&
    known.cleanedLinkHash === linkHashOf(read) &&
    withoutDigits(text.summary) === withoutDigits(read.summary) &&
    withoutDigits(text.body) === withoutDigits(read.body)
  );
}
