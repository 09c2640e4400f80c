import type { Clock } from "../core/clock.ts";
import type { Queue } from "../queue/queue.ts";
import type { Store } from "../store/store.ts";
import { createDueEditions } from "./create-editions.ts";
import { enqueueDrain } from "./deliver-job.ts";
import { endOrphans } from "./end-orphans.ts";
import { tellEndedSilences } from "./end-silences.ts";
import { handOutItems } from "./hand-out-items.ts";
import { handOutPages } from "./hand-out-pages.ts";
import { handOutPolls, type PollsHandedOut } from "./hand-out-polls.ts";
import type { Plan } from "./plan.ts";
import { releaseHeld } from "./release-held.ts";
import { summariseNewFeeds } from "./summarise-feeds.ts";
import { tellIncidents } from "./tell-incidents.ts";
import { throwFailures } from "./throw-failures.ts";
import { createTrialReports } from "./trial-reports.ts";

export interface HeartbeatDeps {
  store: Store;
  plan: () => Plan;
  queue: Pick<Queue, "enqueue">;
  now: Clock;
  polls: PollsHandedOut;
}

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
    await step(() => endOrphans(deps).then(() => 0));
    await step(() => releaseHeld(deps).then(() => 0));
    await step(() => tellEndedSilences(deps).then(() => 0));
    await step(() => reportTrials().then(() => 0));
    const editions = await step(() => createDueEditions(deps));
    const channels = await step(() => handOutDrains(deps));
    throwFailures(errors, "steps of the heartbeat");
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
