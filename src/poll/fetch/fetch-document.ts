import type { PollFailure, Validators } from "../poll-outcome.ts";
import { createClient, type Client, type ClientOptions, type Errand } from "./http-client.ts";
import { FetchError } from "./fetch-error.ts";
import type { HostGate } from "./host-gate.ts";
import type { Answer } from "./read-answer.ts";
import type { FormAnswer } from "./read-form-answer.ts";
import { startTrail, type RedirectTrail } from "./redirect-trail.ts";
import { FEED, type Wanted } from "./wanted.ts";

export interface DocumentFetcherOptions extends ClientOptions {
  gate: HostGate;
}

interface DocumentRequest {
  url: string;
  /** As the server sent them with the last document that was read well. */
  validators: Validators;
  /** What is wanted; left out: a feed, whatever it is called. */
  wanted?: Wanted;
  /**
   * Asked before every hop, redirects included; throws a FetchError where that address may not be asked. It may fetch
   * by itself: it is called while no host's turn is held.
   */
  permit?: (url: URL, signal: AbortSignal) => Promise<void>;
}

interface Failed {
  kind: "failed";
  failure: PollFailure;
}

export type FetchOutcome = Exclude<Answer, { kind: "redirect" }> | Failed;
type PostOutcome = Exclude<FormAnswer, { kind: "redirect" }> | Failed;

export interface DocumentFetcher {
  /**
   * Fetches a document politely and safely. Everything a network or server can do ends as an outcome; rejects only
   * with the reason of an aborted `signal`, or for a defect of ours.
   */
  fetch(request: DocumentRequest, signal: AbortSignal): Promise<FetchOutcome>;
  /** Posts a form under the same rules; follows 307 and 308 only, by http only within a host. Rejects as `fetch` does. */
  post(request: { url: string; form: URLSearchParams }, signal: AbortSignal): Promise<PostOutcome>;
  /** Ends every connection. */
  close(): Promise<void>;
}

const NO_VALIDATORS: Validators = { etag: null, lastModified: null };

function pausedError(host: string, untilAt: number, now: number): FetchError {
  const message = `did not ask ${host}: it wants no requests before ${new Date(untilAt).toISOString()}`;
  return new FetchError("http-status", message, { retryAfterMs: Math.max(0, untilAt - now) });
}

/** Follows a trail as long as it stays on its host; where each hop needs leave, the next one is another visit. */
async function followOnHost(client: Client, start: RedirectTrail, errand: Errand): Promise<Answer> {
  let trail = start;
  for (;;) {
    const answer = await client.ask(trail, errand);
    const goesOn = answer.kind === "redirect" && !errand.needsLeave;
    if (!goesOn || answer.trail.url.hostname !== start.url.hostname) return answer;
    trail = answer.trail;
  }
}

/** The one HTTP client for feeds and pages: one connection pool, one gate, the same rules on every hop. */
export function createDocumentFetcher(options: DocumentFetcherOptions): DocumentFetcher {
  const { gate, now } = options;
  const client = createClient(options);

  /** Work at one host, with one turn at the gate. */
  async function visitHost<T>(host: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const turn = await gate.enter(host, signal);
    if (turn.kind === "closed") throw pausedError(host, turn.untilAt, now());
    try {
      return await work();
    } catch (error) {
      const pauseMs = error instanceof FetchError ? error.retryAfterMs : null;
      if (pauseMs !== null) await gate.pause(host, now() + pauseMs);
      throw error;
    } finally {
      turn.leave();
    }
  }

  async function followTrail(asked: DocumentRequest, signal: AbortSignal): Promise<FetchOutcome> {
    const { url, validators, wanted = FEED, permit } = asked;
    const errand = client.begin({ asked: validators, wanted, needsLeave: permit !== undefined, signal });
    let trail = startTrail(url);
    for (;;) {
      const from = trail;
      await permit?.(from.url, signal);
      const answer = await visitHost(from.url.hostname, signal, () => followOnHost(client, from, errand));
      if (answer.kind !== "redirect") return answer;
      trail = answer.trail;
    }
  }

  async function postAlong(url: string, form: string, signal: AbortSignal): Promise<PostOutcome> {
    const errand = client.begin({ asked: NO_VALIDATORS, wanted: FEED, needsLeave: false, signal });
    let trail = startTrail(url);
    for (;;) {
      const from = trail;
      const answer = await visitHost(from.url.hostname, signal, () => client.post(from, form, errand));
      if (answer.kind !== "redirect") return answer;
      trail = answer.trail;
    }
  }

  return {
    fetch: (asked, signal) => orFailure(followTrail(asked, signal)),
    post: ({ url, form }, signal) => orFailure(postAlong(url, form.toString(), signal)),
    close: () => client.close(),
  };
}

async function orFailure<T>(outcome: Promise<T>): Promise<T | Failed> {
  try {
    return await outcome;
  } catch (error) {
    if (error instanceof FetchError) return { kind: "failed", failure: error.toFailure() };
    throw error;
  }
}
