import * as z from "zod";
import { createPollJob } from "../../../src/pipeline/poll-job.ts";
import { listFeeds } from "../../../src/pipeline/inspect/list-feeds.ts";
import type { SubscriptionLine } from "../../../src/pipeline/inspect/describe-subscription.ts";
import { createHubCallback } from "../../../src/pipeline/websub/answer-hub.ts";
import { handOutRequests } from "../../../src/pipeline/websub/hand-out-requests.ts";
import { createRequestJob } from "../../../src/pipeline/websub/request-job.ts";
import { createHostGate } from "../../../src/poll/fetch/host-gate.ts";
import { createLastingGate } from "../../../src/poll/fetch/lasting-gate.ts";
import { createPollFeed } from "../../../src/poll/poll-feed.ts";
import { readDocument } from "../../../src/poll/parse/read-document.ts";
import { createLocateHub } from "../../../src/poll/websub/choose-hub.ts";
import type { Job } from "../../../src/queue/queue.ts";
import type { Store } from "../../../src/store/store.ts";
import { createEvents } from "../../../src/telemetry/events.ts";
import { createLogger } from "../../../src/telemetry/logger.ts";
import { createMetrics } from "../../../src/telemetry/metrics.ts";
import { createWeb } from "../../../src/web/create-web.ts";
import { serveTcp } from "../../../src/web/serve.ts";
import { answer, startFeedServer, type FeedServer } from "./feed-server.ts";
import { openTestStore } from "../store/open-test-store.ts";
import { freePort } from "../servers/free-port.ts";
import { feed, matchedText } from "../store/store-builders.ts";
import { createTestFetcher } from "./test-fetcher.ts";
import { startHub, type TestHub } from "./websub-hub.ts";
import { planOf } from "../pipeline/pipeline-rig.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const FEED_ID = "wire";
const MatchData = z.object({ items: z.array(z.string()) });
const START = Date.UTC(2026, 0, 20);
/** Dated so far back, the feed's habits ask for no poll before the ceiling. */
const LONG_AGO = Date.UTC(2023, 0, 20);

/** The subscriber's parts round a real store, web server, feed server and hub, on a clock that the test moves. */
export interface WebsubRig {
  hub: TestHub;
  server: FeedServer;
  store: Store;
  storeUrl: string;
  publicUrl: string;
  now: () => number;
  wait(ms: number): void;
  /** What the feed shows from now on: its items' names, and the addresses of its hubs. */
  show(items: readonly string[], hubs?: readonly string[]): void;
  /** One heartbeat: due requests reach their hubs, due feeds are polled. `publicUrl` as configured then. */
  beat(publicUrl?: string | null): Promise<void>;
  /** Beats until then, every minute. */
  beatFor(ms: number): Promise<void>;
  /** Instants of all polls, from the first on, in ms since the start. */
  polls: readonly number[];
  /** All jobs that were about subscriptions. */
  queued: readonly Job[];
  /** How the feed's subscription stands; throws where there is none. */
  subscription(): Promise<SubscriptionLine>;
  nextPollIn(): Promise<number>;
  /** Titles of all items, as they were stored. */
  items: readonly string[];
  /** Is called while a poll has its document and has not stored it. */
  duringPoll(act: () => Promise<unknown>): void;
  /** Replaces the store that callbacks work with. */
  answerFrom(store: Pick<Store, "subscriptions" | "underLock">): void;
  /** Feeds as the configuration has them from now on. */
  configure(feedIds: readonly string[]): Promise<void>;
  /** Everything that was logged, debug lines included. */
  log(): string;
  metrics(): Promise<string>;
  close(): Promise<void>;
}

export interface RigOptions {
  /** The items of the first document are dated so far apart, back from the start; absent: all long ago. */
  rhythmMs?: number;
  dialect?: "sqlite" | "postgres";
  everyMs?: number;
  allowPrivate?: readonly string[];
  minIntervalMs?: number;
}

interface Shown {
  title: string;
  publishedAt: number;
}

function toRss(items: readonly Shown[], hubs: readonly string[], self: string): string {
  const links = hubs.map((hub) => `<atom:link rel="hub" href="${hub}"/>`).join("");
  const entries = items.map(({ title, publishedAt }) => {
    const date = new Date(publishedAt).toUTCString();
    return `<item><title>${title}</title><guid isPermaLink="false">${title}</guid><pubDate>${date}</pubDate></item>`;
  });
  return `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Wire</title><atom:link rel="self" href="${self}"/>${links}${entries.join("")}</channel></rss>`;
}

export async function openWebsubRig(options: RigOptions = {}): Promise<WebsubRig> {
  const { dialect = "sqlite", everyMs, allowPrivate = ["127.0.0.1"], minIntervalMs = MINUTE, rhythmMs } = options;
  const [hub, server, port] = await Promise.all([startHub(), startFeedServer(), freePort()]);
  const publicUrl = `http://127.0.0.1:${port}/wirewatch`;
  let time = START;
  function now(): number {
    return time;
  }
  const opened = await openTestStore(dialect, now);
  const { store } = opened;
  const lines: string[] = [];
  const metrics = createMetrics({ version: "0.1.0" });
  const events = createEvents({ log: createLogger("debug", { write: (line) => lines.push(line) }), metrics });
  const wire = feed(FEED_ID, { url: server.url("/wire.rss"), everyMs: everyMs ?? null, onAdd: "silent" });
  let configured = [wire];
  await store.feeds.sync(configured, now);

  const gate = createLastingGate({
    gate: createHostGate({ inFlight: 1, gapMs: 0, now }),
    pauses: store.hosts,
    now,
  });
  const fetcher = createTestFetcher({ allowPrivate: ["127.0.0.1"], gate, now });
  const polls: number[] = [];
  let duringPoll: (() => Promise<unknown>) | null = null;
  const pollFeed = createPollFeed({
    fetcher,
    readItems: async (input) => {
      const act = duringPoll;
      duringPoll = null;
      await act?.();
      const read = await readDocument(input, { now: time, isAggregator: false, lang: "en" });
      if (read.kind !== "feed") throw new Error(`the feed was read as ${read.kind}`);
      const { links } = read.feed;
      return { kind: "items", items: read.items, ...(links === undefined ? {} : { links }) };
    },
  });
  const jobs: Job[] = [];
  const queued: Job[] = [];
  const queue = {
    enqueue: async (_name: string, job: Job) => {
      jobs.push(job);
      queued.push(job);
    },
  };
  const items: string[] = [];
  async function takeItems(name: string, { data }: Job): Promise<void> {
    if (name !== "match") return;
    for (const id of MatchData.parse(data).items) {
      const item = await store.items.get(id);
      if (item === undefined) throw new Error(`item ${id} is not stored`);
      items.push(item.title);
      await store.items.markAllMatched([matchedText(id, item.revision)]);
    }
  }
  const locateHub = createLocateHub(allowPrivate);
  const request = createRequestJob({
    store,
    post: (form, abort) => fetcher.post(form, abort),
    locateHub,
    events,
    now,
  });
  const poll = createPollJob({
    store,
    plan: () =>
      planOf([], [], {
        feeds: new Map(configured.map((each) => [each.id, each])),
        operators: { page: [], notice: [] },
      }),
    pollFeed,
    minIntervalMs,
    polls: { perHost: 1, aheadMs: 0 },
    queue: { enqueue: takeItems },
    events,
    now,
  });
  let answering: Pick<Store, "subscriptions" | "underLock"> = store;
  const web = createWeb({
    hosts: new Set(),
    tokens: [],
    health: async () => ({ ready: true, problems: [] }),
    status: () => Promise.reject(new Error("not asked here")),
    metrics: async () => "",
    claim: () => Promise.reject(new Error("not asked here")),
    reload: () => Promise.reject(new Error("not asked here")),
    command: null,
    unsubscribe: null,
    claimPage: null,
    onError: (error) => {
      throw error;
    },
    hook: {
      publicUrl,
      callback: {
        confirm: (...asked) => createHubCallback({ store: answering, minIntervalMs, events, now }).confirm(...asked),
        receive: (...given) => createHubCallback({ store: answering, minIntervalMs, events, now }).receive(...given),
      },
    },
  });
  const served = await serveTcp((asked) => web.fetch(asked), `127.0.0.1:${port}`);
  const { signal } = new AbortController();

  async function beat(configuredUrl: string | null): Promise<void> {
    await handOutRequests({ store, queue, publicUrl: configuredUrl, locateHub, events, now });
    for (const job of jobs.splice(0)) await request(job, signal);
    for (const { feedId } of await store.feeds.claimDue({ now: time, claimMs: 20_000, limit: 10, perHost: 10 })) {
      polls.push(time - START);
      await poll({ id: "poll", data: { feed: feedId, due: Number.MAX_SAFE_INTEGER } }, signal);
    }
  }
  const dates = new Map<string, number>();
  function show(items: readonly string[], hubs: readonly string[] = [hub.url()]): void {
    const isRhythmic = dates.size === 0 && rhythmMs !== undefined;
    const shown = items.map((title, index) => {
      const publishedAt = dates.get(title) ?? (isRhythmic ? START - index * rhythmMs : LONG_AGO);
      dates.set(title, publishedAt);
      return { title, publishedAt };
    });
    const body = toRss(shown, hubs, server.url("/wire.rss"));
    server.on("/wire.rss", answer(body, { "content-type": "application/rss+xml", etag: `"${body.length}"` }));
  }

  return {
    hub,
    server,
    store,
    storeUrl: opened.url,
    publicUrl,
    now,
    wait: (ms) => void (time += ms),
    show,
    beat: (configuredUrl = publicUrl) => beat(configuredUrl),
    beatFor: async (ms) => {
      for (const until = time + ms; time < until; time += MINUTE) await beat(publicUrl);
    },
    polls,
    queued,
    subscription: async () => {
      const line = (await listFeeds(store, time)).find(({ id }) => id === FEED_ID)?.subscription ?? null;
      if (line === null) throw new Error("the feed has no subscription");
      return line;
    },
    nextPollIn: async () => ((await store.feeds.get(FEED_ID))?.nextPollAt ?? 0) - time,
    items,
    duringPoll: (act) => void (duringPoll = act),
    answerFrom: (other) => void (answering = other),
    configure: async (feedIds) => {
      configured = [wire].filter(({ id }) => feedIds.includes(id));
      await store.feeds.sync(configured, now);
    },
    log: () => lines.join(""),
    metrics: () => metrics.render(),
    close: async () => {
      await served.close();
      await Promise.all([hub.close(), server.close(), fetcher.close()]);
      await opened.remove();
    },
  };
}
