import { hashOf } from "../../core/hash.ts";
import { newId } from "../../core/ids.ts";
import type { QueryContext } from "../query-context.ts";
import type { StoryQueries } from "../store.ts";

export function createStoryQueries({ db }: QueryContext): StoryQueries {
  return {
    findByLink: async (cleanedLink, since) => {
      const row = await db
        .selectFrom("items")
        .innerJoin("storyItems", "storyItems.itemId", "items.id")
        .select("storyItems.storyId")
        .where("items.cleanedLinkHash", "=", hashOf(cleanedLink))
        .where("items.firstSeenAt", ">=", since)
        .orderBy("items.firstSeenAt")
        .orderBy("items.id")
        .limit(1)
        .executeTakeFirst();
      return row?.storyId;
    },
    findByItem: async (itemId) => {
      const row = await db.selectFrom("storyItems").select("storyId").where("itemId", "=", itemId).executeTakeFirst();
      return row?.storyId;
    },
    create: async (now) => {
      const id = newId("sty", now);
      await db.insertInto("stories").values({ id, createdAt: now }).execute();
      return id;
    },
    addItem: async (storyId, itemId, reason, now) => {
      await db
        .insertInto("storyItems")
        .values({ itemId, storyId, reason, addedAt: now })
        .onConflict((conflict) => conflict.column("itemId").doNothing())
        .execute();
    },
  };
}
