import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Polls are handed out host by host: the host stands beside the address that is asked. */
export const feedHosts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable("feeds")
      .addColumn("host", "text", (column) => column.notNull().defaultTo(""))
      .execute();
    const { rows } = await sql<{ feed_id: string; asked: string }>`
      select feed_id, coalesce(effective_url, url) as asked from feeds`.execute(db);
    for (const { feed_id: feedId, asked } of rows) {
      const host = URL.parse(asked)?.hostname ?? "";
      await sql`update feeds set host = ${host} where feed_id = ${feedId}`.execute(db);
    }
    await db.schema.createIndex("feeds_by_host").on("feeds").columns(["host", "next_poll_at"]).execute();
    await db.schema.createIndex("feeds_claimed").on("feeds").columns(["claimed_until", "host"]).execute();
  },
};
