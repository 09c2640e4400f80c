import { LogLevel, WebClient, type Logger as SlackLogger } from "@slack/web-api";
import type { Secret } from "../../core/secret.ts";
import type { Logger } from "../../telemetry/logger.ts";
import type { SlackBotOptions } from "./options.ts";

export interface SlackClientInput {
  id: string;
  options: Pick<SlackBotOptions, "api_url">;
  token: Secret;
  log: Logger;
  /** Longest wait for one answer of Slack, milliseconds. */
  timeoutMs?: number;
}

/** A client for one call: the library takes an abort signal only through its `fetch`. */
export function connect(
  { options, token, timeoutMs = 10_000, log, id }: SlackClientInput,
  signal: AbortSignal,
): WebClient {
  return new WebClient(token.reveal(), {
    slackApiUrl: options.api_url,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    logLevel: LogLevel.ERROR,
    logger: quietLogger(log, { channelId: id }),
    allowAbsoluteUrls: false,
    fetch: (url, { signal: timeout, ...init } = {}) =>
      fetch(url, { ...init, signal: timeout === undefined ? signal : AbortSignal.any([signal, timeout]) }),
  });
}

/**
 * Slack's libraries print to the console; what they have to say is in the outcome, so that it only goes to the debug
 * log. Their own debugging shows whole messages and is left out.
 */
export function quietLogger(log: Logger, fields: Readonly<Record<string, unknown>>): SlackLogger {
  function note(...words: unknown[]): void {
    log.debug({ ...fields, words: words.filter((word) => typeof word === "string") }, "slack client");
  }
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: note,
    error: note,
    setLevel: () => undefined,
    getLevel: () => LogLevel.ERROR,
    setName: () => undefined,
  };
}
