import type { RoundupPart } from "../notify/message.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { StoreQueries } from "../store/store.ts";
import { buildRoundup, readRoundup } from "./add-roundup.ts";
import type { Drain } from "./drain.ts";
import { tellDelay } from "./tell-delay.ts";

/** Beyond these posts alerts are counted. */
const MOST_POSTS = 10;

/** How a roundup that has not left is told: the matches of each post. */
export interface RoundupCut {
  posts: readonly (readonly string[])[];
  /** How many alerts all posts tell. */
  alerts: number;
  /** How many matches were looked at: more may join before the attempt begins. */
  matches: number;
}

/** How a roundup has to be cut, as it stands; null: it is cut already, or its channel has room for all of it. */
export async function planCut(drain: Drain, delivery: DeliveryRow): Promise<RoundupCut | null> {
  const { store, channel, plan } = drain;
  if (channel.roomFor === undefined) return null;
  const matches = await store.deliveries.listMatches(delivery.id);
  const roundup = await tellDelay(drain, delivery, await buildRoundup(store, plan(), delivery));
  if (roundup.kind !== "roundup" || roundup.part !== undefined) return null;
  const byStory = [...Map.groupBy(matches, ({ storyId }) => storyId).values()];
  const alerts = byStory.length;
  const posts: string[][] = [];
  let told = 0;
  while (told < alerts) {
    const part: RoundupPart = { number: posts.length + 1, of: MOST_POSTS, alerts };
    const left = roundup.stories.slice(told);
    const count = part.number === MOST_POSTS ? left.length : channel.roomFor({ ...roundup, part, stories: left });
    posts.push(byStory.slice(told, told + count).flatMap((story) => story.map(({ id }) => id)));
    told += count;
  }
  return { posts, alerts, matches: matches.length };
}

/**
 * Makes later posts deliveries of their own, each of which waits for the one before. Belongs into the transaction in
 * which the attempt to send the first one begins: nothing can join it from then on.
 * @returns false when matches have joined it since the cut was planned
 */
export async function cutRoundup(
  { deliveries, holds }: StoreQueries,
  first: DeliveryRow,
  { cut, now }: { cut: RoundupCut; now: number },
): Promise<boolean> {
  if ((await deliveries.countMatches(first.id)) !== cut.matches) return false;
  if (cut.posts.length < 2) return true;
  const told = readRoundup((await deliveries.get(first.id)) ?? first);
  function payloadOf(number: number): string {
    const part: RoundupPart = { number, of: cut.posts.length, alerts: cut.alerts };
    return JSON.stringify({ ...told, part });
  }
  await holds.rewrite(first.id, payloadOf(1));
  let parentId = first.id;
  for (const [index, matchIds] of cut.posts.entries()) {
    if (index === 0) continue;
    const { channelId, severity } = first;
    const { id } = await deliveries.add({
      key: `${first.key}|${index + 1}`,
      kind: "roundup",
      channelId,
      storyId: null,
      parentId,
      editionId: null,
      incidentId: null,
      recipient: null,
      payload: payloadOf(index + 1),
      severity,
      createdAt: now,
      dueAt: now,
    });
    await deliveries.attachMatches(id, matchIds);
    await holds.detachMatches(first.id, matchIds);
    parentId = id;
  }
  return true;
}

/** Key of the first of its posts. */
export function firstPostKey({ key }: Pick<DeliveryRow, "key">): string {
  return key.slice(0, key.lastIndexOf("|"));
}
