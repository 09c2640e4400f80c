import { sql } from "kysely";
import type { QueryContext } from "../query-context.ts";
import type { Lease } from "../operation-rows.ts";
import type { LeaseQueries } from "../operation-queries.ts";

/** The owner of a lease that nobody holds; the row stays, so that fencing numbers never go back. */
const NOBODY = "";

export function createLeaseQueries(context: QueryContext): LeaseQueries {
  return {
    acquire: (name, owner, ttlMs) => acquire(context, name, owner, ttlMs),
    release: async ({ name, owner, fencing }) => {
      await context.db
        .updateTable("leases")
        .set({ owner: NOBODY, expiresAt: 0 })
        .where("name", "=", name)
        .where("owner", "=", owner)
        .where("fencing", "=", fencing)
        .execute();
    },
    clear: async () => {
      await context.db.updateTable("leases").set({ owner: NOBODY, expiresAt: 0 }).execute();
      for (const table of ["feeds", "items", "pages"] as const)
        await context.db.updateTable(table).set({ claimedUntil: null }).where("claimedUntil", "is not", null).execute();
    },
  };
}

/** One statement on the database's clock, so that of two processes that ask at once one gets it. */
async function acquire(
  { db, dialect }: QueryContext,
  name: string,
  owner: string,
  ttlMs: number,
): Promise<Lease | undefined> {
  const expiresAt = sql<number>`${dialect.now()} + ${sql.lit(ttlMs)}`;
  return db
    .insertInto("leases")
    .values({ name, owner, fencing: 1, expiresAt })
    .onConflict((conflict) =>
      conflict
        .column("name")
        .doUpdateSet((eb) => ({
          owner,
          expiresAt: eb.ref("excluded.expiresAt"),
          fencing: eb
            .case()
            .when("leases.owner", "=", owner)
            .then(eb.ref("leases.fencing"))
            .else(eb("leases.fencing", "+", 1))
            .end(),
        }))
        .where((eb) => eb.or([eb("leases.owner", "=", owner), eb("leases.expiresAt", "<=", dialect.now())])),
    )
    .returningAll()
    .executeTakeFirst();
}
