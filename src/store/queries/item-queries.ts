import { inTransaction, type QueryContext } from "../query-context.ts";
import { MATCH_TRIES, type PendingItem } from "../item-rows.ts";
import type { ItemQueries, MatchedItem } from "../reading-queries.ts";
import { addReadItems } from "./add-read-items.ts";
import { createArchiveQueries } from "./archive-queries.ts";
import { inChunks } from "./in-chunks.ts";
import { createMatchFailureQueries } from "./match-failure-queries.ts";
import { selectItems, toItem } from "./stored-items.ts";

/** Items whose texts are read at once: each may be as long as half a megabyte. */
const LONG_TEXTS_AT_ONCE = 10;

export function createItemQueries(context: QueryContext): ItemQueries {
  const { db } = context;
  return {
    addRead: (feedId, items, now, pageDue = () => null) => addReadItems(context, { feedId, items, now, pageDue }),
    claimUnmatched: (now, claimMs, limit) => claimItems(context, { now, claimMs, limit, failures: [0, 0] }),
    claimFailed: (now, claimMs, limit) => claimItems(context, { now, claimMs, limit, failures: [1, MATCH_TRIES - 1] }),
    ...createMatchFailureQueries(context),
    ...createArchiveQueries(context),
    listPending: (ids) => listPending(context, ids),
    get: async (itemId) => {
      const row = await selectItems(db).where("items.id", "=", itemId).executeTakeFirst();
      return row && toItem(row);
    },
    listUnmatched: (ids) => listUnmatched(context, ids),
    isRevisedByFeed: (itemId) => isRevisedByFeed(context, itemId),
    markAllMatched: (items) => markAllMatched(context, items),
    countUnmatched: async () => {
      const { count } = await db
        .selectFrom("items")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .whereRef("matchedRevision", "<", "revision")
        .where("matchFailures", "<", MATCH_TRIES)
        .executeTakeFirstOrThrow();
      return count;
    },
    countBaseline: async (feedIds) => {
      if (feedIds.length === 0) return 0;
      const { count } = await db
        .selectFrom("items")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .where("feedId", "in", feedIds)
        .where("baseline", "=", 1)
        .executeTakeFirstOrThrow();
      return count;
    },
  };
}

interface Claiming {
  now: number;
  claimMs: number;
  limit: number;
  /** From and to how many. */
  failures: readonly [number, number];
}

async function claimItems(
  { db, dialect }: QueryContext,
  { now, claimMs, limit, failures: [least, most] }: Claiming,
): Promise<readonly string[]> {
  const claimed = await db
    .with("unmatched", (query) =>
      query
        .selectFrom("items")
        .select("id")
        .whereRef("matchedRevision", "<", "revision")
        .where("matchFailures", ">=", least)
        .where("matchFailures", "<=", most)
        .where((eb) => eb.or([eb("claimedUntil", "is", null), eb("claimedUntil", "<=", now)]))
        .orderBy("firstSeenAt")
        .orderBy("id")
        .limit(limit)
        .$if(dialect.locksRows, (select) => select.forUpdate().skipLocked()),
    )
    .updateTable("items")
    .set({ claimedUntil: now + claimMs })
    .where("id", "in", (query) => query.selectFrom("unmatched").select("unmatched.id"))
    .returning(["id", "firstSeenAt"])
    .execute();
  return claimed.toSorted((a, b) => a.firstSeenAt - b.firstSeenAt || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
}

async function isRevisedByFeed({ db }: QueryContext, itemId: string): Promise<boolean> {
  const { hashes } = await db
    .selectFrom("itemRevisions")
    .select((eb) => eb.fn.count<number>("contentHash").distinct().as("hashes"))
    .where("itemId", "=", itemId)
    .executeTakeFirstOrThrow();
  return hashes > 1;
}

async function listPending({ db }: QueryContext, ids: readonly string[]): Promise<readonly PendingItem[]> {
  const pending: PendingItem[] = [];
  await inChunks(
    ids,
    async (chunk) => {
      const rows = await selectItems(db)
        .innerJoin("feeds", "feeds.feedId", "items.feedId")
        .select("feeds.url as feedUrl")
        .whereRef("items.matchedRevision", "<", "items.revision")
        .where("items.id", "in", chunk)
        .orderBy("items.firstSeenAt")
        .orderBy("items.id")
        .execute();
      pending.push(...rows.map(({ feedUrl, ...row }) => ({ ...toItem(row), feedUrl })));
    },
    LONG_TEXTS_AT_ONCE,
  );
  return pending;
}

async function listUnmatched({ db }: QueryContext, ids: readonly string[]): Promise<readonly string[]> {
  const unmatched: string[] = [];
  await inChunks(ids, async (chunk) => {
    const rows = await db
      .selectFrom("items")
      .select("id")
      .whereRef("matchedRevision", "<", "revision")
      .where("id", "in", chunk)
      .execute();
    unmatched.push(...rows.map(({ id }) => id));
  });
  return unmatched;
}

async function markAllMatched(context: QueryContext, items: readonly MatchedItem[]): Promise<void> {
  await inTransaction(context, async (inside) => {
    for (const { id, revision, cutBytes } of items) {
      if (cutBytes > 0) await recordCut(inside, id, revision, cutBytes);
    }
    for (const [revision, alike] of Map.groupBy(items, (item) => item.revision)) {
      const ids = alike.map(({ id }) => id);
      await inChunks(ids, (chunk) => markRevisionMatched(inside, chunk, revision));
    }
  });
}

async function recordCut({ db }: QueryContext, itemId: string, revision: number, cutBytes: number): Promise<void> {
  await db
    .updateTable("itemRevisions")
    .set({ cutBytes })
    .where("itemId", "=", itemId)
    .where("revision", "=", revision)
    .execute();
}

/** A revision that came meanwhile stays to be matched, and so does its claim. */
async function markRevisionMatched({ db }: QueryContext, ids: readonly string[], revision: number): Promise<void> {
  await db
    .updateTable("items")
    .set((eb) => ({
      matchedRevision: revision,
      claimedUntil: eb.case().when("revision", "=", revision).then(null).else(eb.ref("claimedUntil")).end(),
    }))
    .where("id", "in", ids)
    .where("matchedRevision", "<", revision)
    .where("revision", ">=", revision)
    .execute();
}
