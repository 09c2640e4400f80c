import {
  createDocumentFetcher,
  type DocumentFetcher,
  type DocumentFetcherOptions,
  type FetchOutcome,
} from "../../../src/poll/fetch/fetch-document.ts";
import { createHostGate } from "../../../src/poll/fetch/host-gate.ts";
import type { PollFailure, Validators } from "../../../src/poll/poll-outcome.ts";

/** Short enough for a test, long enough for a busy machine. */
const LIMITS = { dnsMs: 300, connectMs: 2_000, headersMs: 400, idleMs: 400, totalMs: 1_500 };
const NONE: Validators = { etag: null, lastModified: null };

export interface TestFetcher extends DocumentFetcher {
  /** Fetches a URL without validators, or with the given ones. */
  get(url: string, validators?: Partial<Validators>): Promise<FetchOutcome>;
  /** The failure of a fetch that must fail. */
  failure(url: string): Promise<PollFailure>;
  /** The text of a document that must come. */
  text(url: string): Promise<string>;
}

/** A fetcher that may read from 127.0.0.1 and has no gap between requests, unless the options say otherwise. */
export function createTestFetcher(options: Partial<DocumentFetcherOptions> = {}): TestFetcher {
  const gate = createHostGate({ inFlight: 1, gapMs: 0, now: Date.now });
  const given = { version: "0.1.0", contact: "desk@example.org", allowPrivate: ["127.0.0.1"], gate, now: Date.now };
  const fetcher = createDocumentFetcher({ ...given, ...options, limits: { ...LIMITS, ...options.limits } });
  const { signal } = new AbortController();

  function get(url: string, validators: Partial<Validators> = {}): Promise<FetchOutcome> {
    return fetcher.fetch({ url, validators: { ...NONE, ...validators } }, signal);
  }

  return {
    ...fetcher,
    get,
    async failure(url) {
      const outcome = await get(url);
      if (outcome.kind !== "failed") throw new Error(`expected a failure, got ${outcome.kind}`);
      return outcome.failure;
    },
    async text(url) {
      const outcome = await get(url);
      if (outcome.kind !== "document") throw new Error(`expected a document, got ${JSON.stringify(outcome)}`);
      return outcome.body.toString("utf8");
    },
  };
}
