import { Dispatcher, errors } from "undici";
import * as z from "zod";

/** What a server does with one request. */
export type ServerAnswer =
  | { kind: "answer"; afterMs: number; status: number; headers: Record<string, string>; body: string }
  /** Nothing arrives, or, after the header and half of a body, no more. */
  | { kind: "broken"; afterMs: number; error: Error; isCut: boolean };

export interface ServerRequest {
  url: URL;
  ifNoneMatch: string | null;
  at: number;
}

/** One request as the network saw it, by host. */
export interface Visit {
  url: string;
  startedAt: number;
  endedAt: number;
  /** Null: no whole answer. */
  status: number | null;
  /** Of `Retry-After`. */
  pauseMs: number | null;
}

export interface SimulatedNetworkOptions {
  serve: (request: ServerRequest) => ServerAnswer;
  now: () => number;
  setTimer: (run: () => void, ms: number) => void;
  /** Called when a request leaves, and before its answer or error is given. */
  onWait: () => void;
  onAnswer: () => void;
  onVisit: (host: string, visit: Visit) => void;
}

const SentHeaders = z.object({ "if-none-match": z.string().nullable().default(null) });

/** A name that does not resolve, a refused connection, a bad certificate: errors as the system throws them. */
export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** What undici throws when no header comes in time. */
export function headersTimeout(): Error {
  return new errors.HeadersTimeoutError();
}

/** What undici throws when a connection ends in the middle of a body. */
export function closedByServer(): Error {
  return new errors.SocketError("other side closed");
}

/** Nothing can be paused or aborted here: every answer is short and comes at once. */
const CONTROLLER: Dispatcher.DispatchController = {
  aborted: false,
  paused: false,
  reason: null,
  abort: () => undefined,
  pause: () => undefined,
  resume: () => undefined,
};

/** In place of sockets: requests reach simulated servers, and take the time of a simulated clock. */
export class SimulatedNetwork extends Dispatcher {
  readonly #options: SimulatedNetworkOptions;

  constructor(options: SimulatedNetworkOptions) {
    super();
    this.#options = options;
  }

  override dispatch(request: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const { serve, now, setTimer, onWait, onAnswer, onVisit } = this.#options;
    const url = new URL(request.path, request.origin?.toString());
    const startedAt = now();
    const { "if-none-match": ifNoneMatch } = SentHeaders.parse(request.headers);
    const answer = serve({ url, ifNoneMatch, at: startedAt });
    const seconds = answer.kind === "answer" ? answer.headers["retry-after"] : undefined;
    onVisit(url.hostname, {
      url: url.href,
      startedAt,
      endedAt: startedAt + answer.afterMs,
      status: answer.kind === "answer" ? answer.status : null,
      pauseMs: seconds === undefined ? null : Number(seconds) * 1000,
    });
    handler.onRequestStart?.(CONTROLLER, {});
    onWait();
    setTimer(() => {
      onAnswer();
      give(answer, handler);
    }, answer.afterMs);
    return true;
  }

  override destroy(): Promise<void> {
    return Promise.resolve();
  }
}

function give(answer: ServerAnswer, handler: Dispatcher.DispatchHandler): void {
  if (answer.kind === "answer") {
    handler.onResponseStart?.(CONTROLLER, answer.status, answer.headers);
    if (answer.body !== "") handler.onResponseData?.(CONTROLLER, Buffer.from(answer.body));
    handler.onResponseEnd?.(CONTROLLER, {});
    return;
  }
  if (answer.isCut) {
    handler.onResponseStart?.(CONTROLLER, 200, { "content-length": "5000" });
    handler.onResponseData?.(CONTROLLER, Buffer.from("<rss><channel>"));
  }
  handler.onResponseError?.(CONTROLLER, answer.error);
}
