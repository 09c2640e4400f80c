import type { SendOutcome } from "./channel.ts";

/** What becomes of a delivery, and of its channel, after an attempt that did not send it. */
export type NextStep =
  | { kind: "again"; dueAt: number; scope: "channel" | "message" }
  | { kind: "failed"; reason: string };

export interface FailedAttempt {
  outcome: Exclude<SendOutcome, { kind: "sent" }>;
  /** Attempts in a row that failed, this one included. */
  failures: number;
  /** When the first attempt began, or the first after an operator had it tried again. */
  firstAt: number;
  now: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const FIRST_WAIT = 5 * SECOND;
const LONGEST_WAIT = 15 * MINUTE;
/** A channel that is down is tried this often, since what it holds back may be urgent. */
const LONGEST_CHANNEL_WAIT = MINUTE;
const LONGEST_WISH = 60 * MINUTE;
/** RFC 5321, section 4.5.4.1: a message is given up after four to five days. */
const PATIENCE = 4 * 24 * 60 * MINUTE;

/** Milliseconds before the next attempt: 5 s doubled each time, 15 min at most, a minute for a whole channel. */
function backoffMs(failures: number, scope: "channel" | "message"): number {
  const longest = scope === "channel" ? LONGEST_CHANNEL_WAIT : LONGEST_WAIT;
  return Math.min(longest, FIRST_WAIT * 2 ** Math.min(failures - 1, 20));
}

/**
 * Plans the next attempt. A refusal of this message ends it at once; a refusal of the channel (credentials, archived
 * room) keeps everything pending until an operator acts; a message that only this provider keeps putting off ends
 * four days after the first try. The provider's wish is followed up to an hour, and never shortens to less than a second.
 */
export function planNextStep({ outcome, failures, firstAt, now }: FailedAttempt): NextStep {
  if (outcome.kind === "rejected") {
    return outcome.scope === "message"
      ? { kind: "failed", reason: outcome.reason }
      : { kind: "again", dueAt: now + LONGEST_CHANNEL_WAIT, scope: "channel" };
  }
  if (outcome.scope === "message" && now - firstAt >= PATIENCE) return { kind: "failed", reason: "put-off-too-long" };
  const wait =
    outcome.retryAfterMs === null
      ? backoffMs(failures, outcome.scope)
      : Math.max(SECOND, Math.min(outcome.retryAfterMs, LONGEST_WISH));
  return { kind: "again", dueAt: now + wait, scope: outcome.scope };
}
