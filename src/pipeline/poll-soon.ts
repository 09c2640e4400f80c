import { decideRequestedPoll, type RequestedPoll, type RequestedPollInput } from "../poll/requested-poll.ts";
import type { FeedState } from "../store/feed-rows.ts";
import type { StoreQueries } from "../store/store.ts";

/**
 * A feed that somebody wants polled, a person or a hub, is due now or as soon as politeness allows; nothing changes
 * before `pausedUntil`. A poll that is just under way does not count as the answer.
 */
export async function pollSoon(
  { feeds, hosts }: Pick<StoreQueries, "feeds" | "hosts">,
  { feedId, host, nextPollAt }: Pick<FeedState, "feedId" | "host" | "nextPollAt">,
  wish: Pick<RequestedPollInput, "pausedUntil" | "floorMs" | "now">,
): Promise<RequestedPoll> {
  const latest = (await feeds.latestPoll(feedId)) ?? null;
  const hostPausedUntil = await hosts.pausedUntil(host);
  const decided = decideRequestedPoll({ nextPollAt, latest, hostPausedUntil, ...wish });
  if (decided.reason !== "paused") await feeds.pollBy(feedId, decided.at);
  return decided;
}
