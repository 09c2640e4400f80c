import type { Clock } from "../../core/clock.ts";
import type { Secret } from "../../core/secret.ts";
import type { Channel, Outgoing, SendOutcome } from "../channel.ts";
import { readStatus, type Receiver } from "../http-outcome.ts";
import { postJson } from "../post-json.ts";
import type { NtfyOptions } from "./options.ts";
import { ntfyRoomFor, renderNtfy } from "./render-ntfy.ts";

export interface NtfyChannelInput {
  id: string;
  options: NtfyOptions;
  topic: Secret;
  /** Access token; null: the topic is open. */
  token: Secret | null;
  /** IANA zone of the times in alerts; editions bring their own. */
  timezone: string;
  now: Clock;
  /** Longest wait for the answer, milliseconds. */
  timeoutMs?: number;
}

/** A channel that publishes to a topic of an ntfy server. */
export function createNtfyChannel(input: NtfyChannelInput): Channel {
  const { id, options, topic, token, timezone, now, timeoutMs } = input;
  const receiver: Receiver = {
    name: new URL(options.url).host,
    channelId: id,
    remedies: {
      credentials:
        "give ntfy.token a token that may write to the topic and reload wirewatch (restart it if the environment has it)",
      address: "set ntfy.url to the root of the server and reload wirewatch",
    },
  };

  async function send({ message }: Outgoing, signal: AbortSignal): Promise<SendOutcome> {
    const answer = await postJson(
      {
        url: options.url,
        body: JSON.stringify({ topic: topic.reveal().trim(), ...renderNtfy(message, timezone) }),
        headers: token === null ? {} : { authorization: `Bearer ${token.reveal().trim()}` },
        name: receiver.name,
        now: now(),
        timeoutMs,
      },
      signal,
    );
    if (answer.kind !== "answered") return answer;
    return readStatus(answer.status, answer.retryAfterMs, receiver) ?? { kind: "sent", ref: null, recipients: [] };
  }

  return {
    id,
    kind: "ntfy",
    follows: "nothing",
    send,
    confirm: () => Promise.resolve({ kind: "unknown", detail: "an ntfy server is not asked what it got" }),
    roomFor: (roundup) => ntfyRoomFor(roundup, timezone),
    render: ({ message }) => JSON.stringify(renderNtfy(message, timezone), null, 2),
    close: () => Promise.resolve(),
  };
}
