import { isNetworkGone } from "../decide/group-incidents.ts";
import { isUnreachable, UNREACHABLE_KINDS } from "../poll/poll-outcome.ts";
import type { Store } from "../store/store.ts";
import type { Polled } from "./polled.ts";

/** The longest wait of a feed that cannot be reached, an hour, becomes a minute, each shorter one a share of it. */
const HASTE = 60;

/**
 * When the first feed can be reached again after hardly any could, our own network is back: the others are asked soon,
 * in the order and spread in which they were to be. Called before the poll is recorded.
 */
export async function wakeUnreachable(
  { feeds }: Pick<Store, "feeds">,
  { feed, state, outcome, finishedAt }: Polled,
): Promise<void> {
  if (state.firstFailureAt === null) return;
  if (outcome.kind === "failed" && isUnreachable(outcome.failure.kind)) return;
  const latest = await feeds.latestPoll(feed.id);
  if (latest === undefined || !isUnreachable(latest.failureKind)) return;
  const reach = await feeds.countReach({ since: state.firstFailureAt, besides: state.host, kinds: UNREACHABLE_KINDS });
  if (isNetworkGone(reach)) await feeds.hasten({ now: finishedAt, kinds: UNREACHABLE_KINDS, by: HASTE });
}
