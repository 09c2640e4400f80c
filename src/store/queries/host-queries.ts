import type { QueryContext } from "../query-context.ts";
import type { HostQueries } from "../reading-queries.ts";

export function createHostQueries({ db, now }: QueryContext): HostQueries {
  return {
    pause: async (host, until) => {
      await db.deleteFrom("hostPauses").where("until", "<=", now()).execute();
      await db
        .insertInto("hostPauses")
        .values({ host, until })
        .onConflict((conflict) =>
          conflict
            .column("host")
            .doUpdateSet((eb) => ({ until: eb.ref("excluded.until") }))
            .whereRef("hostPauses.until", "<", "excluded.until"),
        )
        .execute();
    },
    pausedUntil: async (host) => {
      const pause = await db
        .selectFrom("hostPauses")
        .select("until")
        .where("host", "=", host)
        .where("until", ">", now())
        .executeTakeFirst();
      return pause?.until ?? null;
    },
  };
}
