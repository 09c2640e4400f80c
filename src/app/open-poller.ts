import type { Config } from "../config/config.ts";
import type { Clock } from "../core/clock.ts";
import { createDocumentFetcher, type DocumentFetcher } from "../poll/fetch/fetch-document.ts";
import { createHostGate, type HostGate } from "../poll/fetch/host-gate.ts";
import { createSharedHostGate } from "../poll/fetch/shared-host-gate.ts";
import type { ReadOutcome } from "../poll/parse/read-document.ts";
import { createPollFeed, type PollFeed, type ReadItems } from "../poll/poll-feed.ts";
import type { LeaseQueries } from "../store/store.ts";
import { createParsePool, type ParsePool } from "./threads/parse-pool.ts";
import { VERSION } from "./version.ts";

const PARSE_THREADS = 1;

/** One process keeps its turns at a host by itself; where several share the queue, they agree by leases. */
function createGate({ fetch, queue }: Config, leases: LeaseQueries, now: Clock): HostGate {
  const politeness = { inFlight: fetch.per_host.in_flight, gapMs: fetch.per_host.gap };
  const local = createHostGate({ now, ...politeness });
  return queue === "local" ? local : createSharedHostGate({ local, leases, ...politeness });
}

/** Fetching and reading as configured: one host gate, one connection pool, one reading thread. */
export function openPoller(
  config: Config,
  leases: LeaseQueries,
  now: Clock,
): { pollFeed: PollFeed; post: DocumentFetcher["post"]; close(): Promise<void> } {
  const { fetch } = config;
  const parsing = createParsePool({ threads: PARSE_THREADS });
  const gate = createGate(config, leases, now);
  const fetcher = createDocumentFetcher({
    version: VERSION,
    contact: fetch.contact ?? null,
    allowPrivate: fetch.allow_private,
    now,
    gate,
  });
  return {
    pollFeed: createPollFeed({ fetcher, readItems: createReadItems(parsing, now) }),
    post: (form, signal) => fetcher.post(form, signal),
    close: async () => {
      await fetcher.close();
      await parsing.close();
    },
  };
}

/** An HTML page is no feed, but the feeds it names are the remedy. */
function createReadItems(parsing: ParsePool, now: Clock): ReadItems {
  return async (input, feed, { isSuspended }) => {
    const context = { now: now(), isAggregator: feed.kind === "aggregator", lang: feed.lang };
    const outcome = await (isSuspended ? parsing.readWarily(input, context) : parsing.read(input, context));
    switch (outcome.kind) {
      case "feed":
        return toItemsOutcome(outcome);
      case "page": {
        const named = outcome.feeds.slice(0, 3).join(", ");
        const message =
          named === "" ? "an HTML page that names no feed" : `an HTML page; it names these feeds: ${named}`;
        return {
          kind: "failed",
          failure: { kind: "not-a-feed", message: `${input.baseUrl ?? feed.id} is ${message}` },
        };
      }
      case "failed":
        return outcome;
    }
  };
}

function toItemsOutcome({ feed: { title, hints, links }, items }: Extract<ReadOutcome, { kind: "feed" }>) {
  return {
    kind: "items",
    title,
    items,
    ...(hints === undefined ? {} : { hints }),
    ...(links === undefined ? {} : { links }),
  } as const;
}
