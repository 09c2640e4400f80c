import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * What operators did to deliveries: tried again, sent once more, dropped. And instants that processes remember by a name: the
 * last beat, the last morning summary.
 */
export const ledger: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("delivery_acts")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("delivery_id", "text", (column) => column.notNull().references("deliveries.id"))
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("author", "text", (column) => column.notNull())
      .addColumn("comment", "text")
      .execute();
    await db.schema.createIndex("delivery_acts_by_delivery").on("delivery_acts").columns(["delivery_id"]).execute();
    await db.schema
      .createTable("marks")
      .addColumn("name", "text", (column) => column.primaryKey().notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .execute();
  },
};
