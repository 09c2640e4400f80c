import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

export const hostPauses: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("host_pauses")
      .addColumn("host", "text", (column) => column.primaryKey().notNull())
      .addColumn("until", "bigint", (column) => column.notNull())
      .execute();
  },
};
