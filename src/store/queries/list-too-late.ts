import type { MatchQueries } from "../matching-queries.ts";
import type { QueryContext } from "../query-context.ts";
import { matchedRevisions } from "./stored-items.ts";

/** After a long outage there may be thousands: as a number so many are enough. */
const MOST = 1000;

export async function listTooLate(
  { db }: QueryContext,
  { from, to }: Parameters<MatchQueries["listTooLate"]>[0],
): Promise<readonly string[]> {
  const rows = await matchedRevisions(db)
    .innerJoin("decisions", "decisions.matchId", "matches.id")
    .select(["matches.itemId", "itemRevisions.title"])
    .distinct()
    .where("decisions.reason", "=", "late")
    .where("decisions.kind", "=", "suppress")
    .where("decisions.decidedAt", ">=", from)
    .where("decisions.decidedAt", "<", to)
    .where((eb) => {
      const told = eb
        .selectFrom("matches as told")
        .select("told.id")
        .whereRef("told.itemId", "=", "matches.itemId")
        .where((of) =>
          of.or([
            of("told.id", "in", of.selectFrom("digestEntries").select("matchId")),
            of("told.id", "in", of.selectFrom("deliveryMatches").select("matchId")),
          ]),
        );
      return eb.not(eb.exists(told));
    })
    .orderBy("matches.itemId")
    .limit(MOST)
    .execute();
  return [...new Map(rows.map(({ itemId, title }) => [itemId, title])).values()];
}
