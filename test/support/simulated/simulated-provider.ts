import type { Channel, Outgoing, RecipientOutcome, SendOutcome } from "../../../src/notify/channel.ts";
import type { DigestMessage } from "../../../src/notify/message.ts";

/** What a provider does with a message; `lost` and `arrived` give no answer. */
export type Answer = "sent" | "unreachable" | "not-now" | "refused" | "lost" | "arrived" | "throws";

/** A message that reached somebody. */
export interface Receipt {
  channelId: string;
  recipient: string | null;
  message: DigestMessage;
}

/** A provider that remembers what reached it. */
export function createProvider(id: string, answers: Answer[], receipts: Receipt[]): Channel {
  async function send({ message, recipient }: Outgoing): Promise<SendOutcome> {
    if (message.kind !== "digest") return { kind: "sent", ref: null, recipients: [] };
    const answer = answers.shift() ?? "sent";
    if (answer === "throws") throw new Error("a fault of ours");
    if (answer === "sent" || answer === "arrived") receipts.push({ channelId: id, recipient, message });
    return outcomeOf(answer, recipient);
  }
  return {
    id,
    kind: "email",
    follows: "nothing",
    send,
    confirm: () => Promise.resolve({ kind: "unknown", detail: "it cannot be asked" }),
    render: () => "",
    close: () => Promise.resolve(),
  };
}

function outcomeOf(answer: Exclude<Answer, "throws">, recipient: string | null): SendOutcome {
  function recipients(kind: RecipientOutcome["kind"]): readonly RecipientOutcome[] {
    return recipient === null ? [] : [{ recipient, kind, detail: answer }];
  }
  const retry = { kind: "retry", detail: answer, retryAfterMs: null, recipients: recipients("retry") } as const;
  switch (answer) {
    case "sent":
      return { kind: "sent", ref: null, recipients: recipients("accepted") };
    case "unreachable":
      return { ...retry, reason: "unreachable", scope: "channel", ambiguous: false };
    case "not-now":
      return { ...retry, reason: "put-off", scope: "message", ambiguous: false };
    case "lost":
    case "arrived":
      return { ...retry, reason: "timeout", scope: "message", ambiguous: true };
    case "refused":
      return {
        kind: "rejected",
        reason: "rejected-recipient",
        detail: answer,
        scope: "message",
        recipients: recipients("rejected"),
      };
  }
}
