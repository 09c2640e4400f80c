import { ESCALATION_KEY } from "../delivery-rows.ts";
import type { MatchQueries } from "../matching-queries.ts";
import type { QueryContext } from "../query-context.ts";

type EarlierMatch = Parameters<MatchQueries["wasTold"]>[0];

/** A match of the watch in an earlier revision of the item. */
function selectEarlier(db: QueryContext["db"], { watchId, itemId, beforeRevision }: EarlierMatch) {
  return db
    .selectFrom("matches")
    .select("matches.id")
    .where("itemId", "=", itemId)
    .where("watchId", "=", watchId)
    .where("itemRevision", "<", beforeRevision);
}

export async function hasEarlier(
  { db }: QueryContext,
  ...[watchId, itemId, beforeRevision]: Parameters<MatchQueries["hasEarlier"]>
): Promise<boolean> {
  const row = await selectEarlier(db, { watchId, itemId, beforeRevision })
    .where("veto", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function wasTold({ db }: QueryContext, match: EarlierMatch, channelId: string): Promise<boolean> {
  const row = await selectEarlier(db, match)
    .where((eb) => {
      const message = eb
        .selectFrom("deliveryMatches")
        .innerJoin("deliveries", "deliveries.id", "deliveryMatches.deliveryId")
        .select("deliveries.id")
        .whereRef("deliveryMatches.matchId", "=", "matches.id")
        .where("deliveries.channelId", "=", channelId)
        .where("deliveries.status", "in", ["held", "pending", "sent"])
        .where("deliveries.key", "not like", `${ESCALATION_KEY}%`);
      const entry = eb
        .selectFrom("digestEntries")
        .select("digestEntries.matchId")
        .whereRef("digestEntries.matchId", "=", "matches.id")
        .where("digestEntries.channelId", "=", channelId);
      const kept = eb
        .selectFrom("silenceMatches")
        .select("silenceMatches.matchId")
        .whereRef("silenceMatches.matchId", "=", "matches.id")
        .where("silenceMatches.channelId", "=", channelId);
      return eb.or([eb.exists(message), eb.exists(entry), eb.exists(kept)]);
    })
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function joinWaiting(
  { db }: QueryContext,
  { matchId, watchId, itemId, itemRevision }: Parameters<MatchQueries["joinWaiting"]>[0],
  channelId: string,
): Promise<void> {
  const earlier = selectEarlier(db, { watchId, itemId, beforeRevision: itemRevision });
  const kept = await db
    .selectFrom("silenceMatches")
    .select("silenceId")
    .distinct()
    .where("channelId", "=", channelId)
    .where("matchId", "in", earlier)
    .execute();
  for (const { silenceId } of kept)
    await db.insertInto("silenceMatches").values({ silenceId, channelId, matchId }).execute();
  const summaries = await db
    .selectFrom("deliveries")
    .innerJoin("deliveryMatches", "deliveryMatches.deliveryId", "deliveries.id")
    .select("deliveries.id")
    .distinct()
    .where("deliveries.channelId", "=", channelId)
    .where("deliveries.kind", "=", "roundup")
    .where("deliveries.status", "in", ["held", "pending"])
    .where("deliveryMatches.matchId", "in", earlier)
    .execute();
  for (const { id: deliveryId } of summaries)
    await db.insertInto("deliveryMatches").values({ deliveryId, matchId }).execute();
  const [entry] = await db
    .selectFrom("digestEntries")
    .select(["reason", "collectedAt"])
    .where("channelId", "=", channelId)
    .where("editionId", "is", null)
    .where("matchId", "in", earlier)
    .orderBy("collectedAt")
    .limit(1)
    .execute();
  if (entry !== undefined)
    await db
      .insertInto("digestEntries")
      .values({ ...entry, channelId, matchId, editionId: null })
      .execute();
}
