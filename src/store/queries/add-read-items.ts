import { setImmediate as nextTurn } from "node:timers/promises";
import type { Item, ReadItem } from "../../core/vocabulary.ts";
import type { QueryContext } from "../query-context.ts";
import type { PageDue, StoredItems } from "../rows.ts";
import { findChanges, type Change } from "./find-changes.ts";
import { inChunks } from "./in-chunks.ts";
import { linkHashOf, type KnownItem } from "./resolve-identity.ts";
import { readPages, wantPages } from "./want-pages.ts";

/** What is written at once is one statement a table: SQLite runs it while the event loop waits. */
const CHUNK_ROWS = 100;
const CHUNK_CHARACTERS = 250_000;

/** What a good fetch of a feed showed. */
interface Reading {
  feedId: string;
  items: readonly ReadItem[];
  now: number;
  pageDue: PageDue;
}

/**
 * Stores what a good fetch showed, in the caller's transaction. Rows are written in the order of their ids, which is
 * also the order in which items are matched: two transactions that lock the same items cannot lock each other out.
 */
export async function addReadItems(
  context: QueryContext,
  { feedId, items, now, pageDue }: Reading,
): Promise<StoredItems> {
  const baseline = await lockFeed(context, feedId, now);
  const byId = new Map<string, Change>();
  await inChunks(oncePerIdentity(items), async (chunk) => {
    // A document may show one item under several identities: then the first counts.
    for (const change of await findChanges(context, { feedId, chunk, now }))
      if (!byId.has(change.id)) byId.set(change.id, change);
  });
  const changes = [...byId.values()];
  for (const chunk of chunksBySize(changes.toSorted((a, b) => (a.id < b.id ? -1 : 1)))) {
    await nextTurn();
    await writeChanges(context, { feedId, changes: chunk, baseline, now, pageDue });
  }
  return {
    added: changes.filter(({ known }) => known === undefined).map(({ id }) => id),
    revised: changes.filter(({ known }) => known !== undefined).map(({ id }) => id),
  };
}

/** Two processes that read one feed at once follow each other here. Returns whether these items are its baseline. */
async function lockFeed({ db, dialect }: QueryContext, feedId: string, now: number): Promise<boolean> {
  const feed = await db
    .selectFrom("feeds")
    .select("baselineAt")
    .where("feedId", "=", feedId)
    .$if(dialect.locksRows, (query) => query.forUpdate())
    .executeTakeFirst();
  if (feed === undefined) throw new Error(`feed ${feedId} has no row: sync the configured feeds before polling`);
  if (feed.baselineAt !== null) return false;
  await db.updateTable("feeds").set({ baselineAt: now }).where("feedId", "=", feedId).execute();
  return true;
}

/** A feed that shows one identity twice means one item: the first, else both would revise each other at every poll. */
function oncePerIdentity(items: readonly ReadItem[]): readonly ReadItem[] {
  const byIdentity = new Map<string, ReadItem>();
  for (const item of items) {
    const key = item.distinction?.needed === true ? item.distinction.identity : item.identity;
    if (!byIdentity.has(key)) byIdentity.set(key, item);
  }
  return [...byIdentity.values()];
}

function chunksBySize(changes: readonly Change[]): readonly (readonly Change[])[] {
  const chunks: Change[][] = [];
  let chunk: Change[] = [];
  let characters = 0;
  for (const change of changes) {
    const size = change.read.title.length + change.read.summary.length + change.read.body.length;
    if (chunk.length === 0 || chunk.length === CHUNK_ROWS || characters + size > CHUNK_CHARACTERS) {
      chunk = [];
      chunks.push(chunk);
      characters = 0;
    }
    chunk.push(change);
    characters += size;
  }
  return chunks;
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
  const fresh = changes.filter((change) => change.known === undefined);
  if (fresh.length > 0) {
    const keys = fresh.map(({ identityHash, id, read }) => {
      return { feedId, identityHash, linkHash: linkHashOf(read), itemId: id, firstSeenAt: now };
    });
    await db.insertInto("seenKeys").values(keys).execute();
  }
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
      })),
    )
    .execute();
  await nextTurn();
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
