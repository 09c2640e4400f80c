import {
  PostgresDialect,
  PostgresDriver,
  sql,
  type DatabaseConnection,
  type Driver,
  type PostgresDialectConfig,
  type QueryCompiler,
} from "kysely";
import { Pool, TypeOverrides, types } from "pg";
import type { Logger } from "../../telemetry/logger.ts";
import type { DialectTraits } from "../query-context.ts";
import { SnakeCasePostgresCompiler } from "../snake-case-names.ts";
import { describePostgresError } from "./describe-postgres-error.ts";

const CONNECTIONS = 10;
const SILENCE_MS = 60_000;
const CONNECT_TIMEOUT_MS = 10_000;

/** Rewords errors and drops U+0000, which PostgreSQL cannot store in text (error 22021). */
class DescribingDriver extends PostgresDriver {
  readonly #host: string;
  readonly #wrapped = new WeakSet<DatabaseConnection>();

  constructor(config: PostgresDialectConfig, host: string) {
    super(config);
    this.#host = host;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await describing(this.#host, () => super.acquireConnection());
    if (this.#wrapped.has(connection)) return connection;
    this.#wrapped.add(connection);
    const execute = connection.executeQuery.bind(connection);
    connection.executeQuery = (query, options) =>
      describing(this.#host, () => execute({ ...query, parameters: query.parameters.map(withoutNul) }, options));
    return connection;
  }
}

class DescribingDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;
  readonly #host: string;

  constructor(config: PostgresDialectConfig, host: string) {
    super(config);
    this.#config = config;
    this.#host = host;
  }

  override createDriver(): Driver {
    return new DescribingDriver(this.#config, this.#host);
  }

  override createQueryCompiler(): QueryCompiler {
    return new SnakeCasePostgresCompiler();
  }
}

/** Host and port of the server, without the credentials before them. */
export function hostOf(url: string): string {
  return new URL(url).host || "localhost";
}

/** A pool of connections; the first query connects. Only the host of the URL is ever logged. */
export function createPostgresDialect(url: string, log: Logger): PostgresDialect {
  const host = hostOf(url);
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    // A server that vanished without a word must not hold a beat, nor a lock, until TCP gives up.
    query_timeout: SILENCE_MS,
    idle_in_transaction_session_timeout: SILENCE_MS,
    keepAlive: true,
    application_name: "wirewatch",
    types: integers,
  });
  function warn(error: Error): void {
    log.warn({ host, err: error }, "a database connection broke");
  }
  pool.on("error", warn);
  // The pool listens to idle connections only; one that breaks between two queries of a transaction would otherwise
  // be an uncaught exception.
  pool.on("connect", (client) => client.on("error", warn));
  return new DescribingDialect({ pool }, host);
}

export const postgresTraits: DialectTraits = {
  name: "postgres",
  locksRows: true,
  now: () => sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`,
  lock: async (db, name) => {
    // The key holds the schema, so that two installations in one database do not wait for each other.
    const key = sql`hashtextextended('wirewatch:' || current_schema() || ':' || ${name}::text, 0)`;
    await sql`select pg_advisory_xact_lock(${key})`.execute(db);
  },
};

/** Counts and instants are int8, which pg gives as text; set on this pool only, since others in the process use pg. */
const integers = new TypeOverrides();
integers.setTypeParser(types.builtins.INT8, parseInteger);

function parseInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`the database holds ${text}, beyond what a number can hold`);
  return value;
}

function withoutNul(value: unknown): unknown {
  return typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "") : value;
}

async function describing<T>(host: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw describePostgresError(error, host);
  }
}
