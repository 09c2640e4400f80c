import type { Config } from "../config/config.ts";
import type { Clock } from "../core/clock.ts";
import { createDocumentFetcher } from "../poll/fetch/fetch-document.ts";
import { createHostGate } from "../poll/fetch/host-gate.ts";
import { createPollFeed, type PollFeed } from "../poll/poll-feed.ts";
import { createParsePool } from "./threads/parse-pool.ts";
import { VERSION } from "./version.ts";

const PARSE_THREADS = 1;

/** Fetching and reading as configured: one host gate, one connection pool, one reading thread. */
export function openPoller({ fetch }: Config, now: Clock): { pollFeed: PollFeed; close(): Promise<void> } {
  const parsing = createParsePool({ threads: PARSE_THREADS });
  const gate = createHostGate({ now, inFlight: fetch.per_host.in_flight, gapMs: fetch.per_host.gap });
  const fetcher = createDocumentFetcher({
    version: VERSION,
    contact: fetch.contact ?? null,
    allowPrivate: fetch.allow_private,
    now,
    gate,
  });
  return {
    pollFeed: createPollFeed({ fetcher, readItems: parsing.readItems }),
    close: async () => {
      await fetcher.close();
      await parsing.close();
    },
  };
}
