import { MATCH_TRIES } from "../item-rows.ts";
import type { QueryContext } from "../query-context.ts";
import type { ProgressQueries } from "../operation-queries.ts";
import { isAsked } from "./feed-state.ts";
import { currentItems } from "./stored-items.ts";
import { isReady } from "./story-deliveries.ts";

export function createProgressQueries(context: QueryContext): ProgressQueries {
  const { db } = context;
  return {
    mark: async (name, at) => {
      await db
        .insertInto("marks")
        .values({ name, at })
        .onConflict((conflict) =>
          conflict
            .column("name")
            .doUpdateSet((eb) => ({ at: eb.ref("excluded.at") }))
            .whereRef("marks.at", "<", "excluded.at"),
        )
        .execute();
    },
    markedAt: async (name) => {
      const mark = await db.selectFrom("marks").select("at").where("name", "=", name).executeTakeFirst();
      return mark?.at ?? null;
    },
    oldestWork: async (now, channelIds) => ({
      feedDueAt: await findFeedDueAt(context, now),
      itemSeenAt: await findItemSeenAt(context),
      messageDueAt: await findMessageDueAt(context, now, channelIds),
    }),
    latestWork: async () => {
      const poll = await db
        .selectFrom("polls")
        .select("finishedAt")
        .orderBy("startedAt", "desc")
        .limit(1)
        .executeTakeFirst();
      // Ids begin with their time, and only they have an index over all attempts.
      const attempt = await db
        .selectFrom("attempts")
        .select("startedAt")
        .orderBy("id", "desc")
        .limit(1)
        .executeTakeFirst();
      return { polledAt: poll?.finishedAt ?? null, attemptedAt: attempt?.startedAt ?? null };
    },
  };
}

async function findFeedDueAt({ db }: QueryContext, now: number): Promise<number | null> {
  const feed = await db
    .selectFrom("feeds")
    .select("nextPollAt")
    .where("nextPollAt", "<=", now)
    .where((eb) => isAsked(eb, now))
    .orderBy("nextPollAt")
    .limit(1)
    .executeTakeFirst();
  return feed?.nextPollAt ?? null;
}

/** Of the item that the matcher is given first; what was set aside, it is not given any more. */
async function findItemSeenAt({ db }: QueryContext): Promise<number | null> {
  const item = await currentItems(db)
    .select("itemRevisions.seenAt")
    .whereRef("items.matchedRevision", "<", "items.revision")
    .where("items.matchFailures", "<", MATCH_TRIES)
    .orderBy("items.firstSeenAt")
    .orderBy("items.id")
    .limit(1)
    .executeTakeFirst();
  return item?.seenAt ?? null;
}

/** A channel that its provider wants to be left alone keeps nobody waiting, nor does what waits for another message. */
async function findMessageDueAt(
  { db }: QueryContext,
  now: number,
  channelIds: readonly string[],
): Promise<number | null> {
  if (channelIds.length === 0) return null;
  const { dueAt } = await db
    .selectFrom("deliveries")
    .select((eb) => eb.fn.min("dueAt").as("dueAt"))
    .where("status", "=", "pending")
    .where("dueAt", "<=", now)
    .where("channelId", "in", channelIds)
    .where(isReady)
    .where("channelId", "not in", (query) =>
      query.selectFrom("channelRates").select("channelRates.channelId").where("notBefore", ">", now),
    )
    .executeTakeFirstOrThrow();
  return dueAt;
}
