import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What items of the last two weeks are about, by which later ones find their story; how items of a story compare. */
export const sketches: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const column of ["relation", "like_item_id", "cited"])
      await db.schema.alterTable("story_items").addColumn(column, "text").execute();
    await db.schema
      .createTable("sketches")
      .addColumn("item_id", "text", (column) =>
        column.primaryKey().notNull().references("items.id").onDelete("cascade"),
      )
      .addColumn("seen_at", "bigint", (column) => column.notNull())
      .addColumn("outlet", "text")
      .addColumn("sketch", "bytea", (column) => column.notNull())
      .addColumn("keys", "bytea", (column) => column.notNull())
      .execute();
    await db.schema.createIndex("sketches_seen").on("sketches").columns(["seen_at"]).execute();
    await db.schema
      .createTable("sketch_keys")
      .addColumn("key", "bigint", (column) => column.notNull())
      .addColumn("place", "integer", (column) => column.notNull())
      .addColumn("item_id", "text", (column) => column.notNull())
      .addColumn("seen_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("sketch_keys_pk", ["key", "place"])
      .execute();
  },
};
