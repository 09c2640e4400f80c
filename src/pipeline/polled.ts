import type { Feed } from "../core/vocabulary.ts";
import type { PollOutcome } from "../poll/poll-outcome.ts";
import type { FeedState } from "../store/feed-rows.ts";
import type { StoredItems } from "../store/item-rows.ts";

/** One poll of a feed that has ended and whose items are stored. */
export interface Polled {
  feed: Feed;
  state: FeedState;
  outcome: PollOutcome;
  items: StoredItems;
  startedAt: number;
  finishedAt: number;
}
