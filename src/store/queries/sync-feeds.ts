import { sql } from "kysely";
import type { Feed } from "../../core/vocabulary.ts";
import type { QueryContext } from "../query-context.ts";
import { inChunks } from "./in-chunks.ts";
import { FEED_INCIDENTS } from "./incident-queries.ts";

/** What polls of another URL have taught. */
const NOTHING_LEARNT = {
  effectiveUrl: null,
  movedTo: null,
  cadence: null,
  etag: null,
  lastModified: null,
  bodyHash: null,
  kills: 0,
  hubLinks: null,
};

interface KnownFeed {
  url: string;
  kind: Feed["kind"];
  configured: number;
}

/** Makes the table hold the configured feeds, in the caller's transaction; returns the ids that are new. */
export async function syncFeeds(
  context: QueryContext,
  feeds: readonly Feed[],
  firstPollAt: (feed: Feed) => number,
): Promise<readonly string[]> {
  const { db, dialect } = context;
  await dialect.lock(db, "feeds");
  const rows = await db.selectFrom("feeds").select(["feedId", "url", "kind", "configured"]).execute();
  const known = new Map(rows.map(({ feedId, ...feed }) => [feedId, feed]));
  const added = feeds.filter((feed) => !known.has(feed.id));

  await inChunks(added, async (chunk) => {
    const values = chunk.map((feed) => ({
      feedId: feed.id,
      url: feed.url,
      host: new URL(feed.url).hostname,
      kind: feed.kind,
      nextPollAt: firstPollAt(feed),
    }));
    await db.insertInto("feeds").values(values).execute();
  });
  for (const feed of feeds) {
    const before = known.get(feed.id);
    if (before !== undefined) await updateFeed(context, { feed, before, firstPollAt });
  }
  const wanted = new Set(feeds.map((feed) => feed.id));
  const removed = rows.filter((row) => row.configured === 1 && !wanted.has(row.feedId)).map((row) => row.feedId);
  await inChunks(removed, async (chunk) => {
    await db.updateTable("feeds").set({ configured: 0 }).where("feedId", "in", chunk).execute();
  });
  await endIncidents(context);
  return added.map((feed) => feed.id);
}

async function updateFeed(
  { db }: QueryContext,
  { feed, before, firstPollAt }: { feed: Feed; before: KnownFeed; firstPollAt: (feed: Feed) => number },
): Promise<void> {
  const moved = before.url !== feed.url;
  const returned = before.configured === 0;
  if (!moved && !returned && before.kind === feed.kind) return;
  await db
    .updateTable("feeds")
    .set({
      kind: feed.kind,
      configured: 1,
      ...(moved || returned ? { nextPollAt: firstPollAt(feed), claimedUntil: null } : {}),
      ...(moved ? { url: feed.url, host: new URL(feed.url).hostname, ...NOTHING_LEARNT } : {}),
    })
    .where("feedId", "=", feed.id)
    .execute();
}

/** Nothing will ever close the incidents of feeds that are no longer configured, and nobody waits to hear of them. */
async function endIncidents({ db, now }: QueryContext): Promise<void> {
  const at = now();
  await db
    .updateTable("incidents")
    .set((eb) => ({ closedAt: eb.fn.coalesce("closedAt", sql<number>`cast(${at} as bigint)`), settledAt: at }))
    .where("settledAt", "is", null)
    .where("kind", "in", FEED_INCIDENTS)
    .where("subject", "not in", (query) => query.selectFrom("feeds").select("feedId").where("configured", "=", 1))
    .execute();
}
