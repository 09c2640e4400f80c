import * as z from "zod";
import { readBlocks, type SlackBlock } from "./block-kit-limits.ts";

const Metadata = z.strictObject({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) });

/** A message as the sink keeps it. */
export interface SlackMessage {
  channel: string;
  /** Slack's id of a message: seconds with six decimals, unique in the channel. */
  ts: string;
  text: string;
  blocks: readonly SlackBlock[];
  metadata: z.infer<typeof Metadata> | null;
  /** The post in whose thread it stands; null: in the channel. */
  threadTs: string | null;
  unfurl: boolean;
  edited: boolean;
}

type Answer = { ok: true } & Record<string, unknown>;
type Refusal = { ok: false; error: string; response_metadata?: { messages: string[] } };

export interface SlackWorkspace {
  call(method: string, form: URLSearchParams, token: string | null): Answer | Refusal;
  messages(): readonly SlackMessage[];
  /** As a person would; false: there is no such message. */
  remove(ts: string): boolean;
  /** A member reacts to a post. */
  react(ts: string, user: string, name: string): void;
}

/** The messages of a workspace and the methods that read and write them. */
export function createSlackWorkspace(onMessage?: (message: SlackMessage) => void): SlackWorkspace {
  const messages: SlackMessage[] = [];
  const reactions = new Map<string, { name: string; users: string[]; count: number }[]>();
  let lastMicros = 0;

  function nextTs(): string {
    lastMicros = Math.max(Date.now() * 1000, lastMicros + 1);
    return `${Math.floor(lastMicros / 1_000_000)}.${String(lastMicros % 1_000_000).padStart(6, "0")}`;
  }

  function post(form: URLSearchParams): Answer | Refusal {
    const content = readContent(form);
    if ("error" in content) return content;
    const { threadTs } = content;
    if (threadTs !== null && messages.every(({ ts }) => ts !== threadTs)) return refuse("thread_not_found");
    const message = { ...content, ts: nextTs() };
    messages.push(message);
    onMessage?.(message);
    return { ok: true, channel: message.channel, ts: message.ts, message: { text: message.text, ts: message.ts } };
  }

  function update(form: URLSearchParams): Answer | Refusal {
    const index = messages.findIndex(({ channel, ts }) => channel === form.get("channel") && ts === form.get("ts"));
    const before = messages[index];
    if (before === undefined) return refuse("message_not_found");
    const content = readContent(form);
    if ("error" in content) return content;
    const { ts, threadTs } = before;
    const message = { ...content, ts, threadTs, metadata: content.metadata ?? before.metadata, edited: true };
    messages[index] = message;
    onMessage?.(message);
    return { ok: true, channel: message.channel, ts: message.ts, text: message.text };
  }

  function reactionsTo(channel: string | null, timestamp: string | null): Answer | Refusal {
    const message = messages.find((one) => one.channel === channel && one.ts === timestamp);
    if (message === undefined) return refuse("message_not_found");
    const { text, ts } = message;
    return { ok: true, type: "message", channel, message: { text, ts, reactions: reactions.get(ts) } };
  }

  function call(method: string, form: URLSearchParams, token: string | null): Answer | Refusal {
    if (token === null || token === "") return refuse("not_authed");
    if (method === "auth.test") return { ok: true, url: "https://sink.example/", team: "Sink", user: "wirewatch" };
    if (method === "chat.postMessage") return post(form);
    if (method === "chat.update") return update(form);
    if (method === "conversations.history") return history(messages, form);
    if (method === "conversations.replies") return replies(messages, form);
    if (method === "reactions.get") return reactionsTo(form.get("channel"), form.get("timestamp"));
    return refuse("unknown_method");
  }

  function remove(ts: string): boolean {
    const index = messages.findIndex((message) => message.ts === ts);
    if (index !== -1) messages.splice(index, 1);
    return index !== -1;
  }

  return {
    call,
    messages: () => messages,
    remove,
    react(ts, user, name) {
      reactions.set(ts, [...(reactions.get(ts) ?? []), { name, users: [user], count: 1 }]);
    },
  };
}

function refuse(error: string, messages?: string[]): Refusal {
  return messages === undefined ? { ok: false, error } : { ok: false, error, response_metadata: { messages } };
}

function readContent(form: URLSearchParams): Omit<SlackMessage, "ts"> | Refusal {
  const channel = form.get("channel");
  const text = form.get("text") ?? "";
  if (channel === null || channel === "") return refuse("channel_not_found");
  if (text.length > 40_000) return refuse("msg_too_long");
  const json = form.get("blocks");
  if (json === null && text === "") return refuse("no_text");
  const read = json === null ? { blocks: [] } : readBlocks(parseJson(json));
  if ("error" in read) return refuse(read.error, read.messages);
  const metadata = Metadata.safeParse(parseJson(form.get("metadata") ?? "null"));
  return {
    channel,
    text,
    blocks: read.blocks,
    metadata: metadata.success ? metadata.data : null,
    threadTs: form.get("thread_ts"),
    unfurl: form.get("unfurl_links") === "true",
    edited: false,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Posts of the channel, newest first; what stands in threads is no part of it. */
function history(messages: readonly SlackMessage[], form: URLSearchParams): Answer {
  return page(messages.filter(({ threadTs }) => threadTs === null).toReversed(), form);
}

/** A post and what stands in its thread, oldest first. */
function replies(messages: readonly SlackMessage[], form: URLSearchParams): Answer | Refusal {
  const thread = form.get("ts");
  if (messages.every(({ ts }) => ts !== thread)) return refuse("thread_not_found");
  return page(
    messages.filter(({ ts, threadTs }) => ts === thread || threadTs === thread),
    form,
  );
}

/** Pages of `limit`; metadata only where it is asked for. */
function page(messages: readonly SlackMessage[], form: URLSearchParams): Answer {
  const oldest = Number(form.get("oldest") ?? 0);
  const limit = Number(form.get("limit") ?? 100);
  const from = Number(form.get("cursor") ?? 0);
  const withMetadata = form.get("include_all_metadata") === "true";
  const all = messages.filter(({ channel, ts }) => channel === form.get("channel") && Number(ts) >= oldest);
  const shown = all.slice(from, from + limit).map(({ ts, text, metadata }) => ({
    type: "message",
    ts,
    text,
    ...(withMetadata && metadata !== null ? { metadata } : {}),
  }));
  const more = from + limit < all.length;
  return {
    ok: true,
    messages: shown,
    has_more: more,
    response_metadata: { next_cursor: more ? String(from + limit) : "" },
  };
}
