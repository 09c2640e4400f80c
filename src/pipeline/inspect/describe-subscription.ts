import { describeState } from "../../poll/websub/subscription.ts";
import type { SubscriptionRow } from "../../store/feed-rows.ts";

/** How a feed's subscription at a hub stands, without its secrets; instants in epoch milliseconds. */
export interface SubscriptionLine {
  /** `renewing`: active, and more of it is asked for; `expired`: its lease is over. */
  state: ReturnType<typeof describeState>;
  hub: string;
  topic: string;
  leaseUntil: number | null;
  /** The last signed push; null: none, or news came without one since. */
  pushedAt: number | null;
  /** What went wrong last. */
  detail: string | null;
}

export function describeSubscription(subscription: SubscriptionRow, now: number): SubscriptionLine {
  const { hub, topic, leaseUntil, pushedAt, detail } = subscription;
  return { state: describeState(subscription, now), hub, topic, leaseUntil, pushedAt, detail };
}
