import type { Message, RoundupMessage } from "./message.ts";

/** Where a message goes; `ref`: the provider's name of the message that is edited or answered. */
export type Place = { kind: "new" } | { kind: "edit"; ref: string } | { kind: "reply"; ref: string };

/** One message on its way out. */
export interface Outgoing {
  message: Message;
  place: Place;
  /** The delivery's unique key: Slack metadata, Message-ID and Idempotency-Key carry it. */
  key: string;
  /** For a digest to one of several recipients; null: all of the channel's. */
  recipient: string | null;
  /** Recipients that accepted an earlier attempt and must not get it again. */
  done: readonly string[];
  /** Recipients that refused an earlier attempt for good and are not tried again. */
  refused: readonly string[];
  /** The delivery of the alert that this posts or edits: what buttons under it are about. Absent: it is none. */
  alertId?: string;
  /** Where its one recipient ends the digest; absent: nowhere. */
  unsubscribeUrl?: string;
  /** When the delivery was created, epoch milliseconds: the oldest time it can have been sent. */
  createdAt: number;
}

export interface RecipientOutcome {
  recipient: string;
  kind: "accepted" | "retry" | "rejected";
  detail: string;
}

/** What one attempt came to. `detail` holds no secret and may be shown and logged. */
export type SendOutcome =
  | { kind: "sent"; ref: string | null; recipients: readonly RecipientOutcome[] }
  | {
      kind: "retry";
      /** `put-off`: the provider takes others, and wants this one later, as mail servers that greylist do. */
      reason:
        | "rate-limited"
        | "unreachable"
        | "server-error"
        | "timeout"
        | "refused-for-now"
        | "put-off"
        | "internal-error";
      detail: string;
      /** The provider's wish; null: our backoff. */
      retryAfterMs: number | null;
      /** Whether the whole channel must wait (rate limit, outage) or only this message. */
      scope: "channel" | "message";
      /** True when the message may have arrived although no answer came. */
      ambiguous: boolean;
      recipients: readonly RecipientOutcome[];
    }
  | {
      kind: "rejected";
      /** `message-gone`: what was to be edited or answered was deleted, which is nobody's fault. */
      reason:
        | "bad-credentials"
        | "unknown-channel"
        | "rejected-recipient"
        | "message-refused"
        | "message-gone"
        | "internal-error";
      /** What was attempted, on what, and what to do. */
      detail: string;
      /** Whether every message of the channel would end this way until an operator acts. */
      scope: "channel" | "message";
      recipients: readonly RecipientOutcome[];
    };

/** Whether a message whose attempt got no answer has arrived. */
export type Confirmation = { kind: "found"; ref: string } | { kind: "absent" } | { kind: "unknown"; detail: string };

/** A configured way out. Channels retry nothing themselves: retries are the ledger's. */
export interface Channel {
  readonly id: string;
  readonly kind: "slack" | "email" | "webhook" | "ntfy" | "telegram" | "teams" | "console";
  /** What it can do about a message that was sent: edit and answer it, or nothing. Then all places are new. */
  readonly follows: "edits" | "nothing";
  /** Sends one message; never throws for what the provider answers, only for bugs. */
  send(outgoing: Outgoing, signal: AbortSignal): Promise<SendOutcome>;
  /** Asks the provider for an unanswered message; `unknown` where it cannot be asked. */
  confirm(outgoing: Outgoing, signal: AbortSignal): Promise<Confirmation>;
  /** Who reacted to a message first, by its `ref`; null: nobody, or the provider would not say. Absent: nobody can. */
  findReaction?(ref: string, signal: AbortSignal): Promise<string | null>;
  /**
   * How many stories of a roundup, from the first on, one message tells in full: at least one. Absent: all, however many
   * they are.
   */
  roomFor?(roundup: RoundupMessage): number;
  /** The exact JSON or mail that `send` would hand over, secrets excluded. */
  render(outgoing: Outgoing): string;
  close(): Promise<void>;
}
