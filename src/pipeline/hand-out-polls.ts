import type { Clock } from "../core/clock.ts";
import type { Queue } from "../queue/queue.ts";
import type { Store } from "../store/store.ts";

export interface PollsHandedOut {
  /** Polls of one host that are handed out at a time: more would wait for its turn, each in a place of the queue. */
  perHost: number;
  /**
   * Time to the next beat, ms: feeds that fall due until then are handed out as well, each with its own delay, so
   * that polls neither wait for a beat nor all begin at one. 0: only what is due now.
   */
  aheadMs: number;
}

/** How much one call hands to the queue; the rest follows at the next. */
const POLLS_AT_ONCE = 500;
/** A claimed feed whose job got lost is handed out again after this long; a job that is still there is not doubled. */
const CLAIM_MS = 20_000;

/**
 * Hands feeds to be polled to the queue "poll": at each beat, and after each poll the next one of its host. So a host
 * with very many feeds, or a slow one, keeps no other waiting. Returns how many.
 * @param host only feeds of this host; left out: of all
 */
export async function handOutPolls(
  deps: { store: Pick<Store, "feeds">; queue: Pick<Queue, "enqueue">; now: Clock; polls: PollsHandedOut },
  host?: string,
): Promise<number> {
  const { store, queue, now } = deps;
  const { perHost, aheadMs } = deps.polls;
  const claim = { now: now() + aheadMs, claimMs: CLAIM_MS, limit: POLLS_AT_ONCE, perHost };
  const due = await store.feeds.claimDue(host === undefined ? claim : { ...claim, host });
  for (const { feedId, nextPollAt } of due) {
    const delayMs = Math.max(0, nextPollAt - now());
    const data = { feed: feedId, due: nextPollAt };
    await queue.enqueue("poll", { id: `poll-${feedId}-${nextPollAt}`, data }, { delayMs });
  }
  return due.length;
}
