import type { ChatPostMessageArguments, ChatUpdateArguments, WebClient } from "@slack/web-api";
import type { Channel, Confirmation, Outgoing, SendOutcome } from "../channel.ts";
import { EVENT_TYPE, findPost } from "./find-post.ts";
import { findReaction } from "./find-reaction.ts";
import type { SlackBotOptions } from "./options.ts";
import { renderSlackPost } from "./render-slack-post.ts";
import { slackRoomFor } from "./render-slack-roundup.ts";
import { contextLine } from "./slack-blocks.ts";
import { connect, type SlackClientInput } from "./slack-client.ts";
import { isUneditable, readSlackFailure } from "./slack-outcome.ts";
import { readRef, writeRef } from "./slack-ref.ts";

export interface SlackChannelInput extends SlackClientInput {
  options: SlackBotOptions;
  /** IANA zone of the times in fallbacks; readers see their own. */
  timezone: string;
}

/** A Slack channel that a bot posts to. Needs `chat:write`; `confirm` also the history scope of the channel's kind. */
export function createSlackChannel(input: SlackChannelInput): Channel {
  const { id, options, log } = input;

  async function send(outgoing: Outgoing, signal: AbortSignal): Promise<SendOutcome> {
    try {
      const { channel = options.channel, ts } = await write(connect(input, signal), outgoing, input);
      return { kind: "sent", ref: ts === undefined ? null : writeRef({ channel, ts }), recipients: [] };
    } catch (error) {
      return readSlackFailure(error, id);
    }
  }

  async function confirm(outgoing: Outgoing, signal: AbortSignal): Promise<Confirmation> {
    try {
      return await findPost(connect(input, signal), options.channel, outgoing);
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
    follows: "edits",
    send,
    confirm,
    findReaction: askReaction,
    roomFor: slackRoomFor,
    render: (outgoing) => JSON.stringify(requestOf(outgoing, input), null, 2),
    close: () => Promise.resolve(),
  };
}

/** Posts or edits; what cannot be edited any more is answered in its thread. */
async function write(
  { chat }: WebClient,
  outgoing: Outgoing,
  input: SlackChannelInput,
): Promise<{ channel?: string | undefined; ts?: string | undefined }> {
  const { place } = outgoing;
  if (place.kind !== "edit") return chat.postMessage(buildPost(outgoing, input));
  try {
    return await chat.update(buildUpdate(outgoing, input));
  } catch (error) {
    if (!isUneditable(error)) throw error;
    const reply = buildPost({ ...outgoing, place: { kind: "reply", ref: place.ref } }, input);
    const blocks = "blocks" in reply ? reply.blocks : [];
    return chat.postMessage({ ...reply, blocks: [contextLine(UNEDITABLE), ...blocks] });
  }
}

const UNEDITABLE = "The message above cannot be edited any more. It would now read:";

function requestOf(outgoing: Outgoing, input: SlackChannelInput): ChatPostMessageArguments | ChatUpdateArguments {
  return outgoing.place.kind === "edit" ? buildUpdate(outgoing, input) : buildPost(outgoing, input);
}

function buildPost(outgoing: Outgoing, input: SlackChannelInput): ChatPostMessageArguments {
  const { channel, unfurl } = input.options;
  const { place } = outgoing;
  const content = { ...contentOf(outgoing, input), unfurl_links: unfurl, unfurl_media: unfurl };
  if (place.kind !== "reply") return { channel, ...content };
  const thread = readRef(place.ref);
  return { channel: thread.channel, thread_ts: thread.ts, ...content };
}

function buildUpdate(outgoing: Outgoing, input: SlackChannelInput): ChatUpdateArguments {
  const { place } = outgoing;
  if (place.kind !== "edit") throw new Error(`${outgoing.key} is no edit`);
  return { ...readRef(place.ref), ...contentOf(outgoing, input) };
}

function contentOf(outgoing: Outgoing, input: SlackChannelInput) {
  return {
    ...renderSlackPost(outgoing, input.options, input.timezone),
    metadata: { event_type: EVENT_TYPE, event_payload: { key: outgoing.key } },
    parse: "none" as const,
    link_names: false,
  };
}
