import type { Kysely, RawBuilder } from "kysely";
import type { Clock } from "../core/clock.ts";
import type { Tables } from "./schema.ts";

/** Everything in which the two databases differ, as queries need it. */
export interface DialectTraits {
  name: "sqlite" | "postgres";
  /** Whether rows can be locked: on SQLite a writing transaction is alone anyway. */
  locksRows: boolean;
  /** The database's clock in epoch milliseconds; SQLite has one process, so it is that process's clock. */
  now(): RawBuilder<number>;
  /** Holds the named store-wide lock until the transaction of `db` ends. */
  lock(db: Kysely<Tables>, name: string): Promise<void>;
}

/** What a query works with; `db` is the pool or one transaction. */
export interface QueryContext {
  db: Kysely<Tables>;
  dialect: DialectTraits;
  now: Clock;
}

/** Runs `work` in the caller's transaction, or in one of its own. */
export async function inTransaction<T>(context: QueryContext, work: (context: QueryContext) => Promise<T>): Promise<T> {
  if (context.db.isTransaction) return work(context);
  return context.db.transaction().execute((db) => work({ ...context, db }));
}
