import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { EditionRow, SetAsideRow } from "../match-rows.ts";
import type { QueryContext } from "../query-context.ts";
import type { Tables } from "../schema.ts";
import type { EditionQueries } from "../telling-queries.ts";
import { inChunks } from "./in-chunks.ts";
import { matchedRevisions } from "./stored-items.ts";

/** A decision has its time before others can see it: one made in the window before may be found only now. */
const COMMITTED_WITHIN_MS = 10 * 60_000;
/** Reasons for which an alert that was decided is dropped when it is to be sent. */
const NOT_SENT_AFTER_ALL = ["watch-off", "silenced", "no-longer-useful"];

const HEADLINE = [
  "matches.itemId",
  "itemRevisions.title as headline",
  "itemRevisions.link",
  "matches.watchTitle",
] as const;

/** What editions list as set aside. */
export function createSetAsideQueries({ db }: QueryContext): Pick<EditionQueries, "listSetAside" | "listNotListed"> {
  return {
    listSetAside: (editionId) => listSetAside(db, editionId),
    listNotListed: (channelId, since) =>
      matchedRevisions(db)
        .innerJoin("decisions", "decisions.matchId", "matches.id")
        .leftJoin("setAsideEntries", (join) =>
          join
            .on("setAsideEntries.channelId", "=", channelId)
            .onRef("setAsideEntries.matchId", "=", "decisions.matchId")
            .onRef("setAsideEntries.decidedFor", "=", "decisions.channelId")
            .onRef("setAsideEntries.reason", "=", "decisions.reason"),
        )
        .select(["decisions.channelId", "decisions.reason", "decisions.detail", ...HEADLINE])
        .where((eb) => concerns(eb, channelId, since))
        .where("setAsideEntries.editionId", "is", null)
        .orderBy("matches.matchedAt")
        .orderBy("matches.id")
        .orderBy("decisions.reason")
        .execute(),
  };
}

/** In portions: thousands of rows are a while. */
async function listSetAside(db: QueryContext["db"], editionId: string): ReturnType<EditionQueries["listSetAside"]> {
  const entries = await db
    .selectFrom("setAsideEntries")
    .leftJoin("decisions", (join) =>
      join
        .onRef("decisions.matchId", "=", "setAsideEntries.matchId")
        .onRef("decisions.channelId", "=", "setAsideEntries.decidedFor")
        .onRef("decisions.reason", "=", "setAsideEntries.reason"),
    )
    .select(["setAsideEntries.matchId", "decidedFor as channelId", "setAsideEntries.reason", "detail"])
    .where("editionId", "=", editionId)
    .orderBy("setAsideEntries.reason")
    .execute();
  const byMatch = Map.groupBy(entries, ({ matchId }) => matchId);
  const told: (SetAsideRow & { matchedAt: number; matchId: string })[] = [];
  await inChunks([...byMatch.keys()], async (chunk) => {
    const matches = await matchedRevisions(db)
      .select(["matches.id as matchId", "matches.matchedAt", ...HEADLINE])
      .where("matches.id", "in", chunk)
      .execute();
    told.push(
      ...matches.flatMap((match) => (byMatch.get(match.matchId) ?? []).map((entry) => ({ ...match, ...entry }))),
    );
  });
  return told
    .toSorted((a, b) => a.matchedAt - b.matchedAt || (a.matchId < b.matchId ? -1 : Number(a.matchId > b.matchId)))
    .map(({ channelId, reason, detail, itemId, headline, link, watchTitle }) => {
      return { channelId, reason, detail, itemId, headline, link, watchTitle };
    });
}

/** What was set aside since the last edition; a pair that one has listed is not listed again. */
export async function takeSetAside(
  { db }: Pick<QueryContext, "db">,
  { id, channelId, fromAt }: EditionRow,
): Promise<void> {
  await db
    .insertInto("setAsideEntries")
    .columns(["channelId", "matchId", "decidedFor", "reason", "editionId"])
    .expression((query) =>
      query
        .selectFrom("decisions")
        .select((eb) => [
          eb.val(channelId).as("channelId"),
          "decisions.matchId",
          "decisions.channelId as decidedFor",
          "decisions.reason",
          eb.val(id).as("editionId"),
        ])
        .where((eb) => concerns(eb, channelId, fromAt)),
    )
    .onConflict((conflict) => conflict.columns(["channelId", "matchId", "decidedFor", "reason"]).doNothing())
    .execute();
}

/**
 * Decisions since then by which the channel's matches were set aside, and those by which another channel's alert of a
 * match that this one collects was not sent after all.
 */
function concerns(eb: ExpressionBuilder<Tables, "decisions">, channelId: string, since: number): Expression<SqlBool> {
  const isCollected = eb.exists(
    eb
      .selectFrom("digestEntries")
      .select("digestEntries.matchId")
      .where("digestEntries.channelId", "=", channelId)
      .whereRef("digestEntries.matchId", "=", "decisions.matchId"),
  );
  return eb.and([
    eb("decisions.kind", "=", "suppress"),
    eb("decisions.decidedAt", ">=", since - COMMITTED_WITHIN_MS),
    eb.or([
      eb("decisions.channelId", "=", channelId),
      eb.and([eb("decisions.reason", "in", NOT_SENT_AFTER_ALL), isCollected]),
    ]),
  ]);
}
