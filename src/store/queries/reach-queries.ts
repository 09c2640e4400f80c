import { sql, type ExpressionBuilder, type RawBuilder } from "kysely";
import type { QueryContext } from "../query-context.ts";
import type { FeedQueries } from "../reading-queries.ts";
import type { Tables } from "../schema.ts";

/** Whom polls reached, and what follows when that changes. */
export function createReachQueries({ db }: QueryContext): Pick<FeedQueries, "countReach" | "hasten"> {
  return {
    countReach: async ({ since, besides, kinds }) => {
      const hosts = db
        .selectFrom("feeds")
        .select((eb) => eb.fn.count<number>("host").distinct().as("hosts"))
        .where("configured", "=", 1)
        .where("host", "<>", besides);
      const reached = await hosts.where("lastGoodAt", ">=", since).executeTakeFirstOrThrow();
      const unreachable = await hosts
        .where("failures", ">", 0)
        .where((eb) => eb(latestFailure(eb), "in", kinds))
        .executeTakeFirstOrThrow();
      return { reached: reached.hosts, unreachable: unreachable.hosts };
    },
    hasten: async ({ now, kinds, by }) => {
      await db
        .updateTable("feeds")
        .set({ nextPollAt: dividedWait(now, by) })
        .where("configured", "=", 1)
        .where("failures", ">", 0)
        .where("nextPollAt", ">", now)
        .where((eb) => eb(latestFailure(eb), "in", kinds))
        .execute();
    },
  };
}

function latestFailure(eb: ExpressionBuilder<Tables, "feeds">) {
  return eb
    .selectFrom("polls")
    .select("polls.failureKind")
    .whereRef("polls.feedId", "=", "feeds.feedId")
    .orderBy("polls.startedAt", "desc")
    .limit(1);
}

/** Whole milliseconds: both databases divide integers without a rest. */
function dividedWait(now: number, by: number): RawBuilder<number> {
  return sql<number>`cast(${now} as bigint) + (next_poll_at - cast(${now} as bigint)) / cast(${by} as bigint)`;
}
