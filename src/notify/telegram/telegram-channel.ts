import type { Clock } from "../../core/clock.ts";
import type { Secret } from "../../core/secret.ts";
import type { Channel, Outgoing, SendOutcome } from "../channel.ts";
import { loudness } from "../describe-chat.ts";
import type { Receiver } from "../http-outcome.ts";
import { postJson } from "../post-json.ts";
import type { TelegramOptions } from "./options.ts";
import { renderTelegram, telegramRoomFor } from "./render-telegram.ts";
import { isUneditable, readTelegramAnswer } from "./telegram-outcome.ts";

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
      credentials: "set telegram.token to the bot's token and reload wirewatch (restart it if the environment has it)",
      address: "set telegram.api_url to the root of the Bot API and reload wirewatch",
    },
  };

  function post(outgoing: Outgoing, signal: AbortSignal): ReturnType<typeof postJson> {
    const body = JSON.stringify(buildPost(outgoing, options, timezone));
    const url = methodUrl(options.api_url, token, outgoing.place.kind === "edit" ? "editMessageText" : "sendMessage");
    return postJson({ url, body, name: receiver.name, now: now(), timeoutMs }, signal);
  }

  /** What cannot be edited any more is answered instead. */
  async function send(outgoing: Outgoing, signal: AbortSignal): Promise<SendOutcome> {
    const { place } = outgoing;
    const answer = await post(outgoing, signal);
    if (answer.kind !== "answered") return answer;
    if (place.kind !== "edit" || !isUneditable(answer)) return readTelegramAnswer(answer, receiver);
    const replied = await post({ ...outgoing, place: { kind: "reply", ref: place.ref } }, signal);
    return replied.kind === "answered" ? readTelegramAnswer(replied, receiver) : replied;
  }

  return {
    id,
    kind: "telegram",
    follows: "edits",
    send,
    confirm: () => Promise.resolve({ kind: "unknown", detail: "a bot cannot look for what it sent" }),
    roomFor: (roundup) => telegramRoomFor(roundup, timezone),
    render: (outgoing) => JSON.stringify(buildPost(outgoing, options, timezone), null, 2),
    close: () => Promise.resolve(),
  };
}

function methodUrl(root: string, token: Secret, method: "sendMessage" | "editMessageText"): string {
  const escaped = encodeURIComponent(token.reveal().trim()).replaceAll("%3A", ":");
  return `${root.replace(/\/+$/, "")}/bot${escaped}/${method}`;
}

function buildPost(
  { message, place }: Outgoing,
  { chat, thread }: TelegramOptions,
  timezone: string,
): Record<string, unknown> {
  const content = {
    text: renderTelegram(message, timezone, place.kind === "new"),
    parse_mode: "HTML",
    link_preview_options: { is_disabled: true },
  };
  if (place.kind === "edit") return { ...readRef(place.ref), ...content };
  const post = {
    chat_id: chat,
    ...(thread === undefined ? {} : { message_thread_id: thread }),
    ...content,
    disable_notification: place.kind === "reply" || loudness(message) === "low",
  };
  return place.kind === "new" ? post : { ...post, reply_parameters: { message_id: readRef(place.ref).message_id } };
}

/** A message as the ledger names it: the chat's number and the message's. */
function readRef(ref: string): { chat_id: number; message_id: number } {
  const [chat_id, message_id] = ref.split("/").map(Number);
  if (chat_id === undefined || message_id === undefined) throw new Error(`"${ref}" names no Telegram message`);
  return { chat_id, message_id };
}
