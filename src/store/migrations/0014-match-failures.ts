import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** How often the current revision of an item could not be matched, all alone, and why. */
export const matchFailures: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable("items")
      .addColumn("match_failures", "integer", (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.alterTable("items").addColumn("match_error", "text").execute();
  },
};
