import { sql, type Kysely } from "kysely";
import { openDatabase, type OpenOptions } from "./open-database.ts";
import { createQueries } from "./queries/create-queries.ts";
import type { QueryContext } from "./query-context.ts";
import type { Tables } from "./schema.ts";
import type { Store, StoreQueries } from "./store.ts";
import { Turns } from "./turns.ts";

/**
 * Opens the durable truth.
 * @throws StoreError that names the file or host and the remedy
 */
export async function openStore(options: OpenOptions): Promise<Store> {
  return createStore(await openDatabase(options));
}

function createStore(context: QueryContext): Store {
  const { db, dialect } = context;
  const turns = new Map<string, Turns>();

  /** Callers of one process queue here, so that waiting for a lock holds one connection and not the whole pool. */
  async function underLock<T>(lock: string, work: (queries: StoreQueries) => Promise<T>): Promise<T> {
    const queue = turns.get(lock) ?? new Turns();
    turns.set(lock, queue);
    const endTurn = await queue.take();
    try {
      return await db.transaction().execute(async (transaction) => {
        await dialect.lock(transaction, lock);
        return work(createQueries({ ...context, db: transaction }));
      });
    } finally {
      endTurn();
    }
  }

  return {
    ...createQueries(context),
    dialect: dialect.name,
    underLock,
    ping: () => ping(db),
    close: () => db.destroy(),
  };
}

async function ping(db: Kysely<Tables>): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}
