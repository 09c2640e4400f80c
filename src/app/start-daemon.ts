import { availableParallelism } from "node:os";
import type { Clock } from "../core/clock.ts";
import { createCommitMatches } from "../pipeline/commit-matches.ts";
import { createDeliverJob } from "../pipeline/deliver-job.ts";
import { createHeartbeat, type Beat } from "../pipeline/heartbeat.ts";
import { createMatchJob } from "../pipeline/match-job.ts";
import { createStoryPeople, noStoryPeople } from "../pipeline/story-people.ts";
import { createPageJob } from "../pipeline/page-job.ts";
import { createPollJob } from "../pipeline/poll-job.ts";
import { createPruning } from "../pipeline/prune.ts";
import { summariseNewFeeds } from "../pipeline/summarise-feeds.ts";
import { tellIncidents } from "../pipeline/tell-incidents.ts";
import { createMorningSummary } from "../pipeline/tell-morning.ts";
import { handOutRequests } from "../pipeline/websub/hand-out-requests.ts";
import { createRequestJob, isRequestJob } from "../pipeline/websub/request-job.ts";
import { firstPollAt } from "../poll/next-poll.ts";
import { createLocateHub } from "../poll/websub/choose-hub.ts";
import type { Queue } from "../queue/queue.ts";
import { openStore } from "../store/open-store.ts";
import { acquireSingleWriterLock } from "../store/sqlite/single-writer-lock.ts";
import type { Store } from "../store/store.ts";
import type { Logger } from "../telemetry/logger.ts";
import { createEvents } from "../telemetry/events.ts";
import { createMetrics } from "../telemetry/metrics.ts";
import { readHeartbeatUrl } from "./call-heartbeat.ts";
import { createBeatMark } from "./ask-stalls.ts";
import { hearButtons, readButtonApps } from "./hear-buttons.ts";
import { makePlan } from "./make-plan.ts";
import { type OpenChannels, openChannels } from "./open-channels.ts";
import { openPoller } from "./open-poller.ts";
import { toStoredBody } from "./stored-body.ts";
import { openQueue } from "./open-queue.ts";
import { requireSecrets } from "./require-secrets.ts";
import type { DaemonOptions, Parts } from "./parts.ts";
import { serveWeb, type WebAddresses } from "./serve-web.ts";
import { BEAT_MS, startCron } from "./start-cron.ts";
import { createMatchEngine } from "./threads/match-pool.ts";
import { VERSION } from "./version.ts";
import { watchOver } from "./watch-over.ts";

export interface Daemon {
  store: Store;
  queue: Queue;
  /** Where pages and metrics are served; null without the web role. */
  web: WebAddresses | null;
  beat(): Promise<Beat>;
  /** Tells operators at once what the beat keeps for two minutes; for a process that ends before. */
  tellOperators(): Promise<void>;
  /** Ends in order: no new work, running work within its deadline, connections, the store. */
  stop(): Promise<void>;
}

/** Feeds seen for the first time are first polled within this time. */
const SPREAD_MS = 30_000;
const POLLS_AT_ONCE = 32;
/** Hosts whose pages are read at once. */
const PAGES_AT_ONCE = 16;
const STOP_DEADLINE_MS = 10_000;

/** Builds the whole program from a configuration and starts it: read from top to bottom, this is what runs. */
export async function startDaemon(options: DaemonOptions): Promise<Daemon> {
  const { config, roles, log, mode } = options;
  const now: Clock = Date.now;
  await using building = new AsyncDisposableStack();

  // First: without its secrets nothing is started.
  requireSecrets(options);
  const opened = roles.includes("deliver") ? openChannels({ ...options, now }) : null;
  if (opened !== null) building.defer(() => opened.close());
  const apps = readButtonApps(options);
  const heartbeatUrl = readHeartbeatUrl(options);
  const store = await openTruth(options, now, building);
  const plan = makePlan(config);
  const metrics = createMetrics({ version: VERSION });
  const events = createEvents({ log, metrics });
  events.configRead({ valid: true, hash: config.hash, errors: 0, at: now() });

  const queue = await openQueue(config, (error, context) => {
    events.jobFailed({ queue: context.queue, jobId: context.jobId, error });
  });
  building.defer(() => queue.close(STOP_DEADLINE_MS));
  // Whoever starts it reads at once that the queue's address is wrong; later outages are waited out.
  await queue.depth("poll");

  const polls = { perHost: config.fetch.per_host.in_flight, aheadMs: mode === "service" ? BEAT_MS : 0 };
  const parts: Parts = { options, store, queue, plan: () => plan, events, metrics, now, polls, startedAt: now() };
  if (roles.includes("schedule")) await sync(parts);
  if (roles.includes("poll")) workPolls(parts, building);
  if (roles.includes("match")) await workMatches(parts, building);
  if (opened !== null) workDeliveries(parts, opened, building);

  const beat = createHeartbeat(parts);
  if (roles.includes("schedule") && mode === "service") await keepTime(parts, beat, building);
  if (mode === "service") watchOver(parts, heartbeatUrl, building);
  await hearButtons(parts, apps, building);
  const web = roles.includes("web") && mode === "service" ? await serveWeb(parts, building) : null;
  log.info(
    { version: VERSION, roles, feeds: config.feeds.length, watches: config.watches.length },
    "wirewatch started",
  );

  const running = building.move();
  return {
    store,
    queue,
    web,
    beat,
    async tellOperators() {
      await summariseNewFeeds({ ...parts, togetherMs: 0 });
      await tellIncidents({ ...parts, togetherMs: 0 });
    },
    stop: () => stop(running, log),
  };
}

async function stop(running: AsyncDisposableStack, log: Logger): Promise<void> {
  await running.disposeAsync();
  log.info("wirewatch stopped");
}

/** Opens the store; where this process owns it alone, leases and claims of its dead predecessor end at once. */
async function openTruth({ config, log }: DaemonOptions, now: Clock, building: AsyncDisposableStack): Promise<Store> {
  const { url, sync } = config.store;
  const sqlitePath = url.startsWith("sqlite:") ? url.slice("sqlite:".length) : null;
  if (sqlitePath !== null) {
    const lock = acquireSingleWriterLock(sqlitePath);
    building.defer(() => lock.release());
  }
  const store = await openStore({ url, sync, migrate: true, now, log });
  building.defer(() => store.close());
  if (config.queue === "local") await store.leases.clear();
  return store;
}

async function sync({ options, store, now }: Parts): Promise<void> {
  const { config, log, mode } = options;
  await store.configs.activate(config.hash, toStoredBody(config), now());
  const spreadMs = mode === "once" ? 0 : Math.min(SPREAD_MS, config.feeds.length * 1000);
  const added = await store.feeds.sync(config.feeds, (feed) => firstPollAt(feed.id, now(), spreadMs));
  if (added.length > 0) log.info({ added: added.length }, "new feeds");
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

function workPolls(parts: Parts, building: AsyncDisposableStack): void {
  const { options, queue } = parts;
  const poller = openPoller(options.config, parts.store, { now: parts.now });
  building.defer(() => poller.close());
  const minIntervalMs = options.config.fetch.min_interval;
  const poll = createPollJob({ ...parts, pollFeed: poller.pollFeed, minIntervalMs });
  const locateHub = createLocateHub(options.config.fetch.allow_private);
  const request = createRequestJob({ ...parts, post: poller.post, locateHub });
  const worker = queue.work("poll", POLLS_AT_ONCE, (job, signal) =>
    isRequestJob(job) ? request(job, signal) : poll(job, signal),
  );
  const pages = queue.work("page", PAGES_AT_ONCE, createPageJob({ ...parts, readPage: poller.readPage }));
  building.defer(async () => {
    await Promise.all([worker.close(STOP_DEADLINE_MS), pages.close(STOP_DEADLINE_MS)]);
  });
}

async function workMatches(parts: Parts, building: AsyncDisposableStack): Promise<void> {
  const engine = await createMatchEngine(parts.options.config.rules);
  building.defer(() => engine.close());
  await parts.store.items.retryUnmatchable();
  const commitMatches = createCommitMatches(parts);
  const { people, imported } = parts.options.config.rules;
  const storyPeople = people.length === 0 && imported === undefined ? noStoryPeople : createStoryPeople(parts);
  const match = createMatchJob({ ...parts, match: (items) => engine.match(items), storyPeople, commitMatches });
  const worker = parts.queue.work("match", Math.max(2, availableParallelism()), match);
  building.defer(() => worker.close(STOP_DEADLINE_MS));
}

function workDeliveries(parts: Parts, { channels }: OpenChannels, building: AsyncDisposableStack): void {
  const rates = new Map(parts.options.config.channels.map(({ id, rate }) => [id, rate]));
  const deliver = createDeliverJob({ ...parts, channels, rates });
  const worker = parts.queue.work("deliver", Math.max(4, channels.size), deliver);
  building.defer(() => worker.close(STOP_DEADLINE_MS));
}
