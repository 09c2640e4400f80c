import { Kysely, sql, type Dialect } from "kysely";
import type { Clock } from "../core/clock.ts";
import type { Logger } from "../telemetry/logger.ts";
import { migrateStore, requireCurrentTables } from "./migrations/migrate-store.ts";
import type { StoreSync } from "./options.ts";
import { createQueries } from "./queries/create-queries.ts";
import type { DialectTraits, QueryContext } from "./query-context.ts";
import type { Tables } from "./schema.ts";
import { CamelCaseRows } from "./snake-case-names.ts";
import type { Store, StoreQueries } from "./store.ts";
import { Turns } from "./turns.ts";

const SQLITE = "sqlite:";

export interface OpenStoreOptions {
  /** `sqlite:PATH` with an absolute path, or `postgres://…`. */
  url: string;
  sync: StoreSync;
  /** Makes a missing database and brings its tables up to date; false: they must be there and current. */
  migrate: boolean;
  now: Clock;
  log: Logger;
}

/**
 * Opens the durable truth.
 * @throws StoreError that names the file or host and the remedy
 */
export async function openStore({ url, sync, migrate, now, log }: OpenStoreOptions): Promise<Store> {
  const { kysely, traits, place } = await openDialect({ url, sync, migrate, now, log });
  const db = new Kysely<Tables>({ dialect: kysely, plugins: [new CamelCaseRows()] });
  try {
    await (migrate ? migrateStore : requireCurrentTables)({ db, dialect: traits, place, log });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return createStore({ db, dialect: traits, now });
}

interface OpenDialect {
  kysely: Dialect;
  traits: DialectTraits;
  place: string;
}

/** Loads the client of the one database that is asked for: commands start sooner. */
async function openDialect({ url, sync, migrate, now, log }: OpenStoreOptions): Promise<OpenDialect> {
  if (url.startsWith(SQLITE)) {
    const { createSqliteDialect, sqliteTraits } = await import("./sqlite/sqlite-dialect.ts");
    const path = url.slice(SQLITE.length);
    return { kysely: createSqliteDialect({ path, sync, create: migrate }), traits: sqliteTraits(now), place: path };
  }
  const { createPostgresDialect, hostOf, postgresTraits } = await import("./postgres/postgres-dialect.ts");
  return {
    kysely: createPostgresDialect(url, log),
    traits: postgresTraits,
    place: `the database on ${hostOf(url)}`,
  };
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
