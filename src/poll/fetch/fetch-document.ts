import type { PollFailure, Validators } from "../poll-outcome.ts";
import { createClient, type Client, type ClientOptions, type Errand } from "./http-client.ts";
import { FetchError } from "./fetch-error.ts";
import type { HostGate } from "./host-gate.ts";
import type { Answer } from "./read-answer.ts";
import type { FormAnswer } from "./read-form-answer.ts";
import { startTrail, type RedirectTrail } from "./redirect-trail.ts";

export interface DocumentFetcherOptions extends ClientOptions {
  gate: HostGate;
}

interface DocumentRequest {
  url: string;
  /** As the server sent them with the last document that was read well. */
  validators: Validators;
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
  /** Posts a form under the same rules; follows 307 and 308 only, and never from https to http. Rejects as `fetch` does. */
  post(request: { url: string; form: URLSearchParams }, signal: AbortSignal): Promise<PostOutcome>;
  /** Ends every connection. */
  close(): Promise<void>;
}

function pausedError(host: string, untilAt: number, now: number): FetchError {
  const message = `did not ask ${host}: it wants no requests before ${new Date(untilAt).toISOString()}`;
  return new FetchError("http-status", message, { retryAfterMs: Math.max(0, untilAt - now) });
}

/** Follows a trail as long as it stays on its host. */
async function followOnHost(client: Client, start: RedirectTrail, errand: Errand): Promise<Answer> {
  let trail = start;
  for (;;) {
    const answer = await client.ask(trail, errand);
    if (answer.kind !== "redirect" || answer.trail.url.hostname !== start.url.hostname) return answer;
    trail = answer.trail;
  }
}

/** The one HTTP client for feeds: one connection pool, one gate, the same rules on every hop. */
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

  /** All hops on one host are one visit. */
  async function followTrail({ url, validators }: DocumentRequest, signal: AbortSignal): Promise<FetchOutcome> {
    const errand = client.begin(validators, signal);
    let trail = startTrail(url);
    for (;;) {
      const from = trail;
      const answer = await visitHost(from.url.hostname, signal, () => followOnHost(client, from, errand));
      if (answer.kind !== "redirect") return answer;
      trail = answer.trail;
    }
  }

  async function postAlong(url: string, form: string, signal: AbortSignal): Promise<PostOutcome> {
    const errand = client.begin({ etag: null, lastModified: null }, signal);
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
