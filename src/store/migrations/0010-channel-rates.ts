import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** How much of its rate each channel has used, and until when its provider wants to be left alone. */
export const channelRates: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("channel_rates")
      .addColumn("channel_id", "text", (column) => column.primaryKey().notNull())
      .addColumn("tokens", "double precision")
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("not_before", "bigint", (column) => column.notNull())
      .execute();
  },
};
