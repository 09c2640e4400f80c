import { sql } from "kysely";
import type { FeedClaim, FeedState } from "../feed-rows.ts";
import type { QueryContext } from "../query-context.ts";
import { FEED_STATE, isAsked } from "./feed-state.ts";

/**
 * Due feeds that nobody has claimed, of each host so many as it has room for. A feed whose claim has ended without a
 * poll is behind those of its host that had none since: one that never gets polled keeps none of them waiting.
 */
export async function claimDueFeeds(
  { db, dialect }: QueryContext,
  { now, claimMs, limit, perHost, host }: FeedClaim,
): Promise<readonly FeedState[]> {
  const claimed = await db
    .with("due", (query) =>
      query
        .selectFrom("feeds")
        .select(["feedId", "host", "nextPollAt"])
        .select((eb) => eb.fn.coalesce("claimedUntil", "nextPollAt").as("waitsSince"))
        .where("nextPollAt", "<=", now)
        .where((eb) => isAsked(eb, now))
        .where((eb) => eb.or([eb("claimedUntil", "is", null), eb("claimedUntil", "<=", now)]))
        .$if(host !== undefined, (select) => select.where("host", "=", host ?? "")),
    )
    .with("placed", (query) =>
      query
        .selectFrom("due")
        .select(["feedId", "host", "nextPollAt", "waitsSince"])
        .select(
          sql<number>`row_number() over (partition by host order by waits_since, next_poll_at, feed_id)`.as("place"),
        ),
    )
    .with("busy", (query) =>
      query
        .selectFrom("feeds")
        .select("host")
        .select((eb) => eb.fn.countAll<number>().as("polls"))
        .where("claimedUntil", ">", now)
        .groupBy("host"),
    )
    .with("next", (query) =>
      query
        .selectFrom("placed")
        .leftJoin("busy", "busy.host", "placed.host")
        .select("placed.feedId")
        .where(sql<boolean>`placed.place + coalesce(busy.polls, 0) <= ${perHost}`)
        .orderBy("placed.waitsSince")
        .orderBy("placed.nextPollAt")
        .orderBy("placed.feedId")
        .limit(limit),
    )
    .with("free", (query) =>
      query
        .selectFrom("feeds")
        .select("feeds.feedId")
        .where("feeds.feedId", "in", (chosen) => chosen.selectFrom("next").select("next.feedId"))
        .where((eb) => eb.or([eb("feeds.claimedUntil", "is", null), eb("feeds.claimedUntil", "<=", now)]))
        .$if(dialect.locksRows, (select) => select.forUpdate().skipLocked()),
    )
    .updateTable("feeds")
    .set({ claimedUntil: now + claimMs })
    .where("feedId", "in", (query) => query.selectFrom("free").select("free.feedId"))
    .returning(FEED_STATE)
    .execute();
  return claimed.toSorted((a, b) => a.nextPollAt - b.nextPollAt || (a.feedId < b.feedId ? -1 : 1));
}
