import { setImmediate as nextTurn } from "node:timers/promises";
import { type PortionLimits, portionsOf } from "../../core/portions.ts";
import type { Item, ReadItem } from "../../core/vocabulary.ts";
import { inTransaction, type QueryContext } from "../query-context.ts";
import type { PageDue, StoredItems } from "../item-rows.ts";
import { hashOf } from "../../core/hash.ts";
import { findChanges, type Change, type NewKey } from "./find-changes.ts";
import { inChunks } from "./in-chunks.ts";
import { lockFeed } from "./lock-feed.ts";
import { linkHashOf, listShown, type KnownItem, type ShownItems } from "./resolve-identity.ts";
import { readPages, wantPages } from "./want-pages.ts";

/** What is stored in one transaction: others wait for the store meanwhile, and for the disk at its end. */
const PORTION: PortionLimits = { items: 500, characters: 1_000_000 };
/** What is written at once is one statement a table: SQLite runs it while the event loop waits. */
const STATEMENT: PortionLimits = { items: 100, characters: 250_000 };

/** What a good fetch of a feed showed. */
interface Reading {
  feedId: string;
  items: readonly ReadItem[];
  now: number;
  pageDue: PageDue;
}

const NO_CHANGES = { changes: [], newKeys: [] };

interface Portion extends Reading {
  /** Of the whole reading. */
  shown: ShownItems;
  isLast: boolean;
  /** By item, what earlier portions of this reading changed. */
  earlier: ReadonlyMap<string, Change>;
}

/**
 * Stores what a good fetch showed, in portions with a transaction each. The feed's baseline ends with the last portion
 * of its first reading: where a reading breaks off, the next one stores what is missing as it would have been stored.
 */
export async function addReadItems(
  context: QueryContext,
  { feedId, items, now, pageDue }: Reading,
): Promise<StoredItems> {
  const distinct = oncePerIdentity(items);
  await nextTurn();
  const shown = await listShown(distinct);
  const portions = [...portionsOf(distinct, PORTION, lengthOf)];
  const changes = new Map<string, Change>();
  for (const [at, portion] of (portions.length === 0 ? [[]] : portions).entries()) {
    const isLast = at >= portions.length - 1;
    const changed = await inTransaction(context, (inside) =>
      addPortion(inside, { feedId, items: portion, shown, isLast, now, pageDue, earlier: changes }),
    );
    for (const change of changed) changes.set(change.id, change);
  }
  return {
    added: [...changes.values()].filter(({ known }) => known === undefined).map(({ id }) => id),
    revised: [...changes.values()].filter(({ known }) => known !== undefined).map(({ id }) => id),
  };
}

/**
 * Rows are written in the order of their ids, which is also the order in which items are matched: two transactions
 * that lock the same items cannot lock each other out.
 */
async function addPortion(context: QueryContext, portion: Portion): Promise<readonly Change[]> {
  const { feedId, items, shown, isLast, now, pageDue, earlier } = portion;
  const baseline = (await lockFeed(context, feedId)).baselineAt === null;
  const found = items.length === 0 ? NO_CHANGES : await findChanges(context, { feedId, chunk: items, shown, now });
  await addKeys(context, feedId, found.newKeys);
  // A document may show one item under several identities: then the first counts.
  const byId = new Map(found.changes.toReversed().map((change) => [change.id, change]));
  const changes = [...byId.values()].filter(({ id }) => !earlier.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const chunk of portionsOf(changes, STATEMENT, ({ read }) => lengthOf(read)))
    await writeChanges(context, { feedId, changes: chunk, baseline, now, pageDue });
  if (baseline && isLast)
    await context.db.updateTable("feeds").set({ baselineAt: now }).where("feedId", "=", feedId).execute();
  return changes;
}

/** From now on the items are known, also, under identities that the feed gives them now. */
async function addKeys({ db }: QueryContext, feedId: string, keys: readonly NewKey[]): Promise<void> {
  await inChunks(keys, async (chunk) => {
    const values = chunk.map(({ identityHash, itemId, read, seenAt }) => {
      return { feedId, identityHash, itemId, ...hashesOf(read), firstSeenAt: seenAt };
    });
    await db.insertInto("seenKeys").values(values).execute();
  });
  for (const { identity, identityHash, itemId } of keys)
    await db.updateTable("items").set({ identity, identityHash }).where("id", "=", itemId).execute();
}

/** By which an item is found once it is pruned. */
function hashesOf(read: ReadItem): { linkHash: string | null; titleHash: string } {
  return { linkHash: linkHashOf(read), titleHash: hashOf(read.title) };
}

function lengthOf({ title, summary, body }: ReadItem): number {
  return title.length + summary.length + body.length;
}

/**
 * A feed that shows one identity twice means one item: the first, else both would revise each other at every poll.
 * Items that share an identity stand together: each is told apart from what was stored before.
 */
function oncePerIdentity(items: readonly ReadItem[]): readonly ReadItem[] {
  const byIdentity = new Map<string, ReadItem>();
  for (const item of items) {
    const key = item.distinction?.needed === true ? item.distinction.identity : item.identity;
    if (!byIdentity.has(key)) byIdentity.set(key, item);
  }
  return [...Map.groupBy(byIdentity.values(), ({ identity }) => identity).values()].flat();
}

interface Writing {
  feedId: string;
  changes: readonly Change[];
  baseline: boolean;
  now: number;
  pageDue: PageDue;
}

async function writeChanges(context: QueryContext, writing: Writing): Promise<void> {
  const { db } = context;
  const { feedId, changes, baseline, now, pageDue } = writing;
  const pages = await readPages(
    context,
    changes.filter(({ known }) => known !== undefined).map(({ id }) => id),
  );
  const keys = changes.map(({ identityHash, id, read, known }) => {
    return { feedId, identityHash, ...hashesOf(read), itemId: id, firstSeenAt: known?.firstSeenAt ?? now };
  });
  await db
    .insertInto("seenKeys")
    .values(keys)
    .onConflict((conflict) =>
      conflict
        .columns(["feedId", "identityHash"])
        .doUpdateSet((eb) => ({ linkHash: eb.ref("excluded.linkHash"), titleHash: eb.ref("excluded.titleHash") }))
        .whereRef("seenKeys.itemId", "=", "excluded.itemId"),
    )
    .execute();
  await db
    .insertInto("items")
    .values(changes.map((change) => itemValues(change, writing)))
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((eb) => ({
        revision: eb.ref("excluded.revision"),
        contentHash: eb.ref("excluded.contentHash"),
        cleanedLinkHash: eb.ref("excluded.cleanedLinkHash"),
        publishedAt: eb.ref("excluded.publishedAt"),
        publishedSource: eb.ref("excluded.publishedSource"),
        claimedUntil: null,
        matchFailures: 0,
        matchError: null,
      })),
    )
    .execute();
  await db
    .insertInto("itemRevisions")
    .values(changes.map((change) => revisionValues(change, pages.get(change.id)?.body ?? null, now)))
    .execute();
  const wishes = changes.map(({ id, read: { link }, known }) => {
    const isBaseline = known === undefined ? baseline : known.baseline === 1;
    return { itemId: id, link, dueAt: pageDue({ link, baseline: isBaseline, page: pages.get(id)?.page ?? null }) };
  });
  await wantPages(context, wishes);
}

function itemValues({ id, identity, identityHash, read, known }: Change, { feedId, baseline, now }: Writing) {
  const first = known ?? { revision: 0, firstSeenAt: now, baseline: baseline ? 1 : 0 };
  return {
    id,
    feedId,
    identityHash,
    identity,
    revision: first.revision + 1,
    contentHash: read.contentHash,
    cleanedLinkHash: linkHashOf(read),
    ...publicationOf(read, known, now),
    firstSeenAt: first.firstSeenAt,
    baseline: first.baseline,
  };
}

/** The date a feed gave first stays: an edit does not make an old item new. */
function publicationOf(
  read: ReadItem,
  known: KnownItem | undefined,
  now: number,
): Pick<Item, "publishedAt" | "publishedSource"> {
  if (known?.publishedSource === "feed" || (known !== undefined && read.publishedAt === null))
    return { publishedAt: known.publishedAt, publishedSource: known.publishedSource };
  if (read.publishedAt === null) return { publishedAt: now, publishedSource: "first-seen" };
  return { publishedAt: read.publishedAt, publishedSource: "feed" };
}

function revisionValues({ id, read, known }: Change, pageBody: string | null, now: number) {
  return {
    itemId: id,
    revision: (known?.revision ?? 0) + 1,
    title: read.title,
    summary: read.summary,
    body: read.body,
    pageBody,
    link: read.link,
    cleanedLink: read.cleanedLink,
    outlet: read.outlet,
    author: read.author,
    lang: read.lang,
    contentHash: read.contentHash,
    seenAt: now,
  };
}
