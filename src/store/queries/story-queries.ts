import { hashOf } from "../../core/hash.ts";
import { newId } from "../../core/ids.ts";
import type { QueryContext } from "../query-context.ts";
import type { StoryItem, StoryQueries } from "../telling-queries.ts";
import { inChunks } from "./in-chunks.ts";

export function createStoryQueries(context: QueryContext): StoryQueries {
  return {
    findByLinks: (cleanedLinks, since) => findByLinks(context, cleanedLinks, since),
    findByItem: async (itemId) => (await findByItems(context, [itemId])).get(itemId),
    findByItems: (itemIds) => findByItems(context, itemIds),
    create: async (now) => {
      const id = newId("sty", now);
      await context.db.insertInto("stories").values({ id, createdAt: now }).execute();
      return id;
    },
    open: (itemIds, now) => open(context, itemIds, now),
    addItems: (items, now) => addItems(context, items, now),
  };
}

async function open(
  context: QueryContext,
  itemIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, string>> {
  const items = itemIds.map((itemId): StoryItem => ({ storyId: newId("sty", now), itemId, reason: "first" }));
  await inChunks(items, async (chunk) => {
    const stories = chunk.map(({ storyId }) => ({ id: storyId, createdAt: now }));
    await context.db.insertInto("stories").values(stories).execute();
  });
  await addItems(context, items, now);
  return new Map(items.map(({ itemId, storyId }) => [itemId, storyId]));
}

async function addItems({ db }: QueryContext, items: readonly StoryItem[], now: number): Promise<void> {
  await inChunks(items, async (chunk) => {
    await db
      .insertInto("storyItems")
      .values(chunk.map((item) => ({ ...item, addedAt: now })))
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
