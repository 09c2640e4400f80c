import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** The link tells, also of an item that is gone, whether its feed gave its id to another. */
export const seenLinks: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable("seen_keys").addColumn("link_hash", "text").execute();
  },
};
