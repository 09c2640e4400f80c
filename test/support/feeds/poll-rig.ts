import { afterAll } from "vitest";
import { openPoller, openPollThreads } from "../../../src/app/open-poller.ts";
import type { Feed } from "../../../src/core/vocabulary.ts";
import { listFeeds, type FeedLine } from "../../../src/pipeline/inspect/list-feeds.ts";
import { createPollJob } from "../../../src/pipeline/poll-job.ts";
import { tellIncidents } from "../../../src/pipeline/tell-incidents.ts";
import type { ClientOptions } from "../../../src/poll/fetch/http-client.ts";
import { FetchOptions } from "../../../src/poll/options.ts";
import type { FeedState, PollRecord } from "../../../src/store/feed-rows.ts";
import type { PendingItem } from "../../../src/store/item-rows.ts";
import type { Store } from "../../../src/store/store.ts";
import { startFeedServer, type FeedServer } from "./feed-server.ts";
import { openTestStore } from "../store/open-test-store.ts";
import { feed as buildFeed } from "../store/store-builders.ts";
import { planOf } from "../pipeline/pipeline-rig.ts";

/** Short enough for a test, long enough for a busy machine. */
const LIMITS = { dnsMs: 300, connectMs: 1_000, headersMs: 500, idleMs: 500, totalMs: 2_000 };

/** Of all tests of a file: a thread takes longer to start than most tests. */
const threads = openPollThreads();
const lentThreads = { ...threads, close: () => Promise.resolve() };

afterAll(() => threads.close());

/** A poll as the ledger has it, with the time from it to the next one. */
interface PolledOnce extends PollRecord {
  gapMs: number;
}

export interface PollRig {
  server: FeedServer;
  store: Store;
  now(): number;
  advance(ms: number): void;
  /** Configures a feed at a path of the server, or at an address. */
  configure(id: string, target: string, changed?: Partial<Feed>): Promise<Feed>;
  /** Polls a feed now, whether it is due or not, and tells operators what there is to tell. */
  poll(id: string): Promise<PolledOnce>;
  /** Moves the time to the feed's next poll and polls it. */
  pollWhenDue(id: string): Promise<PolledOnce>;
  state(id: string): Promise<FeedState>;
  line(id: string): Promise<FeedLine>;
  /** Stored items of all feeds in the order of their ids, none of them matched. */
  items(): Promise<readonly PendingItem[]>;
  /** What operators were told, oldest first. */
  notices(): Promise<readonly unknown[]>;
  /** Ends the process that polls, and starts another on the same store. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface PollRigOptions {
  startAt: number;
  allowPrivate?: readonly string[];
  limits?: ClientOptions["limits"];
  resolve?: ClientOptions["resolve"];
  /** Stands before the store that the poll job writes to. */
  wrap?: (store: Store) => Store;
}

/** Real polls of a local server: fetching, reading thread, store, health and schedule, under a clock moved by the test. */
export async function openPollRig(options: PollRigOptions): Promise<PollRig> {
  const { allowPrivate = ["127.0.0.1"], limits, resolve, wrap = (store: Store) => store } = options;
  let time = options.startAt;
  function now(): number {
    return time;
  }
  const server = await startFeedServer();
  const opened = await openTestStore("sqlite", now);
  const { store } = opened;
  const feeds = new Map<string, Feed>();
  const plan = planOf([], [], { feeds });
  const fetch = FetchOptions.parse({
    contact: "desk@example.org",
    allow_private: allowPrivate,
    per_host: { gap: "0s" },
  });
  const client = { now, limits: { ...LIMITS, ...limits }, ...(resolve === undefined ? {} : { resolve }) };

  function start() {
    const poller = openPoller({ fetch, queue: "local" }, store, client, lentThreads);
    const poll = createPollJob({
      store: wrap(store),
      plan: () => plan,
      pollFeed: poller.pollFeed,
      minIntervalMs: fetch.min_interval,
      polls: { perHost: 1, aheadMs: 0 },
      queue: { enqueue: async () => {} },
      events: { polled: () => {}, feedMoved: () => {}, incident: () => {} },
      now,
    });
    return { poll, close: () => poller.close() };
  }
  let running = start();

  async function state(id: string): Promise<FeedState> {
    const found = await store.feeds.get(id);
    if (found === undefined) throw new Error(`feed ${id} is not configured`);
    return found;
  }

  async function poll(id: string): Promise<PolledOnce> {
    // No two polls of a feed begin at one instant.
    time += 1000;
    await running.poll(
      { id: `poll-${id}`, data: { feed: id, due: Number.MAX_SAFE_INTEGER } },
      new AbortController().signal,
    );
    await tellIncidents({ store, plan: () => plan, now, togetherMs: 0 });
    const record = await store.feeds.latestPoll(id);
    if (record === undefined) throw new Error(`no poll of ${id} was recorded`);
    return { ...record, gapMs: (await state(id)).nextPollAt - time };
  }

  return {
    server,
    store,
    now,
    advance(ms) {
      time += ms;
    },
    async configure(id, target, changed = {}) {
      const url = target.startsWith("/") ? server.url(target) : target;
      const configured = buildFeed(id, { url, onAdd: "silent", ...changed });
      feeds.set(id, configured);
      await store.feeds.sync([...feeds.values()], now);
      return configured;
    },
    poll,
    async pollWhenDue(id) {
      time = Math.max(time, (await state(id)).nextPollAt);
      return poll(id);
    },
    state,
    async line(id) {
      const line = (await listFeeds(store, time)).find((each) => each.id === id);
      if (line === undefined) throw new Error(`feed ${id} is not listed`);
      return line;
    },
    async items() {
      const ids = await store.items.claimUnmatched(time + 3_600_000, 0, 100_000);
      return (await store.items.listPending(ids)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },
    async notices() {
      const deliveries = await store.deliveries.list({ kind: "notice", limit: 1000 });
      return deliveries.toReversed().map(({ payload }): unknown => JSON.parse(payload ?? "null"));
    },
    async restart() {
      await running.close();
      await store.leases.clear();
      await store.feeds.sync([...feeds.values()], now);
      running = start();
    },
    async close() {
      await running.close();
      await server.close();
      await opened.remove();
    },
  };
}

/** One entry of an RSS document, from its fields. */
export function entry(fields: Readonly<Record<string, string>>): string {
  const tags = Object.entries(fields).map(([name, text]) => `<${name}>${text}</${name}>`);
  return `<item>${tags.join("")}</item>`;
}

/** An RSS document with fields of its channel and entries. */
export function rss(entries: readonly string[], channel = ""): string {
  const names =
    'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:content="http://purl.org/rss/1.0/modules/content/"';
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" ${names}><channel><title>Test wire</title>${channel}${entries.join("")}</channel></rss>`;
}
