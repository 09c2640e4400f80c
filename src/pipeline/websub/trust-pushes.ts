import { advance, isProven } from "../../poll/websub/subscription.ts";
import type { Store } from "../../store/store.ts";
import type { Polled } from "../polled.ts";

/**
 * Whether pushes tell of what is new in the feed, after a poll of it. One that found something new although nobody had
 * asked for it ends that, until the next push.
 */
export async function trustPushes(
  store: Pick<Store, "subscriptions" | "underLock">,
  { feed, state, items, finishedAt: now }: Pick<Polled, "feed" | "state" | "items" | "finishedAt">,
): Promise<boolean> {
  if (state.hubLinks === null) return false;
  const subscription = await store.subscriptions.findByFeed(feed.id);
  if (subscription === undefined || !isProven(subscription, now)) return false;
  if (items.added.length === 0 || state.requests > state.answeredRequests) return true;
  await store.underLock("subscriptions", async ({ subscriptions }) => {
    const current = await subscriptions.get(subscription.id);
    if (current !== undefined) await subscriptions.change(current.id, advance(current, { kind: "missed" }, now));
  });
  return false;
}
