import type { MatchQueries } from "../matching-queries.ts";
import type { QueryContext } from "../query-context.ts";

export async function hasEarlier(
  { db }: QueryContext,
  ...[watchId, itemId, beforeRevision]: Parameters<MatchQueries["hasEarlier"]>
): Promise<boolean> {
  const row = await db
    .selectFrom("matches")
    .select("id")
    .where("itemId", "=", itemId)
    .where("watchId", "=", watchId)
    .where("itemRevision", "<", beforeRevision)
    .where("veto", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function wasTold(
  { db }: QueryContext,
  { watchId, itemId, beforeRevision }: Parameters<MatchQueries["wasTold"]>[0],
  channelId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom("matches")
    .select("matches.id")
    .where("itemId", "=", itemId)
    .where("watchId", "=", watchId)
    .where("itemRevision", "<", beforeRevision)
    .where((eb) => {
      const message = eb
        .selectFrom("deliveryMatches")
        .innerJoin("deliveries", "deliveries.id", "deliveryMatches.deliveryId")
        .select("deliveries.id")
        .whereRef("deliveryMatches.matchId", "=", "matches.id")
        .where("deliveries.channelId", "=", channelId)
        .where("deliveries.status", "in", ["held", "pending", "sent"])
        .where("deliveries.key", "not like", "escalation|%");
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
