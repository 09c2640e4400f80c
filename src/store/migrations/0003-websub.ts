import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Subscriptions to hubs, and polls that a push asks for. */
export const websub: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable("feeds").addColumn("hub_links", "text").execute();
    for (const counter of ["requests", "answered_requests"])
      await db.schema
        .alterTable("feeds")
        .addColumn(counter, "integer", (column) => column.notNull().defaultTo(0))
        .execute();

    await db.schema
      .createTable("websub_subscriptions")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("feed_id", "text", (column) => column.notNull().references("feeds.feed_id"))
      .addColumn("hub", "text", (column) => column.notNull())
      .addColumn("topic", "text", (column) => column.notNull())
      .addColumn("hub_links", "text", (column) => column.notNull())
      .addColumn("public_url", "text", (column) => column.notNull())
      .addColumn("secret", "text", (column) => column.notNull())
      .addColumn("callback_hash", "text", (column) => column.notNull().unique())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("asked_at", "bigint")
      .addColumn("attempts", "integer", (column) => column.notNull())
      .addColumn("next_at", "bigint", (column) => column.notNull())
      .addColumn("lease_until", "bigint")
      .addColumn("pushed_at", "bigint")
      .addColumn("detail", "text")
      .execute();
    await db.schema.createIndex("websub_due").on("websub_subscriptions").columns(["next_at"]).execute();
    await db.schema
      .createIndex("websub_current")
      .on("websub_subscriptions")
      .columns(["feed_id"])
      .unique()
      .where(sql.ref("state"), "<>", sql.lit("leaving"))
      .execute();
  },
};
