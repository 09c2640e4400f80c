import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Instants that processes remember by a name: the last beat, the last morning summary. */
export const marks: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("marks")
      .addColumn("name", "text", (column) => column.primaryKey().notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .execute();
  },
};
