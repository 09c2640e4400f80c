import { SocketModeClient } from "@slack/socket-mode";
import * as z from "zod";
import type { Secret } from "../../core/secret.ts";
import type { Logger } from "../../telemetry/logger.ts";
import { quietLogger } from "./slack-client.ts";
import { readSocketFailure, type SocketFailure } from "./socket-failure.ts";

/** What Slack sends over the connection and wants acknowledged; `body` is not checked. */
const Envelope = z.object({
  envelope_id: z.string(),
  ack: z.custom<() => Promise<void>>((value) => typeof value === "function"),
  type: z.string(),
  body: z.unknown(),
});
export type Envelope = z.infer<typeof Envelope>;

export interface ConnectInput {
  appToken: Secret;
  apiUrl: string;
  channelIds: readonly string[];
  log: Logger;
  receive: (envelope: Envelope) => void;
  /** Slack greeted. */
  onReady: () => void;
  signal: AbortSignal;
}

/** How a connection ended. */
export interface SocketEnd extends SocketFailure {
  wasReady: boolean;
}

const ANSWER_MS = 10_000;
/** Slack greets at once; a server that does not is not Slack, or ill. */
const GREETING_MS = 30_000;

/**
 * Opens one connection and resolves when it has ended; never rejects. It is opened again by the caller: the client's own
 * reconnecting ends the process when it is refused, by an unhandled rejection.
 */
export async function connectOnce(input: ConnectInput): Promise<SocketEnd> {
  const { receive, onReady, signal } = input;
  const client = createClient(input);
  guardFrames(client, input);
  client.on("slack_event", (given: unknown) => {
    const envelope = Envelope.safeParse(given);
    if (envelope.success) receive(envelope.data);
  });
  const closed = new Promise<void>((resolve) => {
    client.once("disconnected", () => resolve());
  });
  function end(): void {
    void client.disconnect();
  }
  signal.addEventListener("abort", end, { once: true });
  const deadline = setTimeout(end, ANSWER_MS + GREETING_MS);
  try {
    signal.throwIfAborted();
    await client.start();
    clearTimeout(deadline);
    onReady();
    await closed;
    return { wasReady: true, refused: false, detail: "Slack closed the connection", retryAfterMs: null };
  } catch (error) {
    return { wasReady: false, ...readSocketFailure(error) };
  } finally {
    clearTimeout(deadline);
    signal.removeEventListener("abort", end);
    client.removeAllListeners();
  }
}

function createClient({ appToken, apiUrl, channelIds, log, signal }: ConnectInput): SocketModeClient {
  return new SocketModeClient({
    appToken: appToken.reveal(),
    autoReconnectEnabled: false,
    logger: quietLogger(log, { channelIds }),
    clientOptions: {
      slackApiUrl: apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: ANSWER_MS,
      allowAbsoluteUrls: false,
      fetch: (url, { signal: timeout, ...init } = {}) =>
        fetch(url, { ...init, signal: timeout === undefined ? signal : AbortSignal.any([signal, timeout]) }),
    },
  });
}

/** A frame that the client cannot read would end as an unhandled rejection, and with it the process. */
function guardFrames(client: SocketModeClient, { log, channelIds }: ConnectInput): void {
  const readers = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  client.on("ws_message", (...frame: unknown[]) => {
    for (const read of readers) {
      Promise.try(read, ...frame).catch(() => log.debug({ channelIds }, "slack sent a frame that cannot be read"));
    }
  });
}
