import { newId } from "../../core/ids.ts";
import type { PersonMention } from "../../core/vocabulary.ts";
import type { QueryContext } from "../query-context.ts";
import type { MatchRow, TellableMatch, TrialRow } from "../match-rows.ts";
import type { MatchQueries } from "../matching-queries.ts";
import { parseEvidence } from "../json-columns.ts";
import { hasEarlier, joinWaiting, wasTold } from "./earlier-matches.ts";
import { inChunks } from "./in-chunks.ts";
import { listRecorded } from "./list-recorded.ts";
import { listWithdrawn } from "./list-withdrawn.ts";
import { listTooLate } from "./list-too-late.ts";
import { matchedRevisions } from "./stored-items.ts";
import { listTellable, MATCH_COLUMNS, toMatch } from "./tellable-matches.ts";

/** What is asked about matches, and how they are recorded. */
export function createMatchQueries(context: QueryContext): MatchQueries {
  const { db } = context;
  return {
    add: (match) => add(context, match),
    hasEarlier: (...earlier) => hasEarlier(context, ...earlier),
    wasTold: (earlier, channelId) => wasTold(context, earlier, channelId),
    joinWaiting: (match, channelId) => joinWaiting(context, match, channelId),
    listWithdrawn: (matchIds, at) => listWithdrawn(context, matchIds, at),
    hasSince: (watchId, since) => hasSince(context, watchId, since),
    addDecision: async (decision) => {
      await db
        .insertInto("decisions")
        .values(decision)
        .onConflict((conflict) => conflict.columns(["matchId", "channelId", "reason"]).doNothing())
        .execute();
    },
    lastHeardAt: (of, channelId) => lastHeardAt(context, of, channelId),
    listDecisions: (matchId) =>
      db
        .selectFrom("decisions")
        .selectAll()
        .where("matchId", "=", matchId)
        .orderBy("decidedAt")
        .orderBy("channelId")
        .execute(),
    listOnTrial: (watchIds, range) => listOnTrial(context, watchIds, range),
    listTooLate: (range) => listTooLate(context, range),
    listTellable: (matchIds) => listTellable(db, matchIds),
    listBaseline: (feedIds, since) => listBaseline(context, feedIds, since),
    listRecorded: (watchId, range) => listRecorded(context, watchId, range),
    listPeople: (storyIds) => listPeople(context, storyIds),
    listByItem: async (itemId) => {
      const rows = await db
        .selectFrom("matches")
        .select(MATCH_COLUMNS)
        .where("itemId", "=", itemId)
        .orderBy("matchedAt")
        .orderBy("id")
        .execute();
      return rows.map(toMatch);
    },
  };
}

async function hasSince({ db }: QueryContext, watchId: string, since: number): Promise<boolean> {
  const row = await db
    .selectFrom("matches")
    .select("id")
    .where("watchId", "=", watchId)
    .where("matchedAt", ">=", since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function add({ db }: QueryContext, match: Omit<MatchRow, "id">): Promise<{ id: string; added: boolean }> {
  const inserted = await db
    .insertInto("matches")
    .values({
      ...match,
      id: newId("mat", match.matchedAt),
      evidence: JSON.stringify(match.evidence),
      veto: match.veto === null ? null : JSON.stringify(match.veto),
    })
    .onConflict((conflict) => conflict.columns(["itemId", "watchId", "itemRevision"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (inserted !== undefined) return { id: inserted.id, added: true };
  const { id } = await db
    .selectFrom("matches")
    .select("id")
    .where("itemId", "=", match.itemId)
    .where("watchId", "=", match.watchId)
    .where("itemRevision", "=", match.itemRevision)
    .executeTakeFirstOrThrow();
  return { id, added: false };
}

async function lastHeardAt(
  { db }: QueryContext,
  of: { storyId: string } | { itemId: string },
  channelId: string,
): Promise<number | null> {
  const row = await db
    .selectFrom("decisions")
    .innerJoin("matches", "matches.id", "decisions.matchId")
    .select((eb) => eb.fn.max("decisions.decidedAt").as("at"))
    .where("decisions.channelId", "=", channelId)
    .where("decisions.kind", "not in", ["collect", "suppress"])
    .where("itemId" in of ? "matches.itemId" : "matches.storyId", "=", "itemId" in of ? of.itemId : of.storyId)
    .executeTakeFirst();
  return row?.at ?? null;
}

async function listPeople(
  { db }: QueryContext,
  storyIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PersonMention[]>> {
  const found = new Map<string, PersonMention[]>();
  await inChunks(storyIds, async (chunk) => {
    const rows = await db
      .selectFrom("matches")
      .select(["id", "storyId", "evidence"])
      .where("storyId", "in", chunk)
      .orderBy("matchedAt")
      .orderBy("id")
      .execute();
    for (const { id, storyId, evidence } of rows) {
      const { people } = parseEvidence(evidence, id);
      found.set(storyId, [...(found.get(storyId) ?? []), ...people]);
    }
  });
  return found;
}

async function listOnTrial(
  { db }: QueryContext,
  watchIds: readonly string[],
  { from, to }: { from: number; to: number },
): Promise<readonly TrialRow[]> {
  if (watchIds.length === 0) return [];
  return matchedRevisions(db)
    .innerJoin("items", "items.id", "matches.itemId")
    .leftJoin("decisions", (join) =>
      join.onRef("decisions.matchId", "=", "matches.id").on("decisions.reason", "=", "trial"),
    )
    .select([
      "matches.id as matchId",
      "matches.watchId",
      "matches.storyId",
      "itemRevisions.title as headline",
      "decisions.channelId",
    ])
    .where("matches.watchId", "in", watchIds)
    .where("matches.matchedAt", ">=", from)
    .where("matches.matchedAt", "<", to)
    .where("matches.veto", "is", null)
    .where("items.baseline", "=", 0)
    .orderBy("matches.matchedAt")
    .orderBy("matches.id")
    .orderBy("decisions.channelId")
    .execute();
}

async function listBaseline(
  { db }: QueryContext,
  feedIds: readonly string[],
  since: number,
): Promise<readonly TellableMatch[]> {
  const ids: string[] = [];
  await inChunks(feedIds, async (chunk) => {
    const rows = await db
      .selectFrom("matches")
      .innerJoin("items", "items.id", "matches.itemId")
      .select("matches.id")
      .where("items.feedId", "in", chunk)
      .where("items.baseline", "=", 1)
      .where("items.publishedAt", ">=", since)
      .where("matches.veto", "is", null)
      .execute();
    ids.push(...rows.map(({ id }) => id));
  });
  const matches = await listTellable(db, ids);
  return matches.toSorted((a, b) => b.item.publishedAt - a.item.publishedAt || (a.id < b.id ? 1 : -1));
}
