import type { FeedPause, FeedState } from "../../store/rows.ts";
import type { Store } from "../../store/store.ts";
import { describeSubscription, type SubscriptionLine } from "./describe-subscription.ts";

/** How a feed stands; instants in epoch milliseconds. */
export interface FeedLine {
  id: string;
  url: string;
  /** `new`: not read yet; `failing`: its last poll failed. */
  state: "good" | "new" | "failing" | "paused";
  lastGoodAt: number | null;
  nextPollAt: number;
  /** In a row. */
  failures: number;
  failingSince: number | null;
  /** What the last failed poll came to; null while it does not fail. */
  cause: string | null;
  pause: Omit<FeedPause, "feedId"> | null;
  /** At the hub that announces the feed; null: there is none, or nobody wants one. */
  subscription: SubscriptionLine | null;
}

/** Read-only: how the configured feeds stand, by id. */
export async function listFeeds(
  store: Pick<Store, "feeds" | "subscriptions">,
  now: number,
): Promise<readonly FeedLine[]> {
  const pauses = new Map((await store.feeds.listPauses(now)).map(({ feedId, ...pause }) => [feedId, pause]));
  const subscriptions = new Map((await store.subscriptions.list()).map((row) => [row.feedId, row]));
  const lines: FeedLine[] = [];
  for (const state of await store.feeds.list()) {
    const pause = pauses.get(state.feedId) ?? null;
    const subscription = subscriptions.get(state.feedId);
    const latest = state.failures > 0 ? await store.feeds.latestPoll(state.feedId) : undefined;
    lines.push({
      id: state.feedId,
      url: state.url,
      state: stateOf(state, pause !== null),
      lastGoodAt: state.lastGoodAt,
      nextPollAt: Math.max(state.nextPollAt, pause?.until ?? 0),
      failures: state.failures,
      failingSince: state.firstFailureAt,
      cause: latest?.failureMessage ?? null,
      pause,
      subscription: subscription === undefined ? null : describeSubscription(subscription, now),
    });
  }
  return lines;
}

function stateOf({ failures, lastGoodAt }: FeedState, isPaused: boolean): FeedLine["state"] {
  if (isPaused) return "paused";
  if (failures > 0) return "failing";
  return lastGoodAt === null ? "new" : "good";
}
