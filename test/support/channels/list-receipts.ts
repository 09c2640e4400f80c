import type { SinkMail } from "../../../src/demo/sinks/mail-sink.ts";
import type { SlackMessage } from "../../../src/demo/sinks/slack-workspace.ts";
import type { Receiver } from "./http-receiver.ts";

/** A message as it reached somebody. */
export interface Receipt {
  channel: string;
  /** The delivery key, or the Message-ID that stands for it. */
  key: string;
  /** Numbers of what it tells, each once. */
  told: readonly number[];
}

/** What receivers have got, each under the name of its channel. */
interface Received {
  posts: readonly { channel: string; message: SlackMessage }[];
  mails: readonly { channel: string; mail: SinkMail }[];
  calls: Receiver["requests"];
}

/** @param told finds what a text tells: the first group of each hit is a number */
export function listReceipts({ posts, mails, calls }: Received, told: RegExp): readonly Receipt[] {
  function numbersIn(text: string): number[] {
    return [...new Set(Array.from(text.matchAll(told), ([, digits]) => Number(digits)))];
  }
  return [
    ...posts.map(({ channel, message }) => ({
      channel,
      key: String(message.metadata?.event_payload["key"]),
      told: numbersIn(JSON.stringify(message)),
    })),
    ...mails.map(({ channel, mail: { headers, text } }) => ({
      channel,
      key: headers["message-id"] ?? "",
      told: numbersIn(text ?? ""),
    })),
    ...calls.map(({ headers, body }) => ({
      channel: "hook",
      key: String(headers["idempotency-key"]),
      told: numbersIn(body),
    })),
  ];
}
