import { newToken } from "../../core/new-token.ts";
import type { QueryContext } from "../query-context.ts";
import type { SuppressionQueries } from "../restraint-queries.ts";

export function createSuppressionQueries({ db }: QueryContext): SuppressionQueries {
  return {
    tokenOf: async (channelId, recipient) => {
      await db
        .insertInto("unsubscribeTokens")
        .values({ token: newToken(), channelId, recipient })
        .onConflict((conflict) => conflict.columns(["channelId", "recipient"]).doNothing())
        .execute();
      const { token } = await db
        .selectFrom("unsubscribeTokens")
        .select("token")
        .where("channelId", "=", channelId)
        .where("recipient", "=", recipient)
        .executeTakeFirstOrThrow();
      return token;
    },
    findByToken: (token) =>
      db
        .selectFrom("unsubscribeTokens")
        .select(["channelId", "recipient"])
        .where("token", "=", token)
        .executeTakeFirst(),
    suppress: async (suppression) => {
      const added = await db
        .insertInto("suppressions")
        .values(suppression)
        .onConflict((conflict) => conflict.columns(["channelId", "recipient"]).doNothing())
        .executeTakeFirst();
      return added.numInsertedOrUpdatedRows === 1n;
    },
    lift: async (channelId, recipient) => {
      const removed = await db
        .deleteFrom("suppressions")
        .where("channelId", "=", channelId)
        .where("recipient", "=", recipient)
        .executeTakeFirst();
      return removed.numDeletedRows === 1n;
    },
    find: (channelId, recipient) =>
      db
        .selectFrom("suppressions")
        .selectAll()
        .where("channelId", "=", channelId)
        .where("recipient", "=", recipient)
        .executeTakeFirst(),
  };
}
