import { LogLevel, WebClient, type ChatPostMessageArguments, type Logger as SlackLogger } from "@slack/web-api";
import type { Secret } from "../../core/secret.ts";
import type { Logger } from "../../telemetry/logger.ts";
import type { Channel, Confirmation, Outgoing, SendOutcome } from "../channel.ts";
import { findReaction } from "./find-reaction.ts";
import type { SlackBotOptions } from "./options.ts";
import { renderSlackPost } from "./render-slack-post.ts";
import { readSlackFailure } from "./slack-outcome.ts";

export interface SlackChannelInput {
  id: string;
  options: SlackBotOptions;
  token: Secret;
  /** IANA zone of the times in fallbacks; readers see their own. */
  timezone: string;
  log: Logger;
  /** Longest wait for one answer of Slack, milliseconds. */
  timeoutMs?: number;
}

const EVENT_TYPE = "wirewatch_delivery";
/** Slack's clock and ours may differ by this much. */
const CLOCK_SKEW = 120_000;
const PAGE = 200;
const MOST_PAGES = 5;

/** A Slack channel that a bot posts to. Needs `chat:write`; `confirm` also the history scope of the channel's kind. */
export function createSlackChannel(input: SlackChannelInput): Channel {
  const { id, options, log } = input;

  async function send(outgoing: Outgoing, signal: AbortSignal): Promise<SendOutcome> {
    const post = buildPost(outgoing, input);
    try {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's method, not the browser's
      const answer = await connect(input, signal).chat.postMessage(post);
      const ref = answer.ts === undefined ? null : `${answer.channel ?? options.channel}/${answer.ts}`;
      return { kind: "sent", ref, recipients: [] };
    } catch (error) {
      return readSlackFailure(error, id);
    }
  }

  async function confirm(outgoing: Outgoing, signal: AbortSignal): Promise<Confirmation> {
    try {
      return await findInHistory(connect(input, signal), options.channel, outgoing);
    } catch (error) {
      const { detail } = readSlackFailure(error, id);
      log.warn({ channelId: id, detail }, "slack history not readable, an unanswered message stays unconfirmed");
      return { kind: "unknown", detail: `the channel's history could not be read: ${detail}` };
    }
  }

  async function askReaction(ref: string, signal: AbortSignal): Promise<string | null> {
    try {
      return await findReaction(connect(input, signal), ref);
    } catch (error) {
      const { detail } = readSlackFailure(error, id);
      log.warn({ channelId: id, detail }, "slack reactions not readable, nobody counts as having claimed the story");
      return null;
    }
  }

  return {
    id,
    kind: "slack",
    send,
    confirm,
    findReaction: askReaction,
    render: (outgoing) => JSON.stringify(buildPost(outgoing, input), null, 2),
    close: () => Promise.resolve(),
  };
}

/** A client for one call: the library takes an abort signal only through its `fetch`. */
function connect({ options, token, timeoutMs = 10_000, log, id }: SlackChannelInput, signal: AbortSignal): WebClient {
  return new WebClient(token.reveal(), {
    slackApiUrl: options.api_url,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    logLevel: LogLevel.ERROR,
    logger: quietLogger(log, id),
    allowAbsoluteUrls: false,
    fetch: (url, { signal: timeout, ...init } = {}) =>
      fetch(url, { ...init, signal: timeout === undefined ? signal : AbortSignal.any([signal, timeout]) }),
  });
}

/** The library prints to the console; what it has to say is in the outcome, so that it only goes to the debug log. */
function quietLogger(log: Logger, channelId: string): SlackLogger {
  function note(...words: unknown[]): void {
    log.debug({ channelId, words: words.filter((word) => typeof word === "string") }, "slack client");
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

function buildPost({ message, key }: Outgoing, input: SlackChannelInput): ChatPostMessageArguments {
  const { channel, unfurl } = input.options;
  return {
    channel,
    ...renderSlackPost(message, input.options, input.timezone),
    metadata: { event_type: EVENT_TYPE, event_payload: { key } },
    unfurl_links: unfurl,
    unfurl_media: unfurl,
    parse: "none",
    link_names: false,
  };
}

/** Looks for a post with the delivery's key among what was posted since the delivery was created. */
async function findInHistory(client: WebClient, channel: string, { key, createdAt }: Outgoing): Promise<Confirmation> {
  const oldest = String(Math.max(0, createdAt - CLOCK_SKEW) / 1000);
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const history = await client.conversations.history({
      channel,
      oldest,
      inclusive: true,
      include_all_metadata: true,
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const { metadata, ts } of history.messages ?? []) {
      const payload: { key?: unknown } = metadata?.event_payload ?? {};
      if (metadata?.event_type === EVENT_TYPE && payload.key === key && ts !== undefined) {
        return { kind: "found", ref: `${channel}/${ts}` };
      }
    }
    cursor = history.response_metadata?.next_cursor;
    if (cursor === undefined || cursor === "") return { kind: "absent" };
  }
  return { kind: "unknown", detail: `not among the last ${PAGE * MOST_PAGES} posts of the channel` };
}
