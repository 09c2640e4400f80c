import type { QueryContext } from "../query-context.ts";
import type { ItemLimits, ItemPosition, ItemsRemoved } from "../item-rows.ts";
import { forgetSketches } from "./sketch-queries.ts";

/** An item that is old enough to be looked at, with what speaks for keeping it. */
interface Examined extends ItemPosition {
  isMatched: boolean;
}

interface Removal {
  limits: ItemLimits;
  after: ItemPosition | null;
  limit: number;
}

/**
 * Examines the next items by age and removes those that may go, in the caller's transaction. It walks on from a
 * position because items that stay (matched ones, for ever) would otherwise be looked at again by every batch.
 */
export async function removeItems(context: QueryContext, { limits, after, limit }: Removal): Promise<ItemsRemoved> {
  const before = Math.max(limits.unmatchedBefore ?? 0, limits.matchedBefore ?? 0);
  const examined = await examine(context, { before, after, limit });
  const unmatched = examined.filter(
    (item) => !item.isMatched && limits.unmatchedBefore !== null && item.firstSeenAt < limits.unmatchedBefore,
  );
  const matched = examined.filter((item) => item.isMatched).map(({ id }) => id);
  const told = limits.matchedBefore === null ? [] : await withoutOpenWork(context, matched, limits.matchedBefore);
  await removeMatches(context, told);
  const doomed = [...unmatched.map(({ id }) => id), ...told];
  await removeRows(context, doomed);
  const last = examined.length < limit ? undefined : examined.at(-1);
  return { removed: doomed.length, next: last === undefined ? null : { firstSeenAt: last.firstSeenAt, id: last.id } };
}

async function examine(
  { db }: QueryContext,
  { before, after, limit }: { before: number; after: ItemPosition | null; limit: number },
): Promise<readonly Examined[]> {
  const rows = await db
    .selectFrom("items")
    .leftJoin("matches", "matches.itemId", "items.id")
    .select((eb) => ["items.firstSeenAt", "items.id", eb.fn.count<number>("matches.id").as("matches")])
    .where("items.id", "in", (query) =>
      query
        .selectFrom("items as old")
        .select("old.id")
        .where("old.firstSeenAt", "<", before)
        .whereRef("old.matchedRevision", ">=", "old.revision")
        .$if(after !== null, (select) =>
          select.where((eb) =>
            eb(eb.refTuple("old.firstSeenAt", "old.id"), ">", eb.tuple(after?.firstSeenAt ?? 0, after?.id ?? "")),
          ),
        )
        .orderBy("old.firstSeenAt")
        .orderBy("old.id")
        .limit(limit),
    )
    .groupBy(["items.firstSeenAt", "items.id"])
    .orderBy("items.firstSeenAt")
    .orderBy("items.id")
    .execute();
  return rows.map(({ firstSeenAt, id, matches }) => ({ firstSeenAt, id, isMatched: matches > 0 }));
}

/**
 * The items whose matches are all older than that and wait neither to be delivered, nor for an edition or the end of a
 * silence; nor may their story have got a report since, of which they tell that it was told.
 */
async function withoutOpenWork(
  { db }: QueryContext,
  itemIds: readonly string[],
  before: number,
): Promise<readonly string[]> {
  if (itemIds.length === 0) return [];
  const busy = await db
    .selectFrom("matches")
    .leftJoin("deliveryMatches", "deliveryMatches.matchId", "matches.id")
    .leftJoin("deliveries", (join) =>
      join.onRef("deliveries.id", "=", "deliveryMatches.deliveryId").on("deliveries.status", "in", ["held", "pending"]),
    )
    .leftJoin("digestEntries", (join) =>
      join.onRef("digestEntries.matchId", "=", "matches.id").on("digestEntries.editionId", "is", null),
    )
    .leftJoin("storyItems", (join) =>
      join.onRef("storyItems.storyId", "=", "matches.storyId").on("storyItems.addedAt", ">=", before),
    )
    .leftJoin("silenceMatches", "silenceMatches.matchId", "matches.id")
    .leftJoin("silences", (join) =>
      join.onRef("silences.id", "=", "silenceMatches.silenceId").on("silences.toldAt", "is", null),
    )
    .select("matches.itemId")
    .where("matches.itemId", "in", itemIds)
    .where((eb) =>
      eb.or([
        eb("matches.matchedAt", ">=", before),
        eb("deliveries.id", "is not", null),
        eb("digestEntries.matchId", "is not", null),
        eb("silences.id", "is not", null),
        eb("storyItems.itemId", "is not", null),
      ]),
    )
    .execute();
  const kept = new Set(busy.map(({ itemId }) => itemId));
  return itemIds.filter((id) => !kept.has(id));
}

async function removeMatches({ db }: QueryContext, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  const matches = db.selectFrom("matches").select("matches.id").where("matches.itemId", "in", itemIds);
  for (const table of ["decisions", "deliveryMatches", "digestEntries", "setAsideEntries", "silenceMatches"] as const)
    await db.deleteFrom(table).where("matchId", "in", matches).execute();
  await db.deleteFrom("matches").where("itemId", "in", itemIds).execute();
}

/** Items, their place in stories (revisions and pages follow by their foreign keys), and stories that are empty then. */
async function removeRows(context: QueryContext, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  const { db } = context;
  await forgetSketches(context, itemIds);
  const stories = await db.deleteFrom("storyItems").where("itemId", "in", itemIds).returning("storyId").execute();
  await db.deleteFrom("items").where("id", "in", itemIds).execute();
  const storyIds = [...new Set(stories.map(({ storyId }) => storyId))];
  if (storyIds.length === 0) return;
  await db
    .deleteFrom("stories")
    .where("id", "in", storyIds)
    .where("id", "not in", (query) =>
      query.selectFrom("storyItems").select("storyItems.storyId").where("storyItems.storyId", "in", storyIds),
    )
    .where("id", "not in", (query) =>
      query.selectFrom("matches").select("matches.storyId").where("matches.storyId", "in", storyIds),
    )
    .execute();
}
