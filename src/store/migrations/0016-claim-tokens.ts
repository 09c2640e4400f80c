import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What stands for an alert in the link by which its story is claimed. */
export const claimTokens: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("claim_tokens")
      .addColumn("token", "text", (column) => column.primaryKey().notNull())
      .addColumn("delivery_id", "text", (column) => column.notNull().unique().references("deliveries.id"))
      .execute();
  },
};
