import type { Channel, Outgoing } from "../notify/channel.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { Store } from "../store/store.ts";
import { keyedSince } from "./delivery-acts.ts";

/**
 * Ends attempts of a channel whose answer never came because their process died: they are `unconfirmed`, and their
 * messages are due again. Only the holder of the channel's lease may call it: nobody else is sending then.
 */
export async function endUnanswered(store: Pick<Store, "deliveries">, channelId: string, now: number): Promise<void> {
  for (const attempt of await store.deliveries.listUnanswered(channelId)) {
    const delivery = await store.deliveries.get(attempt.deliveryId);
    if (delivery === undefined) continue;
    await store.deliveries.endAttempt({
      attemptId: attempt.id,
      finishedAt: now,
      outcome: "unconfirmed",
      reason: "no-answer",
      detail: "the process ended before the answer came",
      delivery: { status: "pending", dueAt: delivery.dueAt },
      recipients: [],
    });
  }
}

/**
 * Asks the channel whether a message arrived of which some attempt got no answer (Slack keeps the delivery key in its
 * metadata); a later refusal, such as a 429, leaves the doubt. Returns the provider's name of it, or undefined: not there,
 * cannot be asked, or never in doubt; then it is sent, a duplicate rather than a loss (promise 2).
 */
export async function findArrived(
  asking: { store: Pick<Store, "deliveries">; channel: Channel },
  delivery: DeliveryRow,
  outgoing: Outgoing,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (delivery.attempts === 0) return undefined;
  const attempts = await asking.store.deliveries.listAttempts(delivery.id);
  const since = keyedSince(delivery);
  if (!attempts.some(({ outcome, startedAt }) => outcome === "unconfirmed" && startedAt >= since)) return undefined;
  const answer = await asking.channel.confirm(outgoing, signal);
  return answer.kind === "found" ? answer.ref : undefined;
}
