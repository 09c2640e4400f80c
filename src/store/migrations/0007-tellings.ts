import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Messages that belong to another one: edits of it, answers in its thread, follow-ups; found by their story. */
export const tellings: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable("deliveries").addColumn("parent_id", "text").execute();
    await db.schema.createIndex("deliveries_by_story").on("deliveries").columns(["story_id", "channel_id"]).execute();
  },
};
