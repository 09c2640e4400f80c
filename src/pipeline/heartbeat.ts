import type { Clock } from "../core/clock.ts";
import type { Queue } from "../queue/queue.ts";
import type { Store } from "../store/store.ts";
import { createDueEditions } from "./create-editions.ts";
import { enqueueDrain } from "./deliver-job.ts";
import { tellEndedSilences } from "./end-silences.ts";
import { handOutItems } from "./hand-out-items.ts";
import { handOutPages } from "./hand-out-pages.ts";
import type { Plan } from "./plan.ts";
import { releaseHeld } from "./release-held.ts";
import { summariseNewFeeds } from "./summarise-feeds.ts";
import { tellIncidents } from "./tell-incidents.ts";
import { createTrialReports } from "./trial-reports.ts";

export interface HeartbeatDeps {
  store: Store;
  plan: () => Plan;
  queue: Pick<Queue, "enqueue">;
  now: Clock;
  /**
   * Time to the next beat, ms: feeds that fall due until then are handed out as well, each with its own delay, so
   * that polls neither wait for a beat nor all begin at one. 0: only what is due now.
   */
  aheadMs: number;
}

/** How much one tick hands to the queue; the rest follows at the next. */
const POLLS_PER_TICK = 500;
/** A claimed feed whose job got lost is handed out again after this long; a job that is still there is not doubled. */
const POLL_CLAIM_MS = 20_000;

export interface Beat {
  polls: number;
  pages: number;
  items: number;
  channels: number;
  editions: number;
}

/**
 * One tick of the scheduler, and the sweep at once: whatever the store says is due is handed to the queue. Rows whose
 * job was lost (a crash, a queue outage) come up again when their claim ends, so a queue may forget anything. A step
 * that fails keeps no other from its work.
 * @returns how much was handed out
 * @throws what the failed steps threw, after all of them had their turn
 */
export function createHeartbeat(deps: HeartbeatDeps): () => Promise<Beat> {
  const reportTrials = createTrialReports(deps);
  return async function beat(): Promise<Beat> {
    const errors: unknown[] = [];
    async function step(work: () => Promise<number>): Promise<number> {
      try {
        return await work();
      } catch (error) {
        errors.push(error);
        return 0;
      }
    }
    const polls = await step(() => handOutPolls(deps));
    const items = await step(() => handOutItems(deps));
    const pages = await step(() => handOutPages(deps));
    await step(() => summariseNewFeeds(deps).then(() => 0));
    await step(() => tellIncidents(deps).then(() => 0));
    await step(() => releaseHeld(deps).then(() => 0));
    await step(() => tellEndedSilences(deps).then(() => 0));
    await step(() => reportTrials().then(() => 0));
    const editions = await step(() => createDueEditions(deps));
    const channels = await step(() => handOutDrains(deps));
    if (errors.length === 1) throw errors[0];
    if (errors.length > 1) throw new AggregateError(errors, `${errors.length} steps of the heartbeat failed`);
    return { polls, pages, items, channels, editions };
  };
}

/** A channel that is no longer configured has nobody who could drain it. */
async function handOutDrains({ store, plan, queue, now }: HeartbeatDeps): Promise<number> {
  const waiting = await store.deliveries.listChannelsWithWork(now());
  const channels = waiting.filter((channelId) => plan().channels.has(channelId));
  for (const channelId of channels) await enqueueDrain(queue, channelId, "sweep");
  return channels.length;
}

async function handOutPolls({ store, queue, now, aheadMs }: HeartbeatDeps): Promise<number> {
  const due = await store.feeds.claimDue(now() + aheadMs, POLL_CLAIM_MS, POLLS_PER_TICK);
  for (const { feedId, nextPollAt } of due) {
    const delayMs = Math.max(0, nextPollAt - now());
    await queue.enqueue("poll", { id: `poll-${feedId}-${nextPollAt}`, data: { feed: feedId } }, { delayMs });
  }
  return due.length;
}
