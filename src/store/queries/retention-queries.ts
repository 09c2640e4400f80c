import { sql, type ExpressionBuilder } from "kysely";
import { inTransaction, type QueryContext } from "../query-context.ts";
import type { RetentionQueries } from "../reading-queries.ts";
import type { Tables } from "../schema.ts";
import { removeItems } from "./remove-items.ts";
import { removeSketches } from "./sketch-queries.ts";

export function createRetentionQueries(context: QueryContext): RetentionQueries {
  const { db } = context;
  return {
    removeItems: (limits, after, limit) =>
      inTransaction(context, (inside) => removeItems(inside, { limits, after, limit })),
    removeDeliveries: (before, limit) => inTransaction(context, (inside) => removeDeliveries(inside, before, limit)),
    removeEditions: (before, limit) => inTransaction(context, (inside) => removeEditions(inside, before, limit)),
    removeDecisions: (before, limit) => removeDecisions(context, before, limit),
    removeIncidents: async (before, limit) => {
      const removed = await db
        .deleteFrom("incidents")
        .where("id", "in", (query) =>
          query.selectFrom("incidents as old").select("old.id").where("old.closedAt", "<", before).limit(limit),
        )
        .executeTakeFirst();
      return Number(removed.numDeletedRows);
    },
    removeSilences: (before, limit) => inTransaction(context, (inside) => removeSilences(inside, before, limit)),
    removeClaims: async (before, limit) => {
      const removed = await db
        .deleteFrom("claims")
        .where("storyId", "in", (query) =>
          query.selectFrom("claims as old").select("old.storyId").where("old.claimedAt", "<", before).limit(limit),
        )
        .executeTakeFirst();
      return Number(removed.numDeletedRows);
    },
    removeConfigs: async (before, limit) => {
      const removed = await db
        .deleteFrom("configs")
        .where("hash", "in", (query) =>
          query
            .selectFrom("configs as old")
            .select("old.hash")
            .where("old.active", "=", 0)
            .where("old.loadedAt", "<", before)
            .limit(limit),
        )
        .executeTakeFirst();
      return Number(removed.numDeletedRows);
    },
    removePolls: async (before, limit) => {
      const removed = await db
        .deleteFrom("polls")
        .where("id", "in", (query) =>
          query
            .selectFrom("polls as old")
            .select("old.id")
            .where("old.startedAt", "<", before)
            .orderBy("old.startedAt")
            .limit(limit),
        )
        .executeTakeFirst();
      return Number(removed.numDeletedRows);
    },
    removeSketches: (before, limit) => inTransaction(context, (inside) => removeSketches(inside, before, limit)),
    removeDocuments: (before, limit) => removeDocuments(context, before, limit),
    usedBytes: () => usedBytes(context),
  };
}

/** Whether a message is the last by which a channel heard of a story that goes on: without it the next report were the first. */
function isLastWord(eb: ExpressionBuilder<Tables, "deliveries">, before: number) {
  const later = eb
    .selectFrom("deliveries as later")
    .select("later.id")
    .whereRef("later.storyId", "=", "deliveries.storyId")
    .whereRef("later.channelId", "=", "deliveries.channelId")
    .whereRef("later.createdAt", ">", "deliveries.createdAt")
    .where("later.kind", "=", "alert");
  const reports = eb
    .selectFrom("storyItems")
    .select("storyItems.itemId")
    .whereRef("storyItems.storyId", "=", "deliveries.storyId")
    .where("storyItems.addedAt", ">=", before);
  return eb.and([eb.exists(reports), eb.not(eb.exists(later))]);
}

async function removeDeliveries({ db }: QueryContext, before: number, limit: number): Promise<number> {
  const old = await db
    .selectFrom("deliveries")
    .select("id")
    .where("createdAt", "<", before)
    .where("status", "not in", ["held", "pending"])
    .where((eb) => eb.not(isLastWord(eb, before)))
    .orderBy("createdAt")
    .limit(limit)
    .execute();
  const ids = old.map(({ id }) => id);
  if (ids.length === 0) return 0;
  for (const table of ["attempts", "deliveryActs", "deliveryRecipients", "deliveryMatches", "claimTokens"] as const)
    await db.deleteFrom(table).where("deliveryId", "in", ids).execute();
  await db.deleteFrom("deliveries").where("id", "in", ids).execute();
  return ids.length;
}

/** Decisions have a key of three columns, which no list of ids can name. */
async function removeDecisions({ db }: QueryContext, before: number, limit: number): Promise<number> {
  const old = await db
    .selectFrom("decisions")
    .select(["matchId", "channelId", "reason"])
    .where("decidedAt", "<", before)
    .orderBy("decidedAt")
    .limit(limit)
    .execute();
  if (old.length === 0) return 0;
  await db
    .deleteFrom("decisions")
    .where((eb) =>
      eb.or(
        old.map(({ matchId, channelId, reason }) =>
          eb.and([eb("matchId", "=", matchId), eb("channelId", "=", channelId), eb("reason", "=", reason)]),
        ),
      ),
    )
    .execute();
  return old.length;
}

async function removeEditions({ db }: QueryContext, before: number, limit: number): Promise<number> {
  const old = await db
    .selectFrom("editions")
    .select("id")
    .where("createdAt", "<", before)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("editions as later")
          .select("later.id")
          .whereRef("later.channelId", "=", "editions.channelId")
          .whereRef("later.scheduledFor", ">", "editions.scheduledFor")
          .where((later) =>
            later.or([later("editions.number", "is", null), later("later.number", ">", later.ref("editions.number"))]),
          ),
      ),
    )
    .orderBy("createdAt")
    .limit(limit)
    .execute();
  const ids = old.map(({ id }) => id);
  if (ids.length === 0) return 0;
  for (const table of ["digestEntries", "setAsideEntries"] as const)
    await db.deleteFrom(table).where("editionId", "in", ids).execute();
  await db.deleteFrom("editions").where("id", "in", ids).execute();
  return ids.length;
}

async function removeSilences({ db }: QueryContext, before: number, limit: number): Promise<number> {
  const old = await db
    .selectFrom("silences")
    .select("id")
    .where("endsAt", "<", before)
    .where("toldAt", "is not", null)
    .limit(limit)
    .execute();
  const ids = old.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await db.deleteFrom("silenceMatches").where("silenceId", "in", ids).execute();
  await db.deleteFrom("silences").where("id", "in", ids).execute();
  return ids.length;
}

async function removeDocuments({ db }: QueryContext, before: number, limit: number): Promise<number> {
  const old = await db
    .selectFrom("documents")
    .innerJoin("feeds", "feeds.feedId", "documents.feedId")
    .select(["documents.feedId", "documents.verdict"])
    .where("feeds.configured", "=", 0)
    .where("documents.fetchedAt", "<", before)
    .limit(limit)
    .execute();
  for (const { feedId, verdict } of old)
    await db.deleteFrom("documents").where("feedId", "=", feedId).where("verdict", "=", verdict).execute();
  return old.length;
}

async function usedBytes({ db, dialect }: QueryContext): Promise<number | null> {
  if (dialect.name !== "sqlite") return null;
  const { rows } = await sql<{ used: number }>`
    select (p.page_count - f.freelist_count) * s.page_size as used
    from pragma_page_count() p, pragma_freelist_count() f, pragma_page_size() s`.execute(db);
  return rows[0]?.used ?? 0;
}
