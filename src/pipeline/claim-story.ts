import * as z from "zod";
import type { Clock } from "../core/clock.ts";
import type { StoreQueries } from "../store/store.ts";
import { findStory, type UnknownStory } from "./silence-commands.ts";

export const ClaimStory = z.strictObject({
  kind: z.literal("claim"),
  /** Of a story or of an item in it. */
  storyId: z.string(),
  author: z.string().min(1),
});

/** `author`: who has the story; somebody else may have been first. */
export const Claimed = z.object({
  kind: z.literal("claimed"),
  storyId: z.string(),
  author: z.string(),
  claimedAt: z.number(),
});

/** Somebody takes care of a story: it is not escalated. The first claim stays. */
export async function claimStory(
  { store, now }: { store: Pick<StoreQueries, "claims" | "stories">; now: Clock },
  { storyId: id, author }: Pick<z.infer<typeof ClaimStory>, "storyId" | "author">,
): Promise<z.infer<typeof Claimed> | z.infer<typeof UnknownStory>> {
  const storyId = await findStory(store, id);
  if (storyId === undefined) return { kind: "unknown-story", storyId: id };
  return { kind: "claimed", ...(await store.claims.add({ storyId, author, claimedAt: now() })) };
}
