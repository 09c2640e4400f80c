import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { SqliteDatabase, SqliteStatement } from "kysely";
import type { StoreSync } from "../options.ts";
import { describeSqliteError } from "./describe-sqlite-error.ts";

/** Another process (a command, a backup) may hold the file for a moment; longer is an error. */
const BUSY_TIMEOUT_MS = 5000;
const CACHED_STATEMENTS = 200;
/** SQLite's own 2 MB are too few for the keys by which stories are found, which are asked for at random places. */
const CACHED_KB = 8192;

/**
 * Opens a database file as Kysely wants it. WAL lets worker threads and commands read while this connection writes;
 * `sync: full` also survives power loss, `normal` every crash of the process.
 */
export function openSqliteDatabase(
  path: string,
  sync: StoreSync,
): SqliteDatabase & { readonly inTransaction: boolean } {
  const file = translated(path, () => {
    const opened = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
    opened.exec(`pragma journal_mode = wal; pragma synchronous = ${sync}; pragma cache_size = -${CACHED_KB};`);
    return opened;
  });
  const cache = new Map<string, SqliteStatement>();

  function prepare(sql: string): SqliteStatement {
    const known = cache.get(sql);
    if (known !== undefined) {
      // Moved to the end: lists of many lengths must not push out what every poll needs.
      cache.delete(sql);
      cache.set(sql, known);
      return known;
    }
    const statement = wrapStatement(
      path,
      translated(path, () => file.prepare(sql)),
    );
    const [oldest] = cache.keys();
    if (cache.size >= CACHED_STATEMENTS && oldest !== undefined) cache.delete(oldest);
    cache.set(sql, statement);
    return statement;
  }

  return {
    prepare,
    close: () => file.close(),
    get inTransaction() {
      return file.isTransaction;
    },
  };
}

function wrapStatement(path: string, statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => translated(path, () => statement.all(...parameters.map(bind))),
    run: (parameters) => translated(path, () => statement.run(...parameters.map(bind))),
    iterate: (parameters) => statement.iterate(...parameters.map(bind)),
  };
}

/** U+0000 is dropped as in PostgreSQL, which cannot store it. */
function bind(value: unknown): SQLInputValue {
  if (typeof value === "string") return value.includes("\0") ? value.replaceAll("\0", "") : value;
  if (value === null || typeof value === "number" || typeof value === "bigint") return value;
  if (value instanceof Uint8Array) return value;
  if (value === undefined) return null;
  throw new TypeError(`a query parameter is a ${typeof value}: pass text, a number, bytes or null`);
}

function translated<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw describeSqliteError(error, path);
  }
}
