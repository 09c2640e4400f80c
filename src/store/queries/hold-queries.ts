import { ESCALATION_KEY } from "../delivery-rows.ts";
import type { QueryContext } from "../query-context.ts";
import type { HoldQueries } from "../restraint-queries.ts";
import type { HeldGroup } from "../restraint-rows.ts";
import { findOpenRoundup, listBacklog } from "./backlog-queries.ts";
import { mayHaveArrived } from "./delivery-reach.ts";
import { endOfHold } from "./end-of-hold.ts";
import { withHistory } from "./delivery-history.ts";
import { inChunks } from "./in-chunks.ts";
import { takeInEdits } from "./take-in-edits.ts";

/** Deliveries that no attempt has ended. */
const OPEN = ["held", "pending"] as const;

export function createHoldQueries(context: QueryContext): HoldQueries {
  const { db } = context;
  return {
    ...createHoldEnds(context),
    ...createDueHolds(context),
    nextRelease: async (channelId, severity) => {
      const row = await db
        .selectFrom("deliveries")
        .select((eb) => eb.fn.min("dueAt").as("dueAt"))
        .where("status", "=", "held")
        .where("kind", "=", "alert")
        .where("channelId", "=", channelId)
        .where("heldFor", "=", "over-cap")
        .where("severity", severity === "urgent" ? "=" : "<>", "urgent")
        .executeTakeFirst();
      return row?.dueAt ?? undefined;
    },
    listBacklog: (channelId, range) => listBacklog(context, channelId, range),
    findOpenRoundup: (channelId, keyPrefix) => findOpenRoundup(context, channelId, keyPrefix),
    countAlerts: async (channelId, severities, since) => {
      if (severities.length === 0) return 0;
      const { count } = await db
        .selectFrom("deliveries")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .where("channelId", "=", channelId)
        .where("kind", "=", "alert")
        .where("severity", "in", severities)
        .where((eb) => eb.or([eb("status", "=", "pending"), eb("sentAt", ">=", since)]))
        .executeTakeFirstOrThrow();
      return count;
    },
  };
}

/** Alerts that somebody's claim would end, which is asked right before each is sent. */
const ESCALATIONS = `${ESCALATION_KEY}%`;

/**
 * Alerts that wait for a time at which they are told; not those that somebody's claim would end, nor those that may have
 * arrived before they were held: these go by themselves, so that the channel is asked for them.
 */
function selectDue({ db }: QueryContext, now: number) {
  return db
    .selectFrom("deliveries")
    .where("status", "=", "held")
    .where("dueAt", "<=", now)
    .where("kind", "=", "alert")
    .where("heldFor", "<>", "escalation")
    .where("key", "not like", ESCALATIONS)
    .where((eb) => eb.not(mayHaveArrived(eb)));
}

function createDueHolds(context: QueryContext): Pick<HoldQueries, "listDueGroups" | "listDue" | "releaseReady"> {
  return {
    listDueGroups: async (now) => {
      const rows = await selectDue(context, now)
        .select(["channelId", "heldFor"])
        .distinct()
        .orderBy("channelId")
        .orderBy("heldFor")
        .$narrowType<{ heldFor: HeldGroup["heldFor"] }>()
        .execute();
      return rows.flatMap((row) => [true, false].map((isUrgent) => ({ ...row, isUrgent })));
    },
    listDue: async ({ channelId, heldFor, isUrgent }, now, limit) => {
      const rows = await selectDue(context, now)
        .selectAll()
        .where("channelId", "=", channelId)
        .where("heldFor", "=", heldFor)
        .where("severity", isUrgent ? "=" : "<>", "urgent")
        .orderBy("createdAt")
        .orderBy("id")
        .limit(limit)
        .execute();
      return withHistory(context, rows);
    },
    releaseReady: async (now) => {
      await context.db
        .updateTable("deliveries")
        .set({ status: "pending", dueAt: now })
        .where("status", "=", "held")
        .where("dueAt", "<=", now)
        .where((eb) =>
          eb.or([
            eb("kind", "<>", "alert"),
            eb("heldFor", "=", "escalation"),
            eb("key", "like", ESCALATIONS),
            mayHaveArrived(eb),
          ]),
        )
        .execute();
    },
  };
}

type Ends = Pick<
  HoldQueries,
  "hold" | "takeInEdits" | "release" | "summarise" | "drop" | "rewrite" | "raise" | "detachMatches"
>;

function createHoldEnds(context: QueryContext): Ends {
  const { db } = context;
  return {
    hold: async (deliveryId, heldFor, until) => {
      await db
        .updateTable("deliveries")
        .set({ status: "held", heldFor, heldUntil: until, dueAt: until })
        .where("id", "=", deliveryId)
        .where("status", "=", "pending")
        .execute();
    },
    takeInEdits: (deliveryId) => takeInEdits(context, deliveryId),
    release: (deliveryIds, now) =>
      inChunks(deliveryIds, async (ids) => {
        await db
          .updateTable("deliveries")
          .set((eb) => ({ status: "pending", dueAt: now, heldUntil: endOfHold(eb, now) }))
          .where("id", "in", ids)
          .where("status", "=", "held")
          .execute();
      }),
    summarise: (deliveryIds, inKey) =>
      inChunks(deliveryIds, async (ids) => {
        await db
          .updateTable("deliveries")
          .set({ status: "summarised", reason: "in-summary", detail: inKey })
          .where("id", "in", ids)
          .where("status", "in", OPEN)
          .execute();
      }),
    drop: async (deliveryId, reason, detail) => {
      await db
        .updateTable("deliveries")
        .set({ status: "dropped", reason, detail })
        .where("id", "=", deliveryId)
        .where("status", "in", OPEN)
        .execute();
    },
    rewrite: async (deliveryId, payload) => {
      await db
        .updateTable("deliveries")
        .set({ payload })
        .where("id", "=", deliveryId)
        .where("status", "in", OPEN)
        .execute();
    },
    raise: async (deliveryId, severity) => {
      await db
        .updateTable("deliveries")
        .set({ severity })
        .where("id", "=", deliveryId)
        .where("status", "in", OPEN)
        .execute();
    },
    detachMatches: (deliveryId, matchIds) => detachMatches(db, deliveryId, matchIds),
  };
}

function detachMatches(db: QueryContext["db"], deliveryId: string, matchIds: readonly string[]): Promise<void> {
  return inChunks(matchIds, async (ids) => {
    await db.deleteFrom("deliveryMatches").where("deliveryId", "=", deliveryId).where("matchId", "in", ids).execute();
  });
}
