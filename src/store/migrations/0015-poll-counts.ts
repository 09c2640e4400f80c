import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** The number of polls tells a late one, and the URL it asked one of a former URL: clocks of two machines differ. */
export const pollCounts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable("feeds")
      .addColumn("polls", "integer", (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.alterTable("feeds").dropColumn("url_since").execute();
  },
};
