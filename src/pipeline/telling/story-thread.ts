import { SEVERITIES, type Severity } from "../../core/vocabulary.ts";
import type { StorySource } from "../../decide/stories/count-sources.ts";
import type { StoryDelivery } from "../../store/delivery-rows.ts";
import type { ToldMatch } from "../../store/match-rows.ts";
import type { StoreQueries } from "../../store/store.ts";
import { inStoryOrder } from "../story-order.ts";

/** An alert that was sent or is on its way, with what became of it since. */
export interface ThreadMessage {
  alert: StoryDelivery;
  edits: readonly StoryDelivery[];
  replies: readonly StoryDelivery[];
  /** What it tells with all its edits, in the order of the story. */
  matches: readonly ToldMatch[];
}

/** Everything that a channel was told of a story, or of an item whose watch keeps items apart. */
export interface StoryThread {
  /** The earliest first; none: it was not told, or what told it failed. */
  messages: readonly ThreadMessage[];
  /** The story, or the item where a watch keeps items apart. */
  toldOf: string;
  /** Of the next alert: 0 is the first one, others are follow-ups. */
  nextNumber: number;
}

export interface ThreadPlace {
  storyId: string;
  channelId: string;
  /** The story, or the item where a watch keeps items apart. */
  toldOf: string;
}

/** Reads the thread; under the decide lock nothing of it leaves before the caller's transaction has ended. */
export async function loadThread(
  { deliveries }: Pick<StoreQueries, "deliveries">,
  { storyId, channelId, toldOf }: ThreadPlace,
): Promise<StoryThread> {
  const all = await deliveries.listOfStory(storyId, channelId);
  const firstKey = alertKey({ toldOf, channelId }, 0);
  const laterKey = `followup|${toldOf}|${channelId}|`;
  const alerts = all.filter(({ kind, key }) => kind === "alert" && (key === firstKey || key.startsWith(laterKey)));
  const living = alerts.filter(({ isLost }) => !isLost);
  const told = living.length === 0 ? [] : await deliveries.listTold(idsWithChildren(living, all));
  const messages = living.map((alert): ThreadMessage => {
    const children = all.filter(({ parentId, kind }) => parentId === alert.id && kind !== "alert");
    const ids = new Set([alert, ...children].map(({ id }) => id));
    return {
      alert,
      edits: children.filter(({ kind }) => kind === "edit"),
      replies: children.filter(({ kind }) => kind === "reply"),
      matches: inStoryOrder(told.filter(({ deliveryId }) => ids.has(deliveryId))),
    };
  });
  // Earlier ones may be gone from the ledger: their number is used all the same.
  const last = Math.max(-1, ...alerts.map(({ key }) => (key === firstKey ? 0 : Number(key.slice(laterKey.length)))));
  return { messages, toldOf, nextNumber: last + 1 };
}

/** Key of the alert with that number. */
export function alertKey({ toldOf, channelId }: Pick<ThreadPlace, "toldOf" | "channelId">, number: number): string {
  return number === 0 ? `alert|${toldOf}|${channelId}` : `followup|${toldOf}|${channelId}|${number}`;
}

function idsWithChildren(alerts: readonly StoryDelivery[], all: readonly StoryDelivery[]): readonly string[] {
  const ids = new Set(alerts.map(({ id }) => id));
  return all.filter(({ id, parentId }) => ids.has(id) || ids.has(parentId ?? "")).map(({ id }) => id);
}

/** The message that an item belongs to: the one that tells it, or what it repeats; else the latest. */
export function messageOf(
  { messages }: StoryThread,
  { itemId, likeItemId }: { itemId: string; likeItemId: string | null },
): ThreadMessage | undefined {
  function teller(id: string | null): ThreadMessage | undefined {
    return messages.findLast(({ matches }) => matches.some((match) => match.itemId === id));
  }
  return teller(itemId) ?? teller(likeItemId) ?? messages.at(-1);
}

/** The headline that a message shows: that of its first item, as it read last. */
export function headlineOf({ matches }: ThreadMessage): ToldMatch | undefined {
  return matches[0];
}

export function outletOf({ outlet, feedId }: { outlet: string | null; feedId: string }): string {
  return outlet ?? feedId;
}

/** For counting how the reports of its outlets compare. */
export function toStorySource(
  match: Pick<ToldMatch, "itemId" | "outlet" | "feedId" | "relation" | "likeItemId" | "cited">,
): StorySource {
  const { itemId, relation, likeItemId, cited } = match;
  return { itemId, outlet: outletOf(match), relation, likeItemId, cited };
}

export function highestSeverity(severities: readonly Severity[]): Severity {
  return SEVERITIES.findLast((severity) => severities.includes(severity)) ?? "low";
}
