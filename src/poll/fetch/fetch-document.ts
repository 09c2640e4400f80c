import type { PollFailure, Validators } from "../poll-outcome.ts";
import { createClient, type Client, type ClientOptions, type Errand } from "./http-client.ts";
import { FetchError } from "./fetch-error.ts";
import type { HostGate } from "./host-gate.ts";
import type { Answer } from "./read-answer.ts";
import { startTrail, type RedirectTrail } from "./redirect-trail.ts";

export interface DocumentFetcherOptions extends ClientOptions {
  gate: HostGate;
}

interface DocumentRequest {
  url: string;
  /** As the server sent them with the last document that was read well. */
  validators: Validators;
}

export type FetchOutcome = Exclude<Answer, { kind: "redirect" }> | { kind: "failed"; failure: PollFailure };

export interface DocumentFetcher {
  /**
   * Fetches a document politely and safely. Everything a network or server can do ends as an outcome; rejects only
   * with the reason of an aborted `signal`, or for a defect of ours.
   */
  fetch(request: DocumentRequest, signal: AbortSignal): Promise<FetchOutcome>;
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

  /** All hops on one host are one visit, with one turn at the gate. */
  async function visitHost(trail: RedirectTrail, errand: Errand): Promise<Answer> {
    const host = trail.url.hostname;
    const turn = await gate.enter(host, errand.signal);
    if (turn.kind === "closed") throw pausedError(host, turn.untilAt, now());
    try {
      return await followOnHost(client, trail, errand);
    } catch (error) {
      const pauseMs = error instanceof FetchError ? error.retryAfterMs : null;
      if (pauseMs !== null) gate.pause(host, now() + pauseMs);
      throw error;
    } finally {
      turn.leave();
    }
  }

  async function followTrail({ url, validators }: DocumentRequest, signal: AbortSignal): Promise<FetchOutcome> {
    const errand = client.begin(validators, signal);
    let trail = startTrail(url);
    for (;;) {
      const answer = await visitHost(trail, errand);
      if (answer.kind !== "redirect") return answer;
      trail = answer.trail;
    }
  }

  return {
    async fetch(asked, signal) {
      try {
        return await followTrail(asked, signal);
      } catch (error) {
        if (error instanceof FetchError) return { kind: "failed", failure: error.toFailure() };
        throw error;
      }
    },
    close: () => client.close(),
  };
}
