import type { ChannelPlan } from "../decide/options.ts";
import { quietUntil } from "../decide/restraint/quiet-hours.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { Store } from "../store/store.ts";
import { isAskedFor } from "./delivery-acts.ts";
import type { Drain } from "./drain.ts";
import { findClaim, isEscalation } from "./escalate.ts";
import { reviewAlert, setAsideRefused } from "./review-alert.ts";

/** `not-now`: it is held or dropped; what goes on may have lost matches. */
export type Guarded = "go-on" | "not-now";

/**
 * Asks once more, right before an alert is sent: its watches may be off by now, a silence may have come, it may have
 * waited until it is of no use, its channel may have come back in quiet hours, or somebody may have claimed the story
 * that it escalates. A correction that is a post of its own waits for the end of quiet hours, too; what an operator has
 * tried again does not. Of digests it is only asked whether the recipient has unsubscribed; notices are exempt.
 */
export async function guardSending(drain: Drain, delivery: DeliveryRow, signal: AbortSignal): Promise<Guarded> {
  if (delivery.kind === "digest") return guardDigest(drain, delivery);
  const { store, channel } = drain;
  const isCorrection = delivery.kind === "reply" && channel.follows === "nothing";
  if (delivery.kind !== "alert" && delivery.kind !== "roundup" && !isCorrection) return "go-on";
  const claimedBy = isEscalation(delivery) ? await findClaim(drain, delivery, signal) : null;
  if (claimedBy !== null) {
    await store.holds.drop(delivery.id, "claimed", `by ${claimedBy}`);
    return "not-now";
  }
  const [plan, now] = [drain.plan(), drain.now()];
  const planned = plan.channels.get(channel.id);
  const isQuiet = planned !== undefined && quietUntil(planned, delivery.severity, now) !== null;
  if (isQuiet && !isAskedFor(delivery) && (await holdWhileQuiet(store, { delivery, channel: planned, now })))
    return "not-now";
  if (delivery.kind !== "alert") return "go-on";
  const silences = await store.silences.listActive(now);
  const review = await reviewAlert({ queries: store, plan, now }, delivery, silences);
  if (review.refused.length === 0) return "go-on";
  return store.underLock("decide", async (queries) => {
    // The matcher may have added to it meanwhile, and what it edits into the alert is wanted whatever becomes of the rest.
    await queries.holds.takeInEdits(delivery.id);
    const again = await reviewAlert({ queries, plan, now }, delivery, silences);
    await setAsideRefused({ queries, plan, now }, delivery, again);
    return again.kept.length === 0 ? "not-now" : "go-on";
  });
}

/** The matcher may have raised it meanwhile: an urgent alert may go where a normal one waits. */
function holdWhileQuiet(
  store: Store,
  { delivery, channel, now }: { delivery: DeliveryRow; channel: ChannelPlan; now: number },
): Promise<boolean> {
  return store.underLock("decide", async ({ deliveries, holds }) => {
    const { severity } = (await deliveries.get(delivery.id)) ?? delivery;
    const quietEnds = quietUntil(channel, severity, now);
    if (quietEnds !== null) await holds.hold(delivery.id, "quiet-hours", quietEnds);
    return quietEnds !== null;
  });
}

async function guardDigest({ store }: Drain, { id, channelId, recipient }: DeliveryRow): Promise<Guarded> {
  const suppression = recipient === null ? undefined : await store.suppressions.find(channelId, recipient);
  if (suppression === undefined) return "go-on";
  await store.holds.drop(id, "unsubscribed", `since ${new Date(suppression.suppressedAt).toISOString()}`);
  return "not-now";
}
