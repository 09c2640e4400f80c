import { hashOf } from "../../core/hash.ts";
import { newId } from "../../core/ids.ts";
import { inTransaction, type QueryContext } from "../query-context.ts";
import type { StoryItem, StoryMember, StoryPlace, StoryQueries } from "../matching-queries.ts";
import { inChunks } from "./in-chunks.ts";
import { currentItems } from "./stored-items.ts";

export function createStoryQueries(context: QueryContext): StoryQueries {
  return {
    findByLinks: (cleanedLinks, since) => findByLinks(context, cleanedLinks, since),
    findByItem: async (itemId) => (await findByItems(context, [itemId])).get(itemId),
    findByItems: (itemIds) => findByItems(context, itemIds),
    findPlaces: (itemIds) => findPlaces(context, itemIds),
    create: async (now) => {
      const id = newId("sty", now);
      await context.db.insertInto("stories").values({ id, createdAt: now }).execute();
      return id;
    },
    createAll: (storyIds, now) => createAll(context, storyIds, now),
    addItems: (items, now) => addItems(context, items, now),
    listMembers: (storyId) => listMembers(context, storyId),
    moveItem: (itemId, storyId, now) => inTransaction(context, (inside) => moveItem(inside, { itemId, storyId, now })),
  };
}

async function createAll({ db }: QueryContext, storyIds: readonly string[], now: number): Promise<void> {
  await inChunks(storyIds, async (chunk) => {
    await db
      .insertInto("stories")
      .values(chunk.map((id) => ({ id, createdAt: now })))
      .execute();
  });
}

async function addItems({ db }: QueryContext, items: readonly StoryItem[], now: number): Promise<void> {
  await inChunks(items, async (chunk) => {
    await db
      .insertInto("storyItems")
      .values(
        chunk.map(({ storyId, itemId, reason, relation = null, likeItemId = null, cited = null }) => {
          return { storyId, itemId, reason, relation, likeItemId, cited, addedAt: now };
        }),
      )
      .onConflict((conflict) => conflict.column("itemId").doNothing())
      .execute();
  });
}

async function findByLinks(
  { db }: QueryContext,
  cleanedLinks: readonly string[],
  since: number,
): Promise<ReadonlyMap<string, string>> {
  const links = new Map(cleanedLinks.map((link) => [hashOf(link), link]));
  const found = new Map<string, string>();
  await inChunks([...links.keys()], async (hashes) => {
    const rows = await db
      .selectFrom("items")
      .innerJoin("storyItems", "storyItems.itemId", "items.id")
      .select(["items.cleanedLinkHash", "storyItems.storyId"])
      .where("items.cleanedLinkHash", "in", hashes)
      .where("items.firstSeenAt", ">=", since)
      .orderBy("items.firstSeenAt")
      .orderBy("items.id")
      .execute();
    for (const { cleanedLinkHash, storyId } of rows) {
      const link = links.get(cleanedLinkHash ?? "");
      if (link !== undefined && !found.has(link)) found.set(link, storyId);
    }
  });
  return found;
}

async function findByItems({ db }: QueryContext, itemIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  await inChunks(itemIds, async (chunk) => {
    const rows = await db.selectFrom("storyItems").select(["itemId", "storyId"]).where("itemId", "in", chunk).execute();
    for (const { itemId, storyId } of rows) found.set(itemId, storyId);
  });
  return found;
}

async function findPlaces({ db }: QueryContext, itemIds: readonly string[]): Promise<ReadonlyMap<string, StoryPlace>> {
  const found = new Map<string, StoryPlace>();
  await inChunks(itemIds, async (chunk) => {
    const rows = await db
      .selectFrom("storyItems")
      .select(["itemId", "storyId", "relation", "likeItemId", "cited"])
      .where("itemId", "in", chunk)
      .execute();
    for (const { itemId, ...place } of rows) found.set(itemId, place);
  });
  return found;
}

async function listMembers({ db }: QueryContext, storyId: string): Promise<readonly StoryMember[]> {
  return currentItems(db)
    .innerJoin("storyItems", "storyItems.itemId", "items.id")
    .select([
      "storyItems.storyId",
      "storyItems.itemId",
      "storyItems.reason",
      "storyItems.relation",
      "storyItems.likeItemId",
      "storyItems.cited",
      "storyItems.addedAt",
      "itemRevisions.title",
      "itemRevisions.link",
      "itemRevisions.outlet",
      "items.feedId",
      "items.firstSeenAt",
    ])
    .where("storyItems.storyId", "=", storyId)
    .orderBy("items.firstSeenAt")
    .orderBy("storyItems.relation", (order) => order.asc().nullsFirst())
    .orderBy("items.id")
    .execute();
}

async function moveItem(
  { db }: QueryContext,
  { itemId, storyId, now }: { itemId: string; storyId: string; now: number },
): Promise<{ from: string } | undefined> {
  const member = await db.selectFrom("storyItems").select("storyId").where("itemId", "=", itemId).executeTakeFirst();
  if (member === undefined) return undefined;
  await db
    .updateTable("storyItems")
    .set({ storyId, reason: "split", relation: null, likeItemId: null, cited: null, addedAt: now })
    .where("itemId", "=", itemId)
    .execute();
  await db.updateTable("matches").set({ storyId }).where("itemId", "=", itemId).execute();
  return { from: member.storyId };
}
