import { type RawBuilder, sql } from "kysely";
import { newId } from "../../core/ids.ts";
import { inTransaction, type QueryContext } from "../query-context.ts";
import type { Coverage, FeedChange, FeedState, PollRecord } from "../feed-rows.ts";
import { MATCH_TRIES } from "../item-rows.ts";
import type { FeedQueries } from "../reading-queries.ts";
import { claimDueFeeds } from "./claim-due-feeds.ts";
import { FEED_STATE, isAsked } from "./feed-state.ts";
import { inChunks } from "./in-chunks.ts";
import { countFailing } from "./count-failing.ts";
import { createPauseQueries } from "./pause-queries.ts";
import { createReachQueries } from "./reach-queries.ts";
import { syncFeeds } from "./sync-feeds.ts";

const POLL = [
  "feedId",
  "startedAt",
  "finishedAt",
  "outcome",
  "failureKind",
  "failureMessage",
  "httpStatus",
  "added",
  "revised",
  "bytes",
] as const;

/** Feeds and their polling state; `get` and what is asked of polls also answer for feeds that are no longer configured. */
export function createFeedQueries(context: QueryContext): FeedQueries {
  const { db } = context;
  return {
    sync: (feeds, firstPollAt) => inTransaction(context, (inside) => syncFeeds(inside, feeds, firstPollAt)),
    get: (feedId) => db.selectFrom("feeds").select(FEED_STATE).where("feedId", "=", feedId).executeTakeFirst(),
    list: () => db.selectFrom("feeds").select(FEED_STATE).where("configured", "=", 1).orderBy("feedId").execute(),
    claimDue: (claim) => claimDueFeeds(context, claim),
    recordPoll: (record, change) => inTransaction(context, (inside) => recordPoll(inside, record, change)),
    listWithoutSummary: () => listWithoutSummary(context),
    listFirstReads: (now) => listFirstReads(context, now),
    markSummary: async (feedIds, now) => {
      await inChunks(feedIds, async (chunk) => {
        await db.updateTable("feeds").set({ summaryAt: now }).where("feedId", "in", chunk).execute();
      });
    },
    countFailing: (now) => countFailing(context, now),
    listFailedSince: (since) => listFailedSince(context, since),
    listLatestPolls: (since) => listLatestPolls(context, since),
    latestPoll: (feedId) =>
      db
        .selectFrom("polls")
        .select(POLL)
        .where("feedId", "=", feedId)
        .orderBy("startedAt", "desc")
        .limit(1)
        .executeTakeFirst(),
    pollBy: async (feedId, at) => {
      await db
        .updateTable("feeds")
        .set((eb) => ({
          requests: eb("requests", "+", 1),
          nextPollAt: eb.case().when("nextPollAt", ">", at).then(instant(at)).else(eb.ref("nextPollAt")).end(),
        }))
        .where("feedId", "=", feedId)
        .execute();
    },
    ...createPauseQueries(context),
    ...createReachQueries(context),
    coverage: (from, to) => coverage(context, from, to),
  };
}

async function recordPoll({ db }: QueryContext, record: PollRecord, change: FeedChange): Promise<void> {
  await db
    .insertInto("polls")
    .values({ ...record, id: newId("pol", record.startedAt) })
    .execute();
  const { failures, firstFailureAt, lastGoodAt, goodInRow, nextPollAt, requests, began, ...learnt } = change;
  const health = {
    failures,
    firstFailureAt,
    goodInRow,
    claimedUntil: null,
    ...(lastGoodAt === undefined ? {} : { lastGoodAt }),
  };
  const { numUpdatedRows } = await db
    .updateTable("feeds")
    .set((eb) => {
      const polls = eb("polls", "+", 1);
      if (requests === undefined) return { ...health, ...learnt, polls, nextPollAt };
      const { answered, pollAt } = requests;
      const due = eb
        .case()
        .when("requests", ">", answered)
        .then(instant(Math.min(nextPollAt, pollAt)))
        .else(instant(nextPollAt))
        .end();
      return { ...health, ...learnt, polls, answeredRequests: answered, nextPollAt: due };
    })
    .where("feedId", "=", record.feedId)
    .$if(began !== undefined, (query) =>
      query.where("url", "=", began?.url ?? "").where("polls", "=", began?.polls ?? 0),
    )
    .executeTakeFirst();
  // What a poll of the former URL learnt must not hide what the new one shows, nor put its first poll off.
  if (numUpdatedRows === 0n && began !== undefined)
    await db
      .updateTable("feeds")
      .set(health)
      .where("feedId", "=", record.feedId)
      .where("url", "<>", began.url)
      .execute();
}

/** A parameter whose type PostgreSQL need not guess; with literals, each poll would have a statement of its own. */
function instant(value: number): RawBuilder<number> {
  return sql<number>`cast(${value} as bigint)`;
}

async function listWithoutSummary({ db }: QueryContext): Promise<readonly FeedState[]> {
  return db
    .selectFrom("feeds")
    .select(FEED_STATE)
    .where("configured", "=", 1)
    .where("baselineAt", "is not", null)
    .where("summaryAt", "is", null)
    .where("feedId", "not in", (query) =>
      query
        .selectFrom("items")
        .select("items.feedId")
        .whereRef("items.matchedRevision", "<", "items.revision")
        .where("items.matchedRevision", "=", 0)
        .where("items.matchFailures", "<", MATCH_TRIES)
        .where("items.baseline", "=", 1),
    )
    .orderBy("feedId")
    .execute();
}

async function listFirstReads({ db }: QueryContext, now: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("feeds")
    .select("feedId")
    .where("summaryAt", "is", null)
    .where((eb) => eb.or([eb("baselineAt", "is not", null), eb("failures", "=", 0)]))
    .where((eb) => isAsked(eb, now))
    .execute();
  return rows.map(({ feedId }) => feedId);
}

async function listLatestPolls({ db }: QueryContext, since: number) {
  const polls = await db
    .selectFrom("polls")
    .select(["feedId", "outcome", "failureKind", "failureMessage"])
    .where("startedAt", ">=", since)
    .orderBy("startedAt")
    .execute();
  return [...new Map(polls.map((poll) => [poll.feedId, poll])).values()];
}

async function listFailedSince(context: QueryContext, since: number): Promise<{ feedId: string; message: string }[]> {
  const latest = await listLatestPolls(context, since);
  return latest
    .filter((poll) => poll.outcome === "failed")
    .map(({ feedId, failureMessage }) => ({ feedId, message: failureMessage ?? "" }));
}

async function coverage({ db }: QueryContext, from: number, to: number): Promise<Coverage> {
  const { polls, feeds, read } = await db
    .selectFrom("polls")
    .select((eb) => [
      eb.fn.countAll<number>().as("polls"),
      sql<number>`count(distinct feed_id)`.as("feeds"),
      sql<number>`count(distinct case when outcome <> 'failed' then feed_id end)`.as("read"),
    ])
    .where("startedAt", ">=", from)
    .where("startedAt", "<", to)
    .executeTakeFirstOrThrow();
  const { items } = await db
    .selectFrom("items")
    .select((eb) => eb.fn.countAll<number>().as("items"))
    .where("firstSeenAt", ">=", from)
    .where("firstSeenAt", "<", to)
    .executeTakeFirstOrThrow();
  return { feeds, read, polls, items };
}
