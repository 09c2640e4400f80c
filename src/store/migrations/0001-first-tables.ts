import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Text for ids and JSON, bigint for instants: the same on both databases. */
export const firstTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createPollingTables(db);
    await createItemTables(db);
    await createMatchTables(db);
    await createDeliveryTables(db);
    await createEditionTables(db);
    await createOperationTables(db);
  },
};

async function createPollingTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("feeds")
    .addColumn("feed_id", "text", (column) => column.primaryKey().notNull())
    .addColumn("url", "text", (column) => column.notNull())
    .addColumn("url_since", "bigint", (column) => column.notNull())
    .addColumn("effective_url", "text")
    .addColumn("moved_to", "text")
    .addColumn("cadence", "text")
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("configured", "integer", (column) => column.notNull().defaultTo(1))
    .addColumn("etag", "text")
    .addColumn("last_modified", "text")
    .addColumn("body_hash", "text")
    .addColumn("baseline_at", "bigint")
    .addColumn("summary_at", "bigint")
    .addColumn("next_poll_at", "bigint", (column) => column.notNull())
    .addColumn("failures", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("first_failure_at", "bigint")
    .addColumn("last_good_at", "bigint")
    .addColumn("good_in_row", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("kills", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("claimed_until", "bigint")
    .addColumn("paused_until", "bigint")
    .addColumn("paused_at", "bigint")
    .addColumn("paused_by", "text")
    .addColumn("pause_comment", "text")
    .execute();
  await db.schema.createIndex("feeds_due").on("feeds").columns(["configured", "next_poll_at"]).execute();

  await db.schema
    .createTable("polls")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("feed_id", "text", (column) => column.notNull().references("feeds.feed_id"))
    .addColumn("started_at", "bigint", (column) => column.notNull())
    .addColumn("finished_at", "bigint", (column) => column.notNull())
    .addColumn("outcome", "text", (column) => column.notNull())
    .addColumn("failure_kind", "text")
    .addColumn("failure_message", "text")
    .addColumn("http_status", "integer")
    .addColumn("added", "integer", (column) => column.notNull())
    .addColumn("revised", "integer", (column) => column.notNull())
    .addColumn("bytes", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("polls_by_time").on("polls").columns(["started_at"]).execute();
  await db.schema.createIndex("polls_by_feed").on("polls").columns(["feed_id", "started_at"]).execute();

  // SQLite takes any name of a type and keeps bytes as they are.
  await db.schema
    .createTable("documents")
    .addColumn("feed_id", "text", (column) => column.notNull().references("feeds.feed_id"))
    .addColumn("verdict", "text", (column) => column.notNull())
    .addColumn("fetched_at", "bigint", (column) => column.notNull())
    .addColumn("url", "text", (column) => column.notNull())
    .addColumn("content_type", "text")
    .addColumn("bytes", "bigint", (column) => column.notNull())
    .addColumn("failure", "text")
    .addColumn("body", "bytea", (column) => column.notNull())
    .addPrimaryKeyConstraint("documents_key", ["feed_id", "verdict"])
    .execute();
}

async function createItemTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("items")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("feed_id", "text", (column) => column.notNull().references("feeds.feed_id"))
    .addColumn("identity_hash", "text", (column) => column.notNull())
    .addColumn("identity", "text", (column) => column.notNull())
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("matched_revision", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("content_hash", "text", (column) => column.notNull())
    .addColumn("cleaned_link_hash", "text")
    .addColumn("published_at", "bigint", (column) => column.notNull())
    .addColumn("published_source", "text", (column) => column.notNull())
    .addColumn("first_seen_at", "bigint", (column) => column.notNull())
    .addColumn("baseline", "integer", (column) => column.notNull())
    .addColumn("claimed_until", "bigint")
    .addUniqueConstraint("items_identity", ["feed_id", "identity_hash"])
    .execute();
  await db.schema
    .createIndex("items_unmatched")
    .on("items")
    .columns(["first_seen_at", "id"])
    .where(sql.ref("matched_revision"), "<", sql.ref("revision"))
    .execute();
  await db.schema.createIndex("items_by_link").on("items").columns(["cleaned_link_hash", "first_seen_at"]).execute();
  await db.schema.createIndex("items_by_time").on("items").columns(["first_seen_at"]).execute();
  await db.schema.createIndex("items_by_date").on("items").columns(["feed_id", "published_at"]).execute();

  await db.schema
    .createTable("item_revisions")
    .addColumn("item_id", "text", (column) => column.notNull().references("items.id").onDelete("cascade"))
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("summary", "text", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("link", "text")
    .addColumn("cleaned_link", "text")
    .addColumn("outlet", "text")
    .addColumn("author", "text")
    .addColumn("lang", "text")
    .addColumn("content_hash", "text", (column) => column.notNull())
    .addColumn("seen_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("item_revisions_key", ["item_id", "revision"])
    .execute();

  await db.schema
    .createTable("seen_keys")
    .addColumn("feed_id", "text", (column) => column.notNull())
    .addColumn("identity_hash", "text", (column) => column.notNull())
    .addColumn("item_id", "text", (column) => column.notNull())
    .addColumn("first_seen_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("seen_keys_key", ["feed_id", "identity_hash"])
    .execute();
}

async function createMatchTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("stories")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .execute();

  await db.schema
    .createTable("story_items")
    .addColumn("item_id", "text", (column) => column.primaryKey().notNull().references("items.id"))
    .addColumn("story_id", "text", (column) => column.notNull().references("stories.id"))
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("added_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("story_items_by_story").on("story_items").columns(["story_id"]).execute();

  await db.schema
    .createTable("matches")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("watch_id", "text", (column) => column.notNull())
    .addColumn("watch_title", "text", (column) => column.notNull())
    .addColumn("watch_revision", "text", (column) => column.notNull())
    .addColumn("severity", "text", (column) => column.notNull())
    .addColumn("item_id", "text", (column) => column.notNull())
    .addColumn("item_revision", "integer", (column) => column.notNull())
    .addColumn("story_id", "text", (column) => column.notNull().references("stories.id"))
    .addColumn("evidence", "text", (column) => column.notNull())
    .addColumn("veto", "text")
    .addColumn("matched_at", "bigint", (column) => column.notNull())
    .addUniqueConstraint("matches_key", ["item_id", "watch_id", "item_revision"])
    .addForeignKeyConstraint("matches_item", ["item_id", "item_revision"], "item_revisions", ["item_id", "revision"])
    .execute();
  await db.schema.createIndex("matches_by_story").on("matches").columns(["story_id"]).execute();

  await db.schema
    .createTable("decisions")
    .addColumn("match_id", "text", (column) => column.notNull().references("matches.id"))
    .addColumn("channel_id", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("detail", "text")
    .addColumn("decided_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("decisions_key", ["match_id", "channel_id", "reason"])
    .execute();
  await db.schema.createIndex("decisions_by_channel").on("decisions").columns(["channel_id", "decided_at"]).execute();
  await db.schema.createIndex("decisions_by_time").on("decisions").columns(["decided_at"]).execute();
}

async function createDeliveryTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("deliveries")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("key", "text", (column) => column.notNull().unique())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("channel_id", "text", (column) => column.notNull())
    .addColumn("story_id", "text")
    .addColumn("edition_id", "text")
    .addColumn("incident_id", "text")
    .addColumn("recipient", "text")
    .addColumn("payload", "text")
    .addColumn("severity", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("due_at", "bigint", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull())
    .addColumn("reason", "text")
    .addColumn("detail", "text")
    .addColumn("attempts", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("sent_at", "bigint")
    .addColumn("ref", "text")
    .execute();
  await db.schema.createIndex("deliveries_due").on("deliveries").columns(["status", "channel_id", "due_at"]).execute();
  await db.schema.createIndex("deliveries_next").on("deliveries").columns(["status", "due_at"]).execute();
  await db.schema.createIndex("deliveries_by_status").on("deliveries").columns(["status", "created_at"]).execute();
  await db.schema.createIndex("deliveries_by_time").on("deliveries").columns(["created_at"]).execute();

  await db.schema
    .createTable("delivery_matches")
    .addColumn("delivery_id", "text", (column) => column.notNull().references("deliveries.id"))
    .addColumn("match_id", "text", (column) => column.notNull().references("matches.id"))
    .addPrimaryKeyConstraint("delivery_matches_key", ["delivery_id", "match_id"])
    .execute();
  await db.schema.createIndex("delivery_matches_by_match").on("delivery_matches").columns(["match_id"]).execute();

  await db.schema
    .createTable("delivery_recipients")
    .addColumn("delivery_id", "text", (column) => column.notNull().references("deliveries.id"))
    .addColumn("recipient", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("detail", "text", (column) => column.notNull())
    .addColumn("answered_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("delivery_recipients_key", ["delivery_id", "recipient"])
    .execute();

  await db.schema
    .createTable("attempts")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("delivery_id", "text", (column) => column.notNull().references("deliveries.id"))
    .addColumn("channel_id", "text", (column) => column.notNull())
    .addColumn("lease_name", "text", (column) => column.notNull())
    .addColumn("fencing", "bigint", (column) => column.notNull())
    .addColumn("started_at", "bigint", (column) => column.notNull())
    .addColumn("finished_at", "bigint")
    .addColumn("outcome", "text")
    .addColumn("reason", "text")
    .addColumn("detail", "text")
    .execute();
  await db.schema.createIndex("attempts_by_delivery").on("attempts").columns(["delivery_id", "started_at"]).execute();
  await db.schema
    .createIndex("attempts_unanswered")
    .unique()
    .on("attempts")
    .columns(["delivery_id"])
    .where(sql.ref("outcome"), "is", null)
    .execute();
  await db.schema
    .createIndex("attempts_unanswered_by_channel")
    .on("attempts")
    .columns(["channel_id"])
    .where(sql.ref("outcome"), "is", null)
    .execute();
}

async function createEditionTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("editions")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("channel_id", "text", (column) => column.notNull())
    .addColumn("number", "integer")
    .addColumn("scheduled_for", "bigint", (column) => column.notNull())
    .addColumn("from_at", "bigint", (column) => column.notNull())
    .addColumn("to_at", "bigint", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addUniqueConstraint("editions_schedule", ["channel_id", "scheduled_for"])
    .addUniqueConstraint("editions_number", ["channel_id", "number"])
    .execute();

  await db.schema
    .createTable("digest_entries")
    .addColumn("channel_id", "text", (column) => column.notNull())
    .addColumn("match_id", "text", (column) => column.notNull().references("matches.id"))
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("collected_at", "bigint", (column) => column.notNull())
    .addColumn("edition_id", "text", (column) => column.references("editions.id"))
    .addPrimaryKeyConstraint("digest_entries_key", ["channel_id", "match_id"])
    .execute();
  await db.schema.createIndex("digest_entries_by_match").on("digest_entries").columns(["match_id"]).execute();
  await db.schema.createIndex("digest_entries_by_edition").on("digest_entries").columns(["edition_id"]).execute();
  await db.schema
    .createIndex("digest_entries_waiting")
    .on("digest_entries")
    .columns(["channel_id"])
    .where(sql.ref("edition_id"), "is", null)
    .execute();
}

async function createOperationTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("incidents")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("cause", "text", (column) => column.notNull())
    .addColumn("opened_at", "bigint", (column) => column.notNull())
    .addColumn("closed_at", "bigint")
    .addColumn("shared_cause", "text")
    .addColumn("group_id", "text")
    .addColumn("settled_at", "bigint")
    .execute();
  await db.schema
    .createIndex("incidents_unsettled")
    .on("incidents")
    .columns(["opened_at"])
    .where(sql.ref("settled_at"), "is", null)
    .execute();
  await db.schema
    .createIndex("incidents_open")
    .unique()
    .on("incidents")
    .columns(["kind", "subject"])
    .where(sql.ref("closed_at"), "is", null)
    .execute();

  await db.schema
    .createTable("leases")
    .addColumn("name", "text", (column) => column.primaryKey().notNull())
    .addColumn("owner", "text", (column) => column.notNull())
    .addColumn("fencing", "bigint", (column) => column.notNull())
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .execute();

  await db.schema
    .createTable("configs")
    .addColumn("hash", "text", (column) => column.primaryKey().notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("loaded_at", "bigint", (column) => column.notNull())
    .addColumn("active", "integer", (column) => column.notNull())
    .execute();
}
