import { newId } from "../../core/ids.ts";
import { inTransaction, type QueryContext } from "../query-context.ts";
import type { DigestPlace, EditionRow } from "../match-rows.ts";
import type { EditionQueries } from "../telling-queries.ts";
import { createEntryQueries } from "./entry-queries.ts";
import { createSetAsideQueries, takeSetAside } from "./set-aside-queries.ts";

export function createEditionQueries(context: QueryContext): EditionQueries {
  const { db } = context;
  return {
    ...createEntryQueries(context),
    ...createSetAsideQueries(context),
    latest: (channelId, now) =>
      db
        .selectFrom("editions")
        .selectAll()
        .where("channelId", "=", channelId)
        .where("scheduledFor", "<=", now)
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
    listDuring: async (from, to) => {
      const rows = await db
        .selectFrom("editions")
        .select(["channelId", "number"])
        .where("createdAt", ">=", from)
        .where("createdAt", "<", to)
        .where("number", "is not", null)
        .orderBy("createdAt")
        .execute();
      return rows.flatMap(({ channelId, number }) => (number === null ? [] : [{ channelId, number }]));
    },
    listByMatch: (matchId) => listByMatch(context, matchId),
    find: (channelId, number) =>
      db
        .selectFrom("editions")
        .selectAll()
        .where("channelId", "=", channelId)
        .where("number", "=", number)
        .executeTakeFirst(),
    lastNumber: (channelId) => lastNumber(context, channelId),
    list: (channelId, limit) =>
      db
        .selectFrom("editions")
        .selectAll()
        .where("number", "is not", null)
        .$if(channelId !== null, (query) => query.where("channelId", "=", channelId ?? ""))
        .orderBy("createdAt", "desc")
        .orderBy("id", "desc")
        .limit(limit)
        .execute(),
  };
}

async function listByMatch({ db }: QueryContext, matchId: string): Promise<readonly DigestPlace[]> {
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

/** 0: none was told yet. */
async function lastNumber({ db }: Pick<QueryContext, "db">, channelId: string): Promise<number> {
  const { last } = await db
    .selectFrom("editions")
    .select((eb) => eb.fn.max("number").as("last"))
    .where("channelId", "=", channelId)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

async function create(
  { db, dialect }: QueryContext,
  edition: Omit<EditionRow, "id" | "number">,
): Promise<EditionRow | undefined> {
  await dialect.lock(db, `editions:${edition.channelId}`);
  const number = (await lastNumber({ db }, edition.channelId)) + 1;
  const created = await db
    .insertInto("editions")
    .values({ ...edition, id: newId("edn", edition.createdAt), number })
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
  await takeSetAside({ db }, created);
  return created;
}
