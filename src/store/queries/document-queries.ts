import type { QueryContext } from "../query-context.ts";
import type { DocumentQueries } from "../reading-queries.ts";

export function createDocumentQueries({ db }: QueryContext): DocumentQueries {
  return {
    keep: async (document, body) => {
      const { feedId: _feedId, verdict: _verdict, ...changed } = document;
      await db
        .insertInto("documents")
        .values({ ...document, body })
        .onConflict((conflict) => conflict.columns(["feedId", "verdict"]).doUpdateSet({ ...changed, body }))
        .execute();
    },
    find: async (feedId, verdict) => {
      const row = await db
        .selectFrom("documents")
        .selectAll()
        .where("feedId", "=", feedId)
        .where("verdict", "=", verdict)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { body, ...document } = row;
      return { document, body };
    },
  };
}
