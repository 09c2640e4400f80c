import { newId } from "../../core/ids.ts";
import { inTransaction, type QueryContext } from "../query-context.ts";
import type { CollectedMatch, EditionRow } from "../match-rows.ts";
import type { EditionQueries } from "../telling-queries.ts";
import { selectTellable, toTellable } from "./tellable-matches.ts";

export function createEditionQueries(context: QueryContext): EditionQueries {
  const { db } = context;
  return {
    collect: async (channelId, matchId, reason, now) => {
      await db
        .insertInto("digestEntries")
        .values({ channelId, matchId, reason, collectedAt: now, editionId: null })
        .onConflict((conflict) => conflict.columns(["channelId", "matchId"]).doNothing())
        .execute();
    },
    latest: (channelId) =>
      db
        .selectFrom("editions")
        .selectAll()
        .where("channelId", "=", channelId)
        .orderBy("scheduledFor", "desc")
        .limit(1)
        .executeTakeFirst(),
    create: (edition) => inTransaction(context, (inside) => create(inside, edition)),
    skip: async (window) => {
      await db
        .insertInto("editions")
        .values({ ...window, id: newId("edn", window.createdAt), number: null })
        .onConflict((conflict) => conflict.columns(["channelId", "scheduledFor"]).doNothing())
        .execute();
    },
    get: (editionId) => db.selectFrom("editions").selectAll().where("id", "=", editionId).executeTakeFirst(),
    listSince: async (since) => {
      const rows = await db
        .selectFrom("editions")
        .select(["channelId", "number"])
        .where("createdAt", ">=", since)
        .where("number", "is not", null)
        .orderBy("createdAt")
        .execute();
      return rows.flatMap(({ channelId, number }) => (number === null ? [] : [{ channelId, number }]));
    },
    countWaiting: async (channelId) => {
      const { count } = await db
        .selectFrom("digestEntries")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .where("channelId", "=", channelId)
        .where("editionId", "is", null)
        .executeTakeFirstOrThrow();
      return count;
    },
    listMatches: async (editionId) => {
      const rows = await selectTellable(db)
        .innerJoin("digestEntries", "digestEntries.matchId", "matches.id")
        .select("digestEntries.reason")
        .where("digestEntries.editionId", "=", editionId)
        .orderBy("matches.matchedAt")
        .orderBy("matches.id")
        .execute();
      return rows.map((row) => ({ ...toTellable(row), reason: row.reason }));
    },
    listByMatch: (matchId) => listByMatch(context, matchId),
    listSetAside: (channelId, from, to) => listSetAside(context, { channelId, from, to }),
  };
}

async function listByMatch({ db }: QueryContext, matchId: string): Promise<readonly CollectedMatch[]> {
  const rows = await db
    .selectFrom("digestEntries")
    .leftJoin("editions", "editions.id", "digestEntries.editionId")
    .select([
      "digestEntries.channelId",
      "digestEntries.reason",
      "digestEntries.collectedAt",
      "editions.id",
      "editions.number",
      "editions.scheduledFor",
    ])
    .where("digestEntries.matchId", "=", matchId)
    .orderBy("digestEntries.channelId")
    .execute();
  return rows.map(({ channelId, reason, collectedAt, id, number, scheduledFor }) => {
    const edition = id === null || scheduledFor === null ? null : { id, number, scheduledFor };
    return { channelId, reason, collectedAt, edition };
  });
}

function listSetAside(
  { db }: QueryContext,
  { channelId, from, to }: { channelId: string; from: number; to: number },
): ReturnType<EditionQueries["listSetAside"]> {
  return db
    .selectFrom("decisions")
    .innerJoin("matches", "matches.id", "decisions.matchId")
    .innerJoin("itemRevisions", (join) =>
      join
        .onRef("itemRevisions.itemId", "=", "matches.itemId")
        .onRef("itemRevisions.revision", "=", "matches.itemRevision"),
    )
    .select([
      "matches.itemId",
      "decisions.reason",
      "itemRevisions.title as headline",
      "itemRevisions.link",
      "matches.watchTitle",
    ])
    .where("decisions.channelId", "=", channelId)
    .where("decisions.kind", "=", "suppress")
    .where("decisions.decidedAt", ">=", from)
    .where("decisions.decidedAt", "<", to)
    .orderBy("decisions.decidedAt")
    .orderBy("matches.id")
    .execute();
}

async function create(
  { db, dialect }: QueryContext,
  edition: Omit<EditionRow, "id" | "number">,
): Promise<EditionRow | undefined> {
  await dialect.lock(db, `editions:${edition.channelId}`);
  const { last } = await db
    .selectFrom("editions")
    .select((eb) => eb.fn.max("number").as("last"))
    .where("channelId", "=", edition.channelId)
    .executeTakeFirstOrThrow();
  const created = await db
    .insertInto("editions")
    .values({ ...edition, id: newId("edn", edition.createdAt), number: (last ?? 0) + 1 })
    .onConflict((conflict) => conflict.columns(["channelId", "scheduledFor"]).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (created === undefined) return undefined;
  await db
    .updateTable("digestEntries")
    .set({ editionId: created.id })
    .where("channelId", "=", edition.channelId)
    .where("editionId", "is", null)
    .execute();
  return created;
}
