import { existsSync } from "node:fs";
import {
  CompiledQuery,
  sql,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type QueryCompiler,
  type QueryResult,
} from "kysely";
import type { Clock } from "../../core/clock.ts";
import type { StoreSync } from "../options.ts";
import type { DialectTraits } from "../query-context.ts";
import { SnakeCaseSqliteCompiler } from "../snake-case-names.ts";
import { StoreError } from "../store-error.ts";
import { Turns } from "../turns.ts";
import { EventLoopPauses } from "./event-loop-pauses.ts";
import { makeFolderOf } from "./make-folder-of.ts";
import { openSqliteDatabase } from "./sqlite-database.ts";

type OpenDatabase = ReturnType<typeof openSqliteDatabase>;

/** A connection whose queries let the event loop turn now and then. */
class PausingConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  readonly #pauses: EventLoopPauses;

  constructor(connection: DatabaseConnection, pauses: EventLoopPauses) {
    this.#connection = connection;
    this.#pauses = pauses;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    await this.#pauses.takeWhenDue();
    return this.#connection.executeQuery<R>(query);
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    return this.#connection.streamQuery<R>(query, chunkSize);
  }
}

/**
 * One connection, lent in the order of asking: a query made outside a transaction waits until that has ended, and
 * never joins it. Transactions take the write lock at once: SQLite refuses to upgrade a reading one without waiting.
 */
class OneConnectionDriver extends SqliteDriver {
  readonly #database: OpenDatabase;
  readonly #turns = new Turns();
  readonly #pauses = new EventLoopPauses();
  #endTurn: (() => void) | undefined;

  constructor(database: OpenDatabase) {
    super({ database });
    this.#database = database;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#endTurn = await this.#turns.take();
    return new PausingConnection(await super.acquireConnection(), this.#pauses);
  }

  override async releaseConnection(): Promise<void> {
    this.#endTurn?.();
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }

  /** A full disk has ended the transaction already. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** Kysely would run migrations without a transaction, and queue for the connection without order. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class OneConnectionDialect extends SqliteDialect {
  readonly #database: OpenDatabase;

  constructor(database: OpenDatabase) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new OneConnectionDriver(this.#database);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }

  override createQueryCompiler(): QueryCompiler {
    return new SnakeCaseSqliteCompiler();
  }
}

export interface SqliteOptions {
  path: string;
  sync: StoreSync;
  /** Whether a missing file and folder are made. */
  create: boolean;
}

/**
 * Opens the file.
 * @throws StoreError that names the file and the remedy
 */
export function createSqliteDialect({ path, sync, create }: SqliteOptions): SqliteDialect {
  if (create) makeFolderOf(path);
  else if (!existsSync(path))
    throw new StoreError(
      "missing",
      `there is no database at ${path} yet: start \`wirewatch run\` once, or correct \`store\``,
    );
  return new OneConnectionDialect(openSqliteDatabase(path, sync));
}

export function sqliteTraits(now: Clock): DialectTraits {
  return {
    name: "sqlite",
    locksRows: false,
    now: () => sql<number>`${now()}`,
    lock: async () => {},
  };
}
