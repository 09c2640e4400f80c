import { MATCH_TRIES } from "../item-rows.ts";
import type { QueryContext } from "../query-context.ts";
import type { ItemQueries } from "../reading-queries.ts";
import { inChunks } from "./in-chunks.ts";

type MatchFailureQueries = Pick<
  ItemQueries,
  "keepClaimed" | "recordMatchFailure" | "findMatchFailure" | "countUnmatchable" | "retryUnmatchable"
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
    findMatchFailure: async (id) => {
      const row = await db
        .selectFrom("items")
        .select("matchError")
        .where("id", "=", id)
        .whereRef("matchedRevision", "<", "revision")
        .where("matchFailures", ">=", MATCH_TRIES)
        .executeTakeFirst();
      return row?.matchError ?? undefined;
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
