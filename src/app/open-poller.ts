import type { Config } from "../config/config.ts";
import type { Clock } from "../core/clock.ts";
import { createDocumentFetcher, type DocumentFetcher } from "../poll/fetch/fetch-document.ts";
import type { ClientOptions } from "../poll/fetch/http-client.ts";
import { createHostGate, type HostGate } from "../poll/fetch/host-gate.ts";
import { createLastingGate } from "../poll/fetch/lasting-gate.ts";
import { createSharedHostGate } from "../poll/fetch/shared-host-gate.ts";
import type { ReadOutcome } from "../poll/parse/read-document.ts";
import { createReadPage, type ReadPage } from "../poll/page/read-page.ts";
import { createRobots } from "../poll/page/robots.ts";
import { createPollFeed, type PollFeed, type ReadItems } from "../poll/poll-feed.ts";
import type { Store } from "../store/store.ts";
import { createPagePool, type PagePool } from "./threads/page-pool.ts";
import { createParsePool, type ParsePool } from "./threads/parse-pool.ts";
import { VERSION } from "./version.ts";

type PollerConfig = Pick<Config, "fetch" | "queue">;

/** What processes share about hosts: whose turn it is, and which want no request. */
type HostStore = Pick<Store, "leases" | "hosts">;

const PARSE_THREADS = 1;

/** One process keeps its turns at a host by itself; where several share the queue, they agree by leases. */
function createGate({ fetch, queue }: PollerConfig, { leases, hosts }: HostStore, now: Clock): HostGate {
  const politeness = { inFlight: fetch.per_host.in_flight, gapMs: fetch.per_host.gap };
  const local = createHostGate({ now, ...politeness });
  const gate = queue === "local" ? local : createSharedHostGate({ local, leases, ...politeness });
  return createLastingGate({ gate, pauses: hosts, now });
}

/** What polling needs, and how it ends. */
export interface Poller {
  pollFeed: PollFeed;
  readPage: ReadPage;
  post: DocumentFetcher["post"];
  close(): Promise<void>;
}

/** A thread that reads feeds, and one that reads pages. */
interface PollThreads {
  parsing: ParsePool;
  pages: PagePool;
  close(): Promise<void>;
}

/** Each starts with its first task. */
export function openPollThreads(): PollThreads {
  const parsing = createParsePool({ threads: PARSE_THREADS });
  const pages = createPagePool();
  return {
    parsing,
    pages,
    close: async () => {
      await Promise.all([parsing.close(), pages.close()]);
    },
  };
}

/**
 * Fetching and reading as configured: one host gate, one connection pool, one thread for feeds and one for pages. Tests
 * give limits, names, and threads that have started.
 */
export function openPoller(
  config: PollerConfig,
  store: HostStore,
  options: Pick<ClientOptions, "now" | "limits" | "resolve">,
  threads: PollThreads = openPollThreads(),
): Poller {
  const { fetch } = config;
  const { now } = options;
  const { parsing, pages } = threads;
  const gate = createGate(config, store, now);
  const fetcher = createDocumentFetcher({
    version: VERSION,
    contact: fetch.contact ?? null,
    allowPrivate: fetch.allow_private,
    gate,
    ...options,
  });
  const robots = createRobots({ fetcher, isAllowed: pages.isAllowedByRobots, now });
  return {
    pollFeed: createPollFeed({ fetcher, readItems: createReadItems(parsing, now) }),
    readPage: createReadPage({ fetcher, robots, readArticle: pages.readArticle }),
    post: (form, signal) => fetcher.post(form, signal),
    close: async () => {
      await fetcher.close();
      await threads.close();
    },
  };
}

/** An HTML page is no feed, but the feeds it names are the remedy. Messages name hosts only: a path may hold a key. */
export function createReadItems(parsing: Pick<ParsePool, "read" | "readWarily">, now: Clock): ReadItems {
  return async (input, feed, { isSuspended }) => {
    const context = { now: now(), isAggregator: feed.kind === "aggregator", lang: feed.lang };
    const outcome = await (isSuspended ? parsing.readWarily(input, context) : parsing.read(input, context));
    if (outcome.kind === "feed") return toItemsOutcome(outcome);
    const { kind, message } =
      outcome.kind === "failed"
        ? outcome.failure
        : ({ kind: "not-a-feed", message: describePage(outcome.feeds) } as const);
    const { hostname } = new URL(input.baseUrl ?? feed.url);
    return { kind: "failed", failure: { kind, message: `asked ${hostname}: ${message}` } };
  };
}

function describePage(feeds: readonly string[]): string {
  const named = feeds.slice(0, 3).join(", ");
  return named === ""
    ? "the answer is an HTML page that names no feed"
    : `the answer is an HTML page; it names these feeds: ${named}`;
}

function toItemsOutcome({ feed, items }: Extract<ReadOutcome, { kind: "feed" }>) {
  const { hints, links, isCut, isUnfinished } = feed;
  return {
    kind: "items",
    items,
    ...(hints === undefined ? {} : { hints }),
    ...(links === undefined ? {} : { links }),
    ...(isCut === undefined ? {} : { isCut }),
    ...(isUnfinished === undefined ? {} : { isUnfinished }),
  } as const;
}
