import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Pages of items: what is still to be read and what came of it; their texts are in the revisions. */
export const pages: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable("item_revisions").addColumn("page_body", "text").execute();
    await db.schema
      .alterTable("item_revisions")
      .addColumn("cut_bytes", "integer", (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema
      .createTable("pages")
      .addColumn("item_id", "text", (column) =>
        column.primaryKey().notNull().references("items.id").onDelete("cascade"),
      )
      .addColumn("url", "text", (column) => column.notNull())
      .addColumn("host", "text", (column) => column.notNull())
      .addColumn("due_at", "bigint")
      .addColumn("tries", "integer", (column) => column.notNull().defaultTo(0))
      .addColumn("revisions", "integer", (column) => column.notNull().defaultTo(0))
      .addColumn("outcome", "text")
      .addColumn("detail", "text")
      .addColumn("finished_at", "bigint")
      .addColumn("claimed_until", "bigint")
      .execute();
    await db.schema
      .createIndex("pages_due")
      .on("pages")
      .columns(["host", "item_id", "due_at", "claimed_until"])
      .where(sql.ref("due_at"), "is not", null)
      .execute();
  },
};
