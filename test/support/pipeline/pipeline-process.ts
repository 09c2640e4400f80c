import type { ItemAnswer } from "../../../src/match/match-answer.ts";
import type { MatchItem } from "../../../src/match/rule-set.ts";
import type { Channel } from "../../../src/notify/channel.ts";
import { createCommitMatches } from "../../../src/pipeline/commit-matches.ts";
import { createDeliverJob } from "../../../src/pipeline/deliver-job.ts";
import { createHeartbeat } from "../../../src/pipeline/heartbeat.ts";
import { createMatchJob } from "../../../src/pipeline/match-job.ts";
import type { Plan } from "../../../src/pipeline/plan.ts";
import { noStoryPeople } from "../../../src/pipeline/story-people.ts";
import type { Job, QueueName } from "../../../src/queue/queue.ts";
import type { Store } from "../../../src/store/store.ts";

interface ProcessParts {
  store: Store;
  plan: Plan;
  channels: ReadonlyMap<string, Channel>;
  /** In place of the matcher. */
  answer: (item: MatchItem) => ItemAnswer;
  now: () => number;
}

/**
 * The heartbeat, match job and deliver job of the daemon over a store, with a queue of their own.
 * @returns looks once for everything that is due but polls, and does it; rejects as the store does
 */
export function createProcess({ store, plan, channels, answer, now }: ProcessParts): () => Promise<void> {
  const jobs = new Map<string, { name: QueueName; job: Job }>();
  const queue = { enqueue: async (name: QueueName, job: Job) => void jobs.set(job.id, { name, job }) };
  const deps = { store, plan: () => plan, queue, now };
  const beat = createHeartbeat({ ...deps, polls: { perHost: 1, aheadMs: 0 } });
  const deliver = createDeliverJob({
    ...deps,
    channels,
    rates: new Map(),
    events: { delivered: () => {}, incident: () => {} },
  });
  const match = createMatchJob({
    ...deps,
    match: async (items) => items.map(answer),
    storyPeople: noStoryPeople,
    commitMatches: createCommitMatches(deps),
    events: { matched: () => {}, itemsMatched: () => {} },
  });

  return async function work() {
    await beat();
    for (let next = jobs.entries().next(); next.done !== true; next = jobs.entries().next()) {
      const [id, { name, job }] = next.value;
      jobs.delete(id);
      if (name === "match") await match(job, new AbortController().signal);
      if (name === "deliver") await deliver(job, new AbortController().signal);
    }
  };
}
