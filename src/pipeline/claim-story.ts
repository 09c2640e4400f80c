import * as z from "zod";
import type { Clock } from "../core/clock.ts";
import type { ClaimRow } from "../store/restraint-rows.ts";
import type { NotedAlert } from "../store/delivery-rows.ts";
import type { Store, StoreQueries } from "../store/store.ts";
import type { Plan } from "./plan.ts";
import { findStory, type UnknownStory } from "./silence-commands.ts";
import { putNote } from "./telling/write-tellings.ts";

export const ClaimStory = z.strictObject({
  kind: z.literal("claim"),
  /** Of a story or of an item in it. */
  storyId: z.string(),
  author: z.string().min(1),
});

/** `author`: who has the story; `already-claimed`: somebody else was first. */
export const Claimed = z.object({
  kind: z.enum(["claimed", "already-claimed"]),
  storyId: z.string(),
  author: z.string(),
  claimedAt: z.number(),
});

interface ClaimDeps {
  store: Pick<Store, "underLock">;
  plan: () => Pick<Plan, "channels">;
  now: Clock;
}

/** Somebody takes care of a story: it is not escalated. The first claim stays. */
export function claimStory(
  { store, plan, now }: ClaimDeps,
  { storyId: id, author }: Pick<z.infer<typeof ClaimStory>, "storyId" | "author">,
): Promise<z.infer<typeof Claimed> | z.infer<typeof UnknownStory>> {
  return store.underLock("decide", async (queries) => {
    const storyId = await findStory(queries, id);
    if (storyId === undefined) return { kind: "unknown-story", storyId: id };
    const claim = await recordClaim({ queries, plan: plan(), now: now() }, { storyId, author });
    return { kind: claim.author === author ? "claimed" : "already-claimed", ...claim };
  });
}

/**
 * Keeps the first claim of a story, however it was made; on each channel that can answer, the thread of the story's
 * latest alert says once whose it is. Belongs under the decide lock.
 * @param alert in whose thread its channel is told instead
 */
export async function recordClaim(
  { queries, plan, now }: { queries: StoreQueries; plan: Pick<Plan, "channels">; now: number },
  { storyId, author, alert }: { storyId: string; author: string; alert?: NotedAlert },
): Promise<ClaimRow> {
  const earlier = await queries.claims.find(storyId);
  if (earlier !== undefined) return earlier;
  const claim = await queries.claims.add({ storyId, author, claimedAt: now });
  const alerts = [...(await queries.claims.listAlerts(storyId)), ...(alert === undefined ? [] : [alert])];
  const latest = new Map(alerts.map((one) => [one.channelId, { ...one, storyId }]));
  const note = { kind: "claimed", author } as const;
  for (const [channelId, told] of latest)
    if (plan.channels.get(channelId)?.follows === "edits")
      await putNote({ queries, now }, { alert: told }, { name: "claimed", note, matchIds: [] });
  return claim;
}
