import type { ChannelPlan, WatchRouting } from "../decide/options.ts";
import { ESCALATION_KEY, type DeliveryRow } from "../store/delivery-rows.ts";
import type { StoreQueries } from "../store/store.ts";
import { recordClaim } from "./claim-story.ts";
import type { Drain } from "./drain.ts";

/** An urgent match that its channels are told of. */
export interface Escalating {
  watch: WatchRouting;
  /** The story, or the item where its watch keeps items apart. */
  toldOf: string;
  storyId: string;
  matchId: string;
  channels: ReadonlyMap<string, ChannelPlan>;
  now: number;
}

/** Whether a message waits to be sent unless somebody takes care of its story. */
export function isEscalation({ key }: Pick<DeliveryRow, "key">): boolean {
  return key.startsWith(ESCALATION_KEY);
}

/** Prepares, once for a story, the alerts that go to others unless somebody claims it in time. */
export async function prepareEscalation(
  { deliveries }: Pick<StoreQueries, "deliveries">,
  { watch, toldOf, storyId, matchId, channels, now }: Escalating,
): Promise<void> {
  const { escalate, severity, trial } = watch;
  if (escalate === null || severity !== "urgent" || trial !== null) return;
  for (const channelId of escalate.to.filter((id) => channels.has(id))) {
    const { id, added } = await deliveries.add({
      key: `${ESCALATION_KEY}${toldOf}|${channelId}`,
      kind: "alert",
      channelId,
      storyId,
      editionId: null,
      incidentId: null,
      recipient: null,
      payload: null,
      severity,
      createdAt: now,
      dueAt: now,
      held: { for: "escalation", until: now + escalate.afterMs },
    });
    if (added) await deliveries.attachMatches(id, [matchId]);
  }
}

/**
 * Who takes care of an escalation's story: somebody who said so, or who reacted to one of its alerts, which are looked
 * at now. Null: nobody, or it could not be found out.
 */
export async function findClaim(drain: Drain, { storyId }: DeliveryRow, signal: AbortSignal): Promise<string | null> {
  if (storyId === null) return null;
  const { store, channels } = drain;
  const claim = await store.claims.find(storyId);
  if (claim !== undefined) return claim.author;
  for (const { channelId, ref } of await store.claims.listAlerts(storyId)) {
    const author = await channels.get(channelId)?.findReaction?.(ref, signal);
    if (author === undefined || author === null) continue;
    const made = await store.underLock("decide", (queries) =>
      recordClaim({ queries, plan: drain.plan(), now: drain.now() }, { storyId, author }),
    );
    return made.author;
  }
  return null;
}
