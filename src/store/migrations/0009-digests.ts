import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Which edition lists a match that was set aside. */
export const digests: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable("decisions").addColumn("edition_id", "text").execute();
    await sql`
      update decisions set edition_id = (
        select editions.id from editions
        where editions.channel_id = decisions.channel_id and editions.number is not null
          and editions.from_at <= decisions.decided_at and editions.to_at > decisions.decided_at
        limit 1)
      where kind = 'suppress'`.execute(db);
    await db.schema
      .createIndex("decisions_by_edition")
      .on("decisions")
      .columns(["edition_id"])
      .where(sql.ref("edition_id"), "is not", null)
      .execute();
  },
};
