import type { LookupFunction } from "node:net";
import { createSecureContext } from "node:tls";
import { Agent, request, type Dispatcher } from "undici";
import type { Clock } from "../../core/clock.ts";
import type { Validators } from "../poll-outcome.ts";
import { createAddressPolicy } from "./address-policy.ts";
import { startDeadline } from "./deadline.ts";
import { FetchError, translateFetchError } from "./fetch-error.ts";
import type { ResponseHeaders } from "./freshness.ts";
import { createGuardedLookup, resolveBySystem, type Resolve } from "./guarded-lookup.ts";
import { readAnswer, type Answer } from "./read-answer.ts";
import { readFormAnswer, type FormAnswer } from "./read-form-answer.ts";
import type { RedirectTrail } from "./redirect-trail.ts";
import { rememberResolved } from "./remembered-resolve.ts";
import { formHeaders, requestHeaders } from "./request-headers.ts";
import type { Wanted } from "./wanted.ts";

/** What a fetch may take. Times in ms, sizes in bytes. */
interface FetchLimits {
  dnsMs: number;
  /** Address, connection and TLS together. */
  connectMs: number;
  headersMs: number;
  /** Longest pause inside a body. */
  idleMs: number;
  /** All hops together, without the time spent waiting for a host's turn. */
  totalMs: number;
  headerBytes: number;
  /** As sent. */
  wireBytes: number;
  /** Unpacked. */
  bodyBytes: number;
}

const LIMITS: FetchLimits = {
  dnsMs: 5_000,
  connectMs: 10_000,
  headersMs: 15_000,
  idleMs: 10_000,
  totalMs: 30_000,
  headerBytes: 16_384,
  wireBytes: 10_000_000,
  bodyBytes: 20_000_000,
};

export interface ClientOptions {
  /** Of wirewatch, for the User-Agent. */
  version: string;
  /** Mail address or URL for publishers, for the User-Agent. */
  contact: string | null;
  /** Hosts, addresses and CIDR blocks that may be read although they are not public. */
  allowPrivate: readonly string[];
  now: Clock;
  /** Is told of every answer on the way, redirects and refusals included. */
  onHop?: (hop: Hop) => void;
  limits?: Partial<FetchLimits>;
  resolve?: Resolve;
  /** Carries requests in place of our own connections, and then answers for the addresses it dials. */
  dispatcher?: Dispatcher;
}

/** One answer on the way to a document. */
export interface Hop {
  url: string;
  status: number;
  headers: ResponseHeaders;
  /** From the request to the answer's header. */
  tookMs: number;
}

/** One fetch: what is asked for, and what is left of its time. */
export interface Errand {
  asked: Validators;
  wanted: Wanted;
  /** Whether leave is asked for each hop. */
  needsLeave: boolean;
  leftMs: number;
  signal: AbortSignal;
}

/** Sends single requests over one connection pool. */
export interface Client {
  /** A fresh errand with the full time. */
  begin(errand: Omit<Errand, "leftMs">): Errand;
  /** Asks where the trail has led. Throws a FetchError, or the reason of the errand's signal. */
  ask(trail: RedirectTrail, errand: Errand): Promise<Answer>;
  /** Posts a form there. Throws as `ask` does. */
  post(trail: RedirectTrail, form: string, errand: Errand): Promise<FormAnswer>;
  close(): Promise<void>;
}

function createAgent(limits: FetchLimits, lookup: LookupFunction): Agent {
  return new Agent({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.idleMs,
    // undici takes an HTTP/2 stream that was reset halfway for a whole answer, and keeps no limit of its header.
    allowH2: false,
    connect: {
      timeout: limits.connectMs,
      autoSelectFamily: true,
      // Node's 250 ms is shorter than the way to some countries and back.
      autoSelectFamilyAttemptTimeout: 1_000,
      // One for all connections: making it anew costs a millisecond each time.
      secureContext: createSecureContext(),
      lookup,
    },
  });
}

/** Every request passes the address check, the limits and the same headers: there is no other way out. */
export function createClient(options: ClientOptions): Client {
  const { now, resolve = resolveBySystem } = options;
  const limits = { ...LIMITS, ...options.limits };
  const policy = createAddressPolicy(options.allowPrivate);
  const lookup = createGuardedLookup(policy, rememberResolved(resolve, now), limits.dnsMs);
  const dispatcher = options.dispatcher ?? createAgent(limits, lookup);

  /** One request and its answer, in what is left of the errand's time. */
  async function exchange<T>(
    { url }: RedirectTrail,
    errand: Errand,
    sent: Sent,
    read: (response: Dispatcher.ResponseData, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const { signal } = errand;
    policy.checkUrl(url);
    const deadline = startDeadline(errand.leftMs, signal, () => {
      return new FetchError("timeout", `asked ${url.hostname}: not done within ${limits.totalMs} ms`);
    });
    try {
      const askedAt = now();
      const response = await request(url, { dispatcher, ...sent, signal: deadline.signal });
      const tookMs = now() - askedAt;
      options.onHop?.({ url: url.href, status: response.statusCode, headers: response.headers, tookMs });
      return await read(response, deadline.signal);
    } catch (error) {
      signal.throwIfAborted();
      throw translateFetchError(error, url.hostname);
    } finally {
      errand.leftMs = deadline.end();
    }
  }

  return {
    begin: (errand) => ({ ...errand, leftMs: limits.totalMs }),
    ask: (trail, errand) => {
      const { asked, wanted } = errand;
      const sent: Sent = { method: "GET", headers: requestHeaders(options, asked, wanted.accept) };
      return exchange(trail, errand, sent, (response, signal) =>
        readAnswer(response, { trail, asked, wanted, limits, now: now(), signal }),
      );
    },
    post: (trail, form, errand) => {
      const sent: Sent = { method: "POST", headers: formHeaders(options), body: form };
      return exchange(trail, errand, sent, (response, signal) =>
        readFormAnswer(response, { trail, now: now(), signal }),
      );
    },
    close: () => dispatcher.destroy(),
  };
}

interface Sent {
  method: "GET" | "POST";
  headers: Record<string, string>;
  body?: string;
}
