import { availableParallelism } from "node:os";
import { createCommitMatches } from "../pipeline/commit-matches.ts";
import { createDeliverJob } from "../pipeline/deliver-job.ts";
import { createHeartbeat, type Beat } from "../pipeline/heartbeat.ts";
import { createMatchJob } from "../pipeline/match-job.ts";
import { createPageJob } from "../pipeline/page-job.ts";
import { createPollJob } from "../pipeline/poll-job.ts";
import { createPruning } from "../pipeline/prune.ts";
import { createStoryPeople, noStoryPeople } from "../pipeline/story-people.ts";
import { createMorningSummary } from "../pipeline/tell-morning.ts";
import { handOutRequests } from "../pipeline/websub/hand-out-requests.ts";
import { createRequestJob, isRequestJob } from "../pipeline/websub/request-job.ts";
import { createLocateHub } from "../poll/websub/choose-hub.ts";
import type { QueueWorker } from "../queue/queue.ts";
import { createBeatMark } from "./ask-stalls.ts";
import { answerMetrics } from "./ask-status.ts";
import { hearButtons } from "./hear-buttons.ts";
import { openPoller } from "./open-poller.ts";
import type { SecretParts } from "./open-secret-parts.ts";
import type { Parts } from "./parts.ts";
import { startCron } from "./start-cron.ts";
import type { MatchEngine } from "./threads/match-thread.ts";
import { watchOver } from "./watch-over.ts";

/** What works by one configuration: jobs, the schedule, the connections for buttons. */
export interface Work {
  beat(): Promise<Beat>;
  /** No new work; what is on its way ends within its deadline, and what does not is done again later. */
  stop(): Promise<void>;
}

const POLLS_AT_ONCE = 32;
/** Hosts whose pages are read at once. */
const PAGES_AT_ONCE = 16;
const STOP_DEADLINE_MS = 10_000;
/** What is broken off is asked for again, and does no harm: nobody waits long for a slow server. */
const POLL_DEADLINE_MS = 2000;

/** Starts what works by a configuration, on what outlives it. @param engine null: this process does not match */
export async function startWork(parts: Parts, secretParts: SecretParts, engine: MatchEngine | null): Promise<Work> {
  const { roles, mode } = parts.options;
  await using building = new AsyncDisposableStack();
  const ending = new AbortController();
  const polls = roles.includes("poll") ? workPolls(parts, building) : [];
  const others = [
    ...(engine === null ? [] : [workMatches(parts, engine)]),
    ...(secretParts.channels === null ? [] : [workDeliveries(parts, secretParts.channels, ending.signal)]),
  ];
  // Together: whoever waits for a reload waits for the slowest of them only.
  building.defer(async () => {
    await Promise.all([
      ...polls.map((worker) => worker.close(POLL_DEADLINE_MS)),
      ...others.map((worker) => worker.close(STOP_DEADLINE_MS)),
    ]);
  });

  const beat = createHeartbeat(parts);
  if (roles.includes("schedule") && mode === "service") await keepTime(parts, beat, building);
  if (mode === "service") watchOver(parts, secretParts.heartbeatUrl, building);
  if (secretParts.apps !== null) hearButtons(parts, secretParts.apps, building);
  answerMetrics(parts);
  // Deferred last, so that it comes first: a channel with much to send begins no further message, and none is cut off and told twice.
  building.defer(() => ending.abort());
  const running = building.move();
  return { beat, stop: () => running.disposeAsync() };
}

/** What has its time: the heartbeat, requests to hubs, the morning summary, pruning. */
async function keepTime(parts: Parts, beat: () => Promise<unknown>, building: AsyncDisposableStack): Promise<void> {
  const { options, store, events, now } = parts;
  const { config, log } = options;
  const prune = createPruning({ store, retention: config.retention, events, now });
  const locateHub = createLocateHub(config.fetch.allow_private);
  const requests = { ...parts, publicUrl: config.http.public_url, locateHub };
  const markBeat = createBeatMark(store, now);
  async function beatAndMark(): Promise<void> {
    await beat();
    await markBeat();
  }
  const steps = [beatAndMark, () => handOutRequests(requests), dailySummary(parts), prune];
  const cron = await startCron(steps, log);
  building.defer(() => cron.stop());
}

function dailySummary(parts: Parts): () => Promise<void> {
  const { timezone, operators } = parts.options.config;
  if (operators.summary_at === null) return () => Promise.resolve();
  return createMorningSummary({ ...parts, at: operators.summary_at, timezone });
}

function workPolls(parts: Parts, building: AsyncDisposableStack): QueueWorker[] {
  const { options, queue } = parts;
  const poller = openPoller(options.config, parts.store, { now: parts.now });
  building.defer(() => poller.close());
  const minIntervalMs = options.config.fetch.min_interval;
  const poll = createPollJob({ ...parts, pollFeed: poller.pollFeed, minIntervalMs });
  const locateHub = createLocateHub(options.config.fetch.allow_private);
  const request = createRequestJob({ ...parts, post: poller.post, locateHub });
  const polls = queue.work("poll", POLLS_AT_ONCE, (job, signal) =>
    isRequestJob(job) ? request(job, signal) : poll(job, signal),
  );
  const pages = queue.work("page", PAGES_AT_ONCE, createPageJob({ ...parts, readPage: poller.readPage }));
  return [polls, pages];
}

function workMatches(parts: Parts, engine: MatchEngine): QueueWorker {
  const commitMatches = createCommitMatches(parts);
  const { people, imported } = parts.options.config.rules;
  const storyPeople = people.length === 0 && imported === undefined ? noStoryPeople : createStoryPeople(parts);
  const match = createMatchJob({ ...parts, match: (items) => engine.match(items), storyPeople, commitMatches });
  return parts.queue.work("match", Math.max(2, availableParallelism()), match);
}

/** @param ending a channel with very many messages does not send them all first */
function workDeliveries(
  parts: Parts,
  channels: NonNullable<SecretParts["channels"]>,
  ending: AbortSignal,
): QueueWorker {
  const rates = new Map(parts.options.config.channels.map(({ id, rate }) => [id, rate]));
  const deliver = createDeliverJob({ ...parts, channels, rates, ending });
  return parts.queue.work("deliver", Math.max(4, channels.size), deliver);
}
