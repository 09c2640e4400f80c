import type { Kysely } from "kysely";
import type { QueryContext } from "../query-context.ts";
import type { Tables } from "../schema.ts";
import type { DeliveryQueries } from "../telling-queries.ts";
import { hasReached } from "./delivery-reach.ts";
import { isOrphan, isReady } from "./story-deliveries.ts";

type Counts = Pick<
  DeliveryQueries,
  | "listChannelsWithWork"
  | "listWaitingElsewhere"
  | "nextDueAt"
  | "oldestPending"
  | "listWaitingAlerts"
  | "countDuring"
  | "count"
>;

/** What waits, and how much of everything there is. */
export function createDeliveryCounts({ db }: QueryContext): Counts {
  return {
    listChannelsWithWork: async (now) => {
      const rows = await db
        .selectFrom("deliveries")
        .select("channelId")
        .where("status", "=", "pending")
        .where((eb) => eb.or([eb.and([eb("dueAt", "<=", now), isReady(eb)]), isOrphan(eb)]))
        .union((query) => query.selectFrom("attempts").select("channelId").where("outcome", "is", null))
        .orderBy("channelId")
        .execute();
      const paused = await db.selectFrom("channelRates").select("channelId").where("notBefore", ">", now).execute();
      const pausedIds = new Set(paused.map(({ channelId }) => channelId));
      return rows.map(({ channelId }) => channelId).filter((channelId) => !pausedIds.has(channelId));
    },
    listWaitingElsewhere: (channelIds) => listWaitingElsewhere(db, channelIds),
    nextDueAt: async (now) => {
      const row = await db
        .selectFrom("deliveries")
        .select((eb) => eb.fn.min("dueAt").as("dueAt"))
        .where("status", "=", "pending")
        .where("dueAt", ">", now)
        .executeTakeFirst();
      return row?.dueAt ?? undefined;
    },
    oldestPending: () =>
      db
        .selectFrom("deliveries")
        .select((eb) => [
          "channelId",
          eb.fn.min(eb.fn.coalesce("heldUntil", "createdAt")).as("since"),
          eb.fn.countAll<number>().as("count"),
        ])
        .where("status", "=", "pending")
        .where(isReady)
        .groupBy("channelId")
        .orderBy("channelId")
        .execute(),
    countDuring: (from, to) =>
      db
        .selectFrom("deliveries")
        .select((eb) => ["channelId", "kind", "status", eb.fn.countAll<number>().as("count")])
        .where((eb) => eb.between(eb.fn.coalesce("sentAt", "createdAt"), from, to - 1))
        .groupBy(["channelId", "kind", "status"])
        .orderBy("channelId")
        .execute(),
    listWaitingAlerts: (limit) => listWaitingAlerts(db, limit),
    count: () =>
      db
        .selectFrom("deliveries")
        .select((eb) => ["status", eb.fn.countAll<number>().as("count")])
        .groupBy("status")
        .orderBy("status")
        .execute(),
  };
}

function listWaitingElsewhere(db: Kysely<Tables>, channelIds: readonly string[]) {
  return db
    .selectFrom("deliveries")
    .select((eb) => ["channelId", eb.fn.min("createdAt").as("since"), eb.fn.countAll<number>().as("count")])
    .where("status", "in", ["held", "pending"])
    .$if(channelIds.length > 0, (query) => query.where("channelId", "not in", channelIds))
    .groupBy("channelId")
    .orderBy("channelId")
    .execute();
}

/** What an operator had tried again waits since then. */
async function listWaitingAlerts(db: Kysely<Tables>, limit: number) {
  return db
    .selectFrom("deliveries")
    .select((eb) => [
      "channelId",
      "dueAt",
      "heldUntil",
      "reason",
      eb
        .selectFrom("attempts")
        .select((of) => of.fn.min("attempts.startedAt").as("triedAt"))
        .whereRef("attempts.deliveryId", "=", "deliveries.id")
        .where((of) =>
          of.not(
            of.exists(
              of
                .selectFrom("deliveryActs")
                .select("deliveryActs.id")
                .whereRef("deliveryActs.deliveryId", "=", "deliveries.id")
                .whereRef("deliveryActs.at", ">", "attempts.startedAt"),
            ),
          ),
        )
        .as("triedAt"),
    ])
    .where("status", "=", "pending")
    .where("kind", "in", ["alert", "roundup"])
    .where(isReady)
    .where((eb) => eb.not(hasReached(eb)))
    .orderBy("dueAt")
    .limit(limit)
    .execute();
}
