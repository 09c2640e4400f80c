import { newId } from "../../core/ids.ts";
import { inTransaction, type QueryContext } from "../query-context.ts";
import type { DeliveryRow, NewDelivery } from "../delivery-rows.ts";
import type { TellableMatch } from "../match-rows.ts";
import type { DeliveryQueries } from "../telling-queries.ts";
import { beginAttempt, endAttempt, listAttempts, listUnanswered } from "./attempt-queries.ts";
import { createDeliveryCounts } from "./delivery-counts.ts";
import { withHistory } from "./delivery-history.ts";
import { inChunks } from "./in-chunks.ts";
import { reviseDelivery } from "./revise-delivery.ts";
import { isReady, listOfStory, listOrphans, listTold } from "./story-deliveries.ts";
import { listTellable } from "./tellable-matches.ts";

export function createDeliveryQueries(context: QueryContext): DeliveryQueries {
  return {
    ...createDeliveryWrites(context),
    ...createDeliveryReads(context),
    ...createDeliveryCounts(context),
    listOfStory: (storyId, channelId) => listOfStory(context, storyId, channelId),
    listTold: (deliveryIds) => listTold(context, deliveryIds),
    listOrphans: (channelId) => listOrphans(context, channelId),
    beginAttempt: (deliveryId, lease, now) =>
      inTransaction(context, (inside) => beginAttempt(inside, deliveryId, lease, now)),
    endAttempt: (end) => inTransaction(context, (inside) => endAttempt(inside, end)),
    revise: (deliveryId, revision) => inTransaction(context, (inside) => reviseDelivery(inside, deliveryId, revision)),
    listUnanswered: (channelId) => listUnanswered(context, channelId),
    listAttempts: (deliveryId) => listAttempts(context, deliveryId),
  };
}

type Writes = Pick<DeliveryQueries, "add" | "attachMatches" | "postpone" | "endWaiting">;

function createDeliveryWrites(context: QueryContext): Writes {
  const { db } = context;
  return {
    add: (delivery) => add(context, delivery),
    attachMatches: async (deliveryId, matchIds) => {
      await inChunks(matchIds, async (chunk) => {
        await db
          .insertInto("deliveryMatches")
          .values(chunk.map((matchId) => ({ deliveryId, matchId })))
          .onConflict((conflict) => conflict.columns(["deliveryId", "matchId"]).doNothing())
          .execute();
      });
    },
    postpone: async (channelId, dueAt) => {
      await db
        .updateTable("deliveries")
        .set({ dueAt })
        .where("status", "=", "pending")
        .where("channelId", "=", channelId)
        .where("dueAt", "<", dueAt)
        .execute();
    },
    endWaiting: async (channelId, reason) => {
      const ended = await db
        .updateTable("deliveries")
        .set({ status: "dropped", reason, detail: null })
        .where("status", "in", ["held", "pending"])
        .where("channelId", "=", channelId)
        .returningAll()
        .execute();
      const ordered = ended.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
      return withHistory(context, ordered);
    },
  };
}

async function add({ db }: QueryContext, delivery: NewDelivery): Promise<{ id: string; added: boolean }> {
  const { held = null, ...row } = delivery;
  const inserted = await db
    .insertInto("deliveries")
    .values({
      ...row,
      id: newId("dlv", delivery.createdAt),
      status: held === null ? "pending" : "held",
      dueAt: held?.until ?? row.dueAt,
      heldFor: held?.for ?? null,
      heldUntil: held?.until ?? null,
    })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (inserted !== undefined) return { id: inserted.id, added: true };
  const { id } = await db
    .selectFrom("deliveries")
    .select("id")
    .where("key", "=", delivery.key)
    .executeTakeFirstOrThrow();
  return { id, added: false };
}

type Reads = Pick<
  DeliveryQueries,
  | "get"
  | "findByKey"
  | "listDue"
  | "listChildren"
  | "countMatches"
  | "listMatches"
  | "listByMatch"
  | "listByEdition"
  | "list"
>;

function createDeliveryReads(context: QueryContext): Reads {
  const { db } = context;
  return {
    listByEdition: async (editionId) => {
      const rows = await db
        .selectFrom("deliveries")
        .selectAll()
        .where("editionId", "=", editionId)
        .orderBy("createdAt")
        .orderBy("key")
        .execute();
      return withHistory(context, rows);
    },
    listByMatch: (matchId) => listByMatch(context, matchId),
    get: async (deliveryId) => {
      const row = await db.selectFrom("deliveries").selectAll().where("id", "=", deliveryId).executeTakeFirst();
      return row && (await withHistory(context, [row]))[0];
    },
    findByKey: async (key) => {
      const row = await db.selectFrom("deliveries").selectAll().where("key", "=", key).executeTakeFirst();
      return row && (await withHistory(context, [row]))[0];
    },
    listDue: async (channelId, now, limit) => {
      const rows = await db
        .selectFrom("deliveries")
        .selectAll()
        .where("status", "=", "pending")
        .where("channelId", "=", channelId)
        .where("dueAt", "<=", now)
        .where(isReady)
        .orderBy((eb) => eb.case("severity").when("urgent").then(0).when("normal").then(1).else(2).end())
        .orderBy("createdAt")
        .orderBy("id")
        .limit(limit)
        .execute();
      return withHistory(context, rows);
    },
    listChildren: async (deliveryId) => {
      const rows = await db
        .selectFrom("deliveries")
        .selectAll()
        .where("parentId", "=", deliveryId)
        .where("kind", "in", ["edit", "reply"])
        .orderBy("createdAt")
        .orderBy("id")
        .execute();
      return withHistory(context, rows);
    },
    countMatches: async (deliveryId) => {
      const { count } = await db
        .selectFrom("deliveryMatches")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .where("deliveryId", "=", deliveryId)
        .executeTakeFirstOrThrow();
      return count;
    },
    listMatches: (...deliveryIds) => listMatches(context, deliveryIds),
    list: (filter) => list(context, filter),
  };
}

async function list(
  context: QueryContext,
  { status, kind, channelId, limit }: Parameters<DeliveryQueries["list"]>[0],
): ReturnType<DeliveryQueries["list"]> {
  const rows = await context.db
    .selectFrom("deliveries")
    .selectAll()
    .$if(status !== undefined, (query) => query.where("status", "=", status ?? "pending"))
    .$if(kind !== undefined, (query) => query.where("kind", "=", kind ?? "alert"))
    .$if(channelId !== undefined, (query) => query.where("channelId", "=", channelId ?? ""))
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return withHistory(context, rows);
}

async function listMatches({ db }: QueryContext, deliveryIds: readonly string[]): Promise<readonly TellableMatch[]> {
  const ids: string[] = [];
  await inChunks(deliveryIds, async (chunk) => {
    const rows = await db.selectFrom("deliveryMatches").select("matchId").where("deliveryId", "in", chunk).execute();
    ids.push(...rows.map(({ matchId }) => matchId));
  });
  return listTellable(db, ids);
}

async function listByMatch(context: QueryContext, matchId: string): Promise<readonly DeliveryRow[]> {
  const rows = await context.db
    .selectFrom("deliveries")
    .selectAll()
    .where((eb) =>
      eb.or([
        eb("id", "in", eb.selectFrom("deliveryMatches").select("deliveryId").where("matchId", "=", matchId)),
        eb("editionId", "in", eb.selectFrom("digestEntries").select("editionId").where("matchId", "=", matchId)),
      ]),
    )
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  return withHistory(context, rows);
}
