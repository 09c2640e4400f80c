import type { Beat } from "../pipeline/heartbeat.ts";
import { summariseNewFeeds } from "../pipeline/summarise-feeds.ts";
import { tellIncidents } from "../pipeline/tell-incidents.ts";
import { closeRefusal } from "../pipeline/refusal-incident.ts";
import type { Clock } from "../core/clock.ts";
import type { Queue } from "../queue/queue.ts";
import { openStore } from "../store/open-store.ts";
import { acquireSingleWriterLock } from "../store/sqlite/single-writer-lock.ts";
import type { Store } from "../store/store.ts";
import type { Logger } from "../telemetry/logger.ts";
import { createEvents } from "../telemetry/events.ts";
import { createMetrics } from "../telemetry/metrics.ts";
import type { ReloadAnswer } from "../web/reload-answer.ts";
import { activateConfig, settleConfig } from "./introduce-config.ts";
import { openSecretParts } from "./open-secret-parts.ts";
import { openQueue } from "./open-queue.ts";
import { makeParts, type DaemonOptions, type Lasting, type StartOptions } from "./parts.ts";
import { followOthers, watchSources } from "./reload/keep-current.ts";
import { Reloader } from "./reload/reloader.ts";
import { serveWeb, type WebAddresses } from "./serve-web.ts";
import { watchStoreFile } from "./store-file.ts";
import { createMatchEngine } from "./threads/match-thread.ts";
import { toStoredBody } from "./stored-body.ts";
import { VERSION } from "./version.ts";

export interface Daemon {
  store: Store;
  queue: Queue;
  /** Where pages and metrics are served; null without the web role. */
  web: WebAddresses | null;
  beat(): Promise<Beat>;
  /** Tells operators at once what the beat keeps for two minutes; for a process that ends before. */
  tellOperators(): Promise<void>;
  /** Works by the configuration as its files are now, or goes on by the one before and says why. */
  reload(): Promise<ReloadAnswer>;
  /** Ends in order: no new work, running work within its deadline, connections, the store. */
  stop(): Promise<void>;
}

const STOP_DEADLINE_MS = 10_000;

/**
 * Builds the whole program from a configuration and starts it: read from top to bottom, this is what runs. What works by
 * the configuration, and is started anew at a reload, is in `start-work.ts`.
 */
export async function startDaemon({ sources, ...options }: StartOptions): Promise<Daemon> {
  const { config, env, roles, log, mode } = options;
  const now: Clock = Date.now;
  await using building = new AsyncDisposableStack();

  // First: without its secrets nothing is started.
  const secretParts = openSecretParts(options, now);
  building.defer(() => secretParts.close());
  const store = await openTruth(options, now, building);
  const metrics = createMetrics({ version: VERSION });
  const events = createEvents({ log, metrics });
  events.configRead({ valid: true, hash: config.hash, errors: 0, at: now() });

  const queue = await openQueue(config, (error, context) => {
    events.jobFailed({ queue: context.queue, jobId: context.jobId, error });
  });
  building.defer(() => queue.close(STOP_DEADLINE_MS));
  // Whoever starts it reads at once that the queue's address is wrong; later outages are waited out.
  await queue.depth("poll");

  // From the file that was opened just now: at a reload its path may lead to another one, or nowhere.
  const isStoreThere = watchStoreFile(config.store.url);
  const lasting: Lasting = { store, queue, events, metrics, now, startedAt: now(), isStoreThere };
  const parts = makeParts(lasting, options);
  if (roles.includes("schedule")) {
    await activateConfig(parts, { body: toStoredBody(config), newFeeds: config.feeds.length });
    await closeRefusal(parts);
  }
  const engine = roles.includes("match") ? await createMatchEngine(config.rules) : null;
  if (engine !== null) building.defer(() => engine.close());
  await settleConfig(parts, secretParts);
  const reloader = new Reloader(lasting, engine, sources);
  building.defer(() => reloader.stop());
  await reloader.start(parts, secretParts, performance.timeOrigin);
  if (mode === "service") watchSources(reloader, lasting, building);
  if (mode === "service" && config.queue !== "local") followOthers(reloader, lasting, building);
  const isServed = roles.includes("web") && mode === "service";
  const web = isServed ? await serveWeb(config, { env, apps: () => reloader.current.apps }, building) : null;
  // First: who waits for a reload is answered before the server closes.
  building.defer(() => reloader.end());
  log.info(
    { version: VERSION, roles, feeds: config.feeds.length, watches: config.watches.length },
    "wirewatch started",
  );

  const running = building.move();
  return {
    store,
    queue,
    web,
    beat: () => reloader.current.work.beat(),
    async tellOperators() {
      const current = reloader.current.parts;
      await summariseNewFeeds({ ...current, togetherMs: 0 });
      await tellIncidents({ ...current, togetherMs: 0 });
    },
    reload: () => reloader.reload(),
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
