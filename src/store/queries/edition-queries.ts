import { newId } from "../../core/ids.ts";
import { inTransaction, type QueryContext } from "../query-context.ts";
import type { CollectedMatch, EarlierMatch, EditionRow } from "../match-rows.ts";
import type { EditionQueries } from "../telling-queries.ts";
import { createEntryQueries } from "./entry-queries.ts";
import { selectTellable, toTellable } from "./tellable-matches.ts";

/** A decision has its time before others can see it: one made in the window before may be found only now. */
const COMMITTED_WITHIN_MS = 10 * 60_000;

export function createEditionQueries(context: QueryContext): EditionQueries {
  const { db } = context;
  return {
    ...createEntryQueries(context),
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
    listEarlier: (editionId) => listEarlier(context, editionId),
    listSetAside: (editionId) => listSetAside(context, editionId),
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

/** Reasons for which an alert that was decided is dropped when it is to be sent. */
const NOT_SENT_AFTER_ALL = ["watch-off", "silenced", "no-longer-useful"];

async function listSetAside({ db }: QueryContext, editionId: string): ReturnType<EditionQueries["listSetAside"]> {
  const { channelId, fromAt, toAt } = await db
    .selectFrom("editions")
    .select(["channelId", "fromAt", "toAt"])
    .where("id", "=", editionId)
    .executeTakeFirstOrThrow();
  return db
    .selectFrom("decisions")
    .innerJoin("matches", "matches.id", "decisions.matchId")
    .innerJoin("itemRevisions", (join) =>
      join
        .onRef("itemRevisions.itemId", "=", "matches.itemId")
        .onRef("itemRevisions.revision", "=", "matches.itemRevision"),
    )
    .select([
      "decisions.channelId",
      "matches.itemId",
      "decisions.reason",
      "itemRevisions.title as headline",
      "itemRevisions.link",
      "matches.watchTitle",
    ])
    .where("decisions.kind", "=", "suppress")
    .where((eb) =>
      eb.or([
        eb("decisions.editionId", "=", editionId),
        eb.and([
          eb("decisions.channelId", "!=", channelId),
          eb("decisions.reason", "in", NOT_SENT_AFTER_ALL),
          eb("decisions.decidedAt", ">=", fromAt),
          eb("decisions.decidedAt", "<", toAt),
          eb.exists(
            eb
              .selectFrom("digestEntries")
              .select("digestEntries.matchId")
              .where("digestEntries.channelId", "=", channelId)
              .whereRef("digestEntries.matchId", "=", "decisions.matchId"),
          ),
        ]),
      ]),
    )
    .orderBy("decisions.decidedAt")
    .orderBy("matches.id")
    .execute();
}

async function listEarlier({ db }: QueryContext, editionId: string): Promise<readonly EarlierMatch[]> {
  const rows = await selectTellable(db)
    .innerJoin("digestEntries", "digestEntries.matchId", "matches.id")
    .innerJoin("editions", "editions.id", "digestEntries.editionId")
    .innerJoin("editions as current", "current.channelId", "editions.channelId")
    .select((eb) => eb.fn.coalesce("editions.number", eb.val(0)).as("editionNumber"))
    .where("current.id", "=", editionId)
    .whereRef("editions.number", "<", "current.number")
    .where("matches.storyId", "in", (query) =>
      query
        .selectFrom("digestEntries as taken")
        .innerJoin("matches as new", "new.id", "taken.matchId")
        .select("new.storyId")
        .where("taken.editionId", "=", editionId),
    )
    .orderBy("matches.matchedAt")
    .orderBy("matches.id")
    .execute();
  return rows.map((row) => ({ ...toTellable(row), editionNumber: row.editionNumber }));
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
  await db
    .updateTable("decisions")
    .set({ editionId: created.id })
    .where("channelId", "=", edition.channelId)
    .where("kind", "=", "suppress")
    .where("editionId", "is", null)
    .where("decidedAt", ">=", edition.fromAt - COMMITTED_WITHIN_MS)
    .execute();
  return created;
}
