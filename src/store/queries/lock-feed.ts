import type { QueryContext } from "../query-context.ts";

/**
 * Whoever writes revisions of a feed's items locks the feed first: writers in several processes follow each other, and
 * each reads the revisions that it builds on after the one before has written.
 */
export async function lockFeed({ db, dialect }: QueryContext, feedId: string): Promise<{ baselineAt: number | null }> {
  const feed = await db
    .selectFrom("feeds")
    .select("baselineAt")
    .where("feedId", "=", feedId)
    .$if(dialect.locksRows, (query) => query.forUpdate())
    .executeTakeFirst();
  if (feed === undefined) throw new Error(`feed ${feedId} has no row: sync the configured feeds before polling`);
  return feed;
}
