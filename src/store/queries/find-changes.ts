import { hashOf } from "../../core/hash.ts";
import { newId } from "../../core/ids.ts";
import type { ReadItem } from "../../core/vocabulary.ts";
import type { QueryContext } from "../query-context.ts";
import { findGone } from "./find-gone.ts";
import { findMoved } from "./find-moved.ts";
import { findVolatile, mayBeVolatile } from "./find-volatile.ts";
import { inChunks } from "./in-chunks.ts";
import {
  hasLink,
  isOnlyAClock,
  resolveIdentity,
  type KnownItem,
  type Seen,
  type ShownItems,
  type Texts,
} from "./resolve-identity.ts";
import { currentItems } from "./stored-items.ts";

/** An identity and the hash under which the store finds it. */
interface Key {
  identity: string;
  identityHash: string;
}

/** One item that is new or changed, with the state it had before. */
export interface Change extends Key {
  id: string;
  read: ReadItem;
  known: KnownItem | undefined;
}

/** An identity that is new for an item that is known, or was known and is gone. */
export interface NewKey extends Key {
  itemId: string;
  read: ReadItem;
  seenAt: number;
}

export interface Changes {
  changes: readonly Change[];
  newKeys: readonly NewKey[];
}

interface Resolved extends Key {
  read: ReadItem;
}

/**
 * Which items of a chunk of a document are new or changed. Identities that are known but whose item was pruned are neither. Where a
 * feed gives one identity to several items, their distinction decides, also against what is stored.
 */
export async function findChanges(
  context: QueryContext,
  { feedId, chunk, shown, now }: { feedId: string; chunk: readonly ReadItem[]; shown: ShownItems; now: number },
): Promise<Changes> {
  const seen = await listSeen(context, feedId, chunk);
  const texts = await listTexts(context, candidatesOf(chunk, seen));
  const { byLink } = shown;
  const resolved = oncePerHash(
    chunk.map((read) => {
      const identity = resolveIdentity(read, { seen, texts, byLink });
      return { read, identity, identityHash: hashOf(identity) };
    }),
  );
  const moved = await listMoved(context, { feedId, resolved, seen, shown });
  const unseen = resolved.filter(({ read, identityHash }) => !seen.has(identityHash) && !moved.items.has(read));
  const gone = await findGone(
    context,
    feedId,
    unseen.map(({ read }) => read),
  );
  const changes = resolved.flatMap(({ read, ...key }): Change[] => {
    const known = moved.items.get(read) ?? seen.get(key.identityHash)?.item;
    if (known === null || gone.has(read)) return [];
    if (known === undefined) return [{ id: newId("itm", now), ...key, read, known }];
    if (known.contentHash === read.contentHash || isOnlyAClock(read, known, texts)) return [];
    return [{ id: known.id, ...key, read, known }];
  });
  const newKeys = resolved.flatMap(({ read, ...key }): NewKey[] => {
    const known = moved.wander ? undefined : moved.items.get(read);
    const left = known === undefined ? gone.get(read) : { itemId: known.id, seenAt: known.firstSeenAt };
    return left === undefined ? [] : [{ ...key, ...left, read }];
  });
  return { changes: await withoutRotations(context, changes, texts), newKeys };
}

/** Of items whose text rotates only a new headline is a change. */
async function withoutRotations(
  context: QueryContext,
  changes: readonly Change[],
  texts: ReadonlyMap<string, Texts>,
): Promise<readonly Change[]> {
  const often = changes.flatMap(({ known }) => (known !== undefined && mayBeVolatile(known) ? [known.id] : []));
  const volatile = await findVolatile(context, often);
  return changes.filter(({ id, read }) => !volatile.has(id) || texts.get(id)?.title !== read.title);
}

/** A hostile feed may have an id that is another's distinction: then the first counts. */
function oncePerHash(resolved: readonly Resolved[]): readonly Resolved[] {
  return [...new Map(resolved.toReversed().map((item) => [item.identityHash, item])).values()].toReversed();
}

/**
 * Items that are known under other identities. Identities wander in a document in which one stands for several items,
 * or for another link than before: then they are not worth to be kept.
 */
async function listMoved(
  context: QueryContext,
  { feedId, resolved, seen, shown }: { feedId: string; resolved: readonly Resolved[]; seen: Seen; shown: ShownItems },
): Promise<{ items: ReadonlyMap<ReadItem, KnownItem>; wander: boolean }> {
  function hasOtherLink({ read, identityHash }: Resolved): boolean {
    const link = seen.get(identityHash)?.item?.cleanedLinkHash;
    return link !== undefined && read.cleanedLink !== null && !hasLink(read, link);
  }
  const wander = resolved.some((item) => item.identity !== item.read.identity || hasOtherLink(item));
  const [fresh, known] = [
    resolved.filter((item) => !seen.has(item.identityHash) || hasOtherLink(item)),
    resolved.filter((item) => !hasOtherLink(item)).map(({ identityHash }) => seen.get(identityHash)?.item?.id),
  ];
  const stayed = new Set(known.filter((id) => id !== undefined));
  const reads = fresh.map(({ read }) => read);
  const items =
    reads.length === 0 ? new Map() : await findMoved(context, { feedId, fresh: reads, shown, stayed, wander });
  return { items, wander };
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
      "seenKeys.linkHash",
      "seenKeys.titleHash",
      "seenKeys.firstSeenAt as seenAt",
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
  return new Map(
    rows.map(({ identityHash, linkHash, titleHash, seenAt, ...item }) => [
      identityHash,
      isStored(item) ? { item, pruned: null } : { item: null, pruned: { linkHash, titleHash, seenAt } },
    ]),
  );
}

/** The join finds all of an item's columns or none. */
function isStored(known: { [K in keyof KnownItem]: KnownItem[K] | null }): known is KnownItem {
  return known.id !== null;
}

/** Stored items whose texts decide: few, since an item that has not changed needs none. */
function candidatesOf(chunk: readonly ReadItem[], seen: Seen): readonly string[] {
  const ids = chunk.flatMap(({ identity, distinction, contentHash }) => {
    const known = [identity, distinction?.identity ?? identity].map((key) => seen.get(hashOf(key))?.item);
    return known.flatMap((item) => (item == null || item.contentHash === contentHash ? [] : [item.id]));
  });
  return [...new Set(ids)];
}

async function listTexts({ db }: QueryContext, itemIds: readonly string[]): Promise<ReadonlyMap<string, Texts>> {
  const texts = new Map<string, Texts>();
  await inChunks(itemIds, async (ids) => {
    const rows = await currentItems(db)
      .leftJoin("pages", "pages.itemId", "items.id")
      .select(["items.id", "itemRevisions.title", "itemRevisions.summary", "itemRevisions.body"])
      .select((eb) => eb("items.revision", "-", eb.fn.coalesce("pages.revisions", eb.val(0))).as("revisions"))
      .where("items.id", "in", ids)
      .execute();
    for (const { id, ...text } of rows) texts.set(id, text);
  });
  return texts;
}
