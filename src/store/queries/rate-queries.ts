import type { QueryContext } from "../query-context.ts";
import type { RateQueries } from "../operation-queries.ts";

export function createRateQueries({ db }: QueryContext): RateQueries {
  return {
    get: (channelId) =>
      db
        .selectFrom("channelRates")
        .select(["tokens", "at", "notBefore"])
        .where("channelId", "=", channelId)
        .executeTakeFirst(),
    put: async (channelId, { tokens, at }) => {
      await db
        .insertInto("channelRates")
        .values({ channelId, tokens, at, notBefore: 0 })
        .onConflict((conflict) => conflict.column("channelId").doUpdateSet({ tokens, at }))
        .execute();
    },
    pause: async (channelId, notBefore) => {
      await db
        .insertInto("channelRates")
        .values({ channelId, tokens: null, at: 0, notBefore })
        .onConflict((conflict) => conflict.column("channelId").doUpdateSet({ notBefore }))
        .execute();
    },
  };
}
