import type { MatchQueries } from "../matching-queries.ts";
import type { QueryContext } from "../query-context.ts";

/** Matches of a watch with items first seen in [from, to), vetoed ones too. */
export async function listRecorded(
  { db }: QueryContext,
  watchId: string,
  { from, to }: { from: number; to: number },
): ReturnType<MatchQueries["listRecorded"]> {
  const rows = await db
    .selectFrom("matches")
    .innerJoin("items", "items.id", "matches.itemId")
    .select(["matches.itemId", "matches.veto"])
    .where("items.firstSeenAt", ">=", from)
    .where("items.firstSeenAt", "<", to)
    .where("matches.watchId", "=", watchId)
    .execute();
  return rows.map(({ itemId, veto }) => ({ itemId, vetoed: veto !== null }));
}
