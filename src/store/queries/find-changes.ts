import { hashOf } from "../../core/hash.ts";
import { newId } from "../../core/ids.ts";
import type { ReadItem } from "../../core/vocabulary.ts";
import type { QueryContext } from "../query-context.ts";
import { findWandered } from "./find-wandered.ts";
import { inChunks } from "./in-chunks.ts";
import {
  isOnlyAClock,
  linkHashOf,
  resolveIdentity,
  type KnownItem,
  type Seen,
  type ShownItems,
  type Texts,
} from "./resolve-identity.ts";

/** One item that is new or changed, with the state it had before. */
export interface Change {
  id: string;
  /** Under which it is known from now on. */
  identity: string;
  identityHash: string;
  read: ReadItem;
  known: KnownItem | undefined;
}

interface Resolved {
  read: ReadItem;
  identity: string;
  identityHash: string;
}

/**
 * Which items of a chunk of a document are new or changed. Identities that are known but whose item was pruned are neither. Where a
 * feed gives one identity to several items, their distinction decides, also against what is stored.
 */
export async function findChanges(
  context: QueryContext,
  { feedId, chunk, shown, now }: { feedId: string; chunk: readonly ReadItem[]; shown: ShownItems; now: number },
): Promise<readonly Change[]> {
  const seen = await listSeen(context, feedId, chunk);
  const texts = await listTexts(context, candidatesOf(chunk, seen));
  const { byLink } = shown;
  const resolved = chunk.map((read): Resolved => {
    const identity = resolveIdentity(read, { seen, texts, byLink });
    return { read, identity, identityHash: hashOf(identity) };
  });
  const wandered = await listWandered(context, { feedId, resolved, seen, shown });
  return resolved.flatMap(({ read, ...key }): Change[] => {
    const found = seen.get(key.identityHash);
    const known = wandered.get(read) ?? found?.item;
    if (known === null) return [];
    if (known === undefined) return [{ id: newId("itm", now), ...key, read, known }];
    if (known.contentHash === read.contentHash || isOnlyAClock(read, known, texts)) return [];
    return [{ id: known.id, ...key, read, known }];
  });
}

/** Looks for items that wandered only where an identity stands for several items, or for another link than before. */
async function listWandered(
  context: QueryContext,
  { feedId, resolved, seen, shown }: { feedId: string; resolved: readonly Resolved[]; seen: Seen; shown: ShownItems },
): Promise<ReadonlyMap<ReadItem, KnownItem>> {
  function hasOtherLink({ read, identityHash }: Resolved): boolean {
    const link = seen.get(identityHash)?.item?.cleanedLinkHash;
    return link !== undefined && read.cleanedLink !== null && link !== linkHashOf(read);
  }
  if (!resolved.some((item) => item.identity !== item.read.identity || hasOtherLink(item))) return new Map();
  const fresh = resolved.filter((item) => !seen.has(item.identityHash) || hasOtherLink(item)).map(({ read }) => read);
  return findWandered(context, { feedId, fresh, linksOf: shown.linksOf });
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
    rows.map(({ identityHash, linkHash, seenAt, ...item }) => [
      identityHash,
      isStored(item) ? { item, pruned: null } : { item: null, pruned: { linkHash, seenAt } },
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
