import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** The headline tells, of an item that is gone, which one of those under a shared link or id it was. */
export const seenTitles: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable("seen_keys").addColumn("title_hash", "text").execute();
    await db.schema.createIndex("seen_keys_by_link").on("seen_keys").columns(["feed_id", "link_hash"]).execute();
  },
};
