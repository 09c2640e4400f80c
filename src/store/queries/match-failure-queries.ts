import { MATCH_TRIES } from "../item-rows.ts";
import type { QueryContext } from "../query-context.ts";
import type { ItemQueries } from "../reading-queries.ts";
import { inChunks } from "./in-chunks.ts";

type MatchFailureQueries = Pick<
  ItemQueries,
  "keepClaimed" | "recordMatchFailure" | "findMatchStanding" | "countUnmatchable" | "retryUnmatchable"
>;

/** Items whose current revision could not be matched; a new revision begins anew. */
export function createMatchFailureQueries({ db }: QueryContext): MatchFailureQueries {
  return {
    keepClaimed: (ids, until) =>
      inChunks(ids, async (chunk) => {
        await db
          .updateTable("items")
          .set({ claimedUntil: until })
          .where("id", "in", chunk)
          .whereRef("matchedRevision", "<", "revision")
          .execute();
      }),
    recordMatchFailure: async ({ id, revision, error, nextAt }) => {
      const recorded = await db
        .updateTable("items")
        .set((eb) => ({ matchFailures: eb("matchFailures", "+", 1), matchError: error, claimedUntil: nextAt }))
        .where("id", "=", id)
        .where("revision", "=", revision)
        .where("matchedRevision", "<", revision)
        .returning("matchFailures")
        .executeTakeFirst();
      return recorded?.matchFailures;
    },
    findMatchStanding: async (id) => {
      const row = await db
        .selectFrom("items")
        .select(["revision", "matchedRevision", "matchFailures", "matchError"])
        .where("id", "=", id)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const isMatched = row.matchedRevision >= row.revision;
      return { isMatched, unmatchable: !isMatched && row.matchFailures >= MATCH_TRIES ? row.matchError : null };
    },
    countUnmatchable: async () => {
      const { count } = await db
        .selectFrom("items")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .whereRef("matchedRevision", "<", "revision")
        .where("matchFailures", ">=", MATCH_TRIES)
        .executeTakeFirstOrThrow();
      return count;
    },
    retryUnmatchable: async () => {
      await db
        .updateTable("items")
        .set({ matchFailures: MATCH_TRIES - 1, claimedUntil: null })
        .whereRef("matchedRevision", "<", "revision")
        .where("matchFailures", ">=", MATCH_TRIES)
        .execute();
    },
  };
}
