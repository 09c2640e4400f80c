import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Which edition lists a match that was set aside; who wants no digest any more. */
export const digests: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("set_aside_entries")
      .addColumn("channel_id", "text", (column) => column.notNull())
      .addColumn("match_id", "text", (column) => column.notNull().references("matches.id"))
      .addColumn("decided_for", "text", (column) => column.notNull())
      .addColumn("reason", "text", (column) => column.notNull())
      .addColumn("edition_id", "text", (column) => column.notNull().references("editions.id"))
      .addPrimaryKeyConstraint("set_aside_entries_key", ["channel_id", "match_id", "decided_for", "reason"])
      .execute();
    for (const column of ["edition_id", "match_id"])
      await db.schema
        .createIndex(`set_aside_entries_by_${column.replace("_id", "")}`)
        .on("set_aside_entries")
        .columns([column])
        .execute();
    await db.schema
      .createIndex("deliveries_by_edition")
      .on("deliveries")
      .columns(["edition_id"])
      .where(sql.ref("edition_id"), "is not", null)
      .execute();
    await db.schema
      .createTable("unsubscribe_tokens")
      .addColumn("token", "text", (column) => column.primaryKey().notNull())
      .addColumn("channel_id", "text", (column) => column.notNull())
      .addColumn("recipient", "text", (column) => column.notNull())
      .addUniqueConstraint("unsubscribe_tokens_of", ["channel_id", "recipient"])
      .execute();
    await db.schema
      .createTable("suppressions")
      .addColumn("channel_id", "text", (column) => column.notNull())
      .addColumn("recipient", "text", (column) => column.notNull())
      .addColumn("suppressed_at", "bigint", (column) => column.notNull())
      .addColumn("suppressed_by", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("suppressions_key", ["channel_id", "recipient"])
      .execute();
    await sql`
      insert into set_aside_entries (channel_id, match_id, decided_for, reason, edition_id)
      select decisions.channel_id, decisions.match_id, decisions.channel_id, decisions.reason, min(editions.id)
      from decisions join editions
        on editions.channel_id = decisions.channel_id and editions.number is not null
          and editions.from_at <= decisions.decided_at and editions.to_at > decisions.decided_at
      where decisions.kind = 'suppress'
      group by decisions.channel_id, decisions.match_id, decisions.reason`.execute(db);
  },
};
