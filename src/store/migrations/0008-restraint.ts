import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Messages that are held until an instant, what operators silence, and who takes care of a story. */
export const restraint: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable("deliveries").addColumn("held_for", "text").execute();
    await db.schema.alterTable("deliveries").addColumn("held_until", "bigint").execute();
    await db.schema.createIndex("deliveries_by_sending").on("deliveries").columns(["channel_id", "sent_at"]).execute();
    await createSilences(db);
    await db.schema
      .createTable("claims")
      .addColumn("story_id", "text", (column) => column.primaryKey().notNull())
      .addColumn("author", "text", (column) => column.notNull())
      .addColumn("claimed_at", "bigint", (column) => column.notNull())
      .execute();
  },
};

async function createSilences(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("silences")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("watch_id", "text")
    .addColumn("story_id", "text")
    .addColumn("feed_id", "text")
    .addColumn("words", "text")
    .addColumn("author", "text", (column) => column.notNull())
    .addColumn("comment", "text", (column) => column.notNull())
    .addColumn("starts_at", "bigint", (column) => column.notNull())
    .addColumn("ends_at", "bigint", (column) => column.notNull())
    .addColumn("ended_by", "text")
    .addColumn("told_at", "bigint")
    .execute();
  await db.schema
    .createIndex("silences_untold")
    .on("silences")
    .columns(["ends_at"])
    .where(sql.ref("told_at"), "is", null)
    .execute();
  await db.schema
    .createTable("silence_matches")
    .addColumn("silence_id", "text", (column) => column.notNull().references("silences.id"))
    .addColumn("channel_id", "text", (column) => column.notNull())
    .addColumn("match_id", "text", (column) => column.notNull().references("matches.id"))
    .addPrimaryKeyConstraint("silence_matches_key", ["silence_id", "channel_id", "match_id"])
    .execute();
  await db.schema.createIndex("silence_matches_by_match").on("silence_matches").columns(["match_id"]).execute();
}
