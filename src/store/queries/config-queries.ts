import { inTransaction, type QueryContext } from "../query-context.ts";
import type { ConfigQueries } from "../operation-queries.ts";

export function createConfigQueries(context: QueryContext): ConfigQueries {
  return {
    activate: (hash, body, now) => inTransaction(context, (inside) => activate(inside, { hash, body, loadedAt: now })),
    get: async (hash) => {
      const row = await context.db.selectFrom("configs").select("body").where("hash", "=", hash).executeTakeFirst();
      return row?.body;
    },
    active: () =>
      context.db.selectFrom("configs").select(["hash", "loadedAt as since"]).where("active", "=", 1).executeTakeFirst(),
  };
}

async function activate(
  { db, dialect }: QueryContext,
  { hash, body, loadedAt }: { hash: string; body: string; loadedAt: number },
): Promise<void> {
  await dialect.lock(db, "configs");
  const active = await db.selectFrom("configs").select("hash").where("active", "=", 1).executeTakeFirst();
  if (active?.hash === hash) {
    await db.updateTable("configs").set({ body }).where("hash", "=", hash).execute();
    return;
  }
  await db.updateTable("configs").set({ active: 0 }).where("active", "=", 1).execute();
  await db
    .insertInto("configs")
    .values({ hash, body, loadedAt, active: 1 })
    .onConflict((conflict) => conflict.column("hash").doUpdateSet({ body, loadedAt, active: 1 }))
    .execute();
}
