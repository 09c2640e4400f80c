import { inTransaction, type QueryContext } from "../query-context.ts";
import type { EditionQueries } from "../telling-queries.ts";
import type { CollectedMatch, EarlierMatch } from "../match-rows.ts";
import { inChunks } from "./in-chunks.ts";
import { matchedRevisions } from "./stored-items.ts";
import {
  byMatchedAt,
  selectTellable,
  TELLABLE_AT_ONCE,
  toTellable,
  type StoredTellableRow,
} from "./tellable-matches.ts";

type EntryQueries = Pick<
  EditionQueries,
  "collect" | "countWaiting" | "listWaitingChannels" | "endWaiting" | "listMatches" | "listWaiting" | "listEarlier"
>;

/** What waits for editions, and what they took. */
export function createEntryQueries(context: QueryContext): EntryQueries {
  const { db } = context;
  return {
    collect: async (channelId, matchId, reason, now) => {
      await db
        .insertInto("digestEntries")
        .values({ channelId, matchId, reason, collectedAt: now, editionId: null })
        .onConflict((conflict) => conflict.columns(["channelId", "matchId"]).doNothing())
        .execute();
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
    listWaitingChannels: () =>
      db
        .selectFrom("digestEntries")
        .select((eb) => ["channelId", eb.fn.min("collectedAt").as("since")])
        .where("editionId", "is", null)
        .groupBy("channelId")
        .orderBy("channelId")
        .execute(),
    listMatches: (editionId) => listEntries(context, { editionId }),
    listWaiting: (channelId) => listEntries(context, { waitingOn: channelId }),
    listEarlier: (earlier) => listEarlier(context, earlier),
    endWaiting: (channelId, reason, now) =>
      inTransaction(context, (inside) => endWaiting(inside, { channelId, reason, now })),
  };
}

function selectEntries({ db }: QueryContext) {
  return selectTellable(db)
    .innerJoin("digestEntries", "digestEntries.matchId", "matches.id")
    .select("digestEntries.reason")
    .orderBy("matches.matchedAt")
    .orderBy("matches.id");
}

/** All of them in portions: a long edition is tens of megabytes. */
async function listEntries(
  context: QueryContext,
  of: { editionId: string } | { waitingOn: string },
): Promise<readonly CollectedMatch[]> {
  const entries = context.db.selectFrom("digestEntries").select(["channelId", "matchId"]);
  const chosen = await (
    "editionId" in of
      ? entries.where("editionId", "=", of.editionId)
      : entries.where("channelId", "=", of.waitingOn).where("editionId", "is", null)
  ).execute();
  const matches: CollectedMatch[] = [];
  for (const [channelId, ofChannel] of Map.groupBy(chosen, (entry) => entry.channelId))
    await inChunks(
      ofChannel.map(({ matchId }) => matchId),
      async (chunk) => {
        const rows = await selectEntries(context)
          .where("digestEntries.channelId", "=", channelId)
          .where("matches.id", "in", chunk)
          .execute();
        matches.push(...rows.map(toCollected));
      },
      TELLABLE_AT_ONCE,
    );
  return matches.toSorted(byMatchedAt);
}

function toCollected(row: StoredTellableRow & { reason: string }): CollectedMatch {
  return { ...toTellable(row), reason: row.reason };
}

async function listEarlier(
  context: QueryContext,
  { channelId, before, storyIds }: Parameters<EditionQueries["listEarlier"]>[0],
): ReturnType<EditionQueries["listEarlier"]> {
  const earlier: EarlierMatch[] = [];
  await inChunks(
    storyIds,
    async (chunk) => {
      const rows = await selectEntries(context)
        .innerJoin("editions", "editions.id", "digestEntries.editionId")
        .select((eb) => eb.fn.coalesce("editions.number", eb.val(0)).as("editionNumber"))
        .where("editions.channelId", "=", channelId)
        .where("editions.number", "<", before)
        .where("matches.storyId", "in", chunk)
        .execute();
      earlier.push(...rows.map((row) => ({ ...toTellable(row), editionNumber: row.editionNumber })));
    },
    TELLABLE_AT_ONCE,
  );
  return earlier;
}

async function endWaiting(
  { db, dialect }: QueryContext,
  { channelId, reason, now }: { channelId: string; reason: string; now: number },
): ReturnType<EditionQueries["endWaiting"]> {
  await dialect.lock(db, `editions:${channelId}`);
  const ended = await db
    .deleteFrom("digestEntries")
    .where("channelId", "=", channelId)
    .where("editionId", "is", null)
    .returning("matchId")
    .execute();
  const matchIds = ended.map(({ matchId }) => matchId);
  const told: { matchId: string; headline: string; link: string | null }[] = [];
  await inChunks(matchIds, async (chunk) => {
    const usual = { channelId, kind: "suppress", reason, detail: null, decidedAt: now } as const;
    await db
      .insertInto("decisions")
      .values(chunk.map((matchId) => ({ ...usual, matchId })))
      .onConflict((conflict) => conflict.columns(["matchId", "channelId", "reason"]).doNothing())
      .execute();
    const items = await matchedRevisions(db)
      .select(["matches.id as matchId", "itemRevisions.title as headline", "itemRevisions.link"])
      .where("matches.id", "in", chunk)
      .orderBy("matches.matchedAt")
      .orderBy("matches.id")
      .execute();
    told.push(...items);
  });
  return told;
}
