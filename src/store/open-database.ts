import { Kysely, type Dialect } from "kysely";
import type { Clock } from "../core/clock.ts";
import type { Logger } from "../telemetry/logger.ts";
import { migrateStore, requireCurrentTables } from "./migrations/migrate-store.ts";
import type { StoreSync } from "./options.ts";
import type { DialectTraits, QueryContext } from "./query-context.ts";
import type { Tables } from "./schema.ts";
import { CamelCaseRows } from "./snake-case-names.ts";

const SQLITE = "sqlite:";

export interface OpenOptions {
  /** `sqlite:PATH` with an absolute path, or `postgres://…`. */
  url: string;
  sync: StoreSync;
  /** Makes a missing database and brings its tables up to date; false: they must be there and current. */
  migrate: boolean;
  now: Clock;
  log: Logger;
}

/**
 * Opens the database, for whichever questions are asked of it.
 * @throws StoreError that names the file or host and the remedy
 */
export async function openDatabase({ url, sync, migrate, now, log }: OpenOptions): Promise<QueryContext> {
  const { kysely, traits, place } = await openDialect({ url, sync, migrate, now, log });
  const db = new Kysely<Tables>({ dialect: kysely, plugins: [new CamelCaseRows()] });
  try {
    await (migrate ? migrateStore : requireCurrentTables)({ db, dialect: traits, place, log });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db, dialect: traits, now };
}

interface OpenDialect {
  kysely: Dialect;
  traits: DialectTraits;
  place: string;
}

/** Loads the client of the one database that is asked for: commands start sooner. */
async function openDialect({ url, sync, migrate, now, log }: OpenOptions): Promise<OpenDialect> {
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
