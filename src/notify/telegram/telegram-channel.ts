import type { Clock } from "../../core/clock.ts";
import type { Secret } from "../../core/secret.ts";
import type { Channel, Outgoing, SendOutcome } from "../channel.ts";
import { loudness } from "../describe-chat.ts";
import type { Receiver } from "../http-outcome.ts";
import type { Message } from "../message.ts";
import { postJson } from "../post-json.ts";
import type { TelegramOptions } from "./options.ts";
import { renderTelegram } from "./render-telegram.ts";
import { readTelegramAnswer } from "./telegram-outcome.ts";

export interface TelegramChannelInput {
  id: string;
  options: TelegramOptions;
  token: Secret;
  /** IANA zone of the times in alerts; editions bring their own. */
  timezone: string;
  now: Clock;
  /** Longest wait for the answer, milliseconds. */
  timeoutMs?: number;
}

/** A chat that a Telegram bot posts to. */
export function createTelegramChannel(input: TelegramChannelInput): Channel {
  const { id, options, token, timezone, now, timeoutMs } = input;
  const receiver: Receiver = {
    name: "Telegram",
    channelId: id,
    remedies: {
      credentials: "set telegram.token to the bot's token and restart wirewatch",
      address: "set telegram.api_url to the root of the Bot API and restart wirewatch",
    },
  };

  async function send({ message }: Outgoing, signal: AbortSignal): Promise<SendOutcome> {
    const body = JSON.stringify(buildPost(message, options, timezone));
    const url = methodUrl(options.api_url, token);
    const answer = await postJson({ url, body, name: receiver.name, now: now(), timeoutMs }, signal);
    return answer.kind === "answered" ? readTelegramAnswer(answer, receiver) : answer;
  }

  return {
    id,
    kind: "telegram",
    send,
    confirm: () => Promise.resolve({ kind: "unknown", detail: "a bot cannot look for what it sent" }),
    render: ({ message }) => JSON.stringify(buildPost(message, options, timezone), null, 2),
    close: () => Promise.resolve(),
  };
}

function methodUrl(root: string, token: Secret): string {
  const escaped = encodeURIComponent(token.reveal().trim()).replaceAll("%3A", ":");
  return `${root.replace(/\/+$/, "")}/bot${escaped}/sendMessage`;
}

function buildPost(message: Message, { chat, thread }: TelegramOptions, timezone: string): Record<string, unknown> {
  return {
    chat_id: chat,
    ...(thread === undefined ? {} : { message_thread_id: thread }),
    text: renderTelegram(message, timezone),
    parse_mode: "HTML",
    link_preview_options: { is_disabled: true },
    disable_notification: loudness(message) === "low",
  };
}
