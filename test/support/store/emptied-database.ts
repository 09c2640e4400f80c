import { afterAll } from "vitest";
import { createTemporaryDatabase, onDatabase, type TemporaryDatabase } from "./temporary-database.ts";

/** Those of this file that no test uses now: with the store's tables, without rows. To make one takes as long as a test. */
const idle: TemporaryDatabase[] = [];

afterAll(async () => {
  await Promise.all(idle.splice(0).map(({ drop }) => drop()));
});

/** Triggers and foreign keys do not count for a replica: the tables can be emptied in any order. */
const EMPTY = `do $$
  declare name text;
  begin
    set local session_replication_role = replica;
    for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'migrations%' loop
      execute format('delete from %I', name);
    end loop;
  end $$`;

/** A PostgreSQL database for one test: new, or one that an earlier test of the file gave back. */
export async function takeDatabase(): Promise<TemporaryDatabase> {
  return idle.pop() ?? createTemporaryDatabase();
}

/** Empties a database for the next test; nobody may be connected to it any more. */
export async function giveBack(database: TemporaryDatabase): Promise<void> {
  await onDatabase(database.url, EMPTY);
  idle.push(database);
}
