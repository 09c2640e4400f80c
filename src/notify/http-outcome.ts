import type { SendOutcome } from "./channel.ts";
import { neverLeft } from "./network-error.ts";

export type Unsent = Exclude<SendOutcome, { kind: "sent" }>;

/** Who answers, in words for operators. Nothing in it may be secret. */
export interface Receiver {
  name: string;
  channelId: string;
  /** What to do where the credentials are refused, and where the address is no good. */
  remedies: { credentials: string; address: string };
}

/** Statuses that say "later" (RFC 9110, RFC 8470, RFC 6585); 5xx are added to them. */
const LATER = new Set([408, 425, 429]);
/** A gateway that lost its server cannot know whether the message arrived. */
const MAYBE_ARRIVED = new Set([408, 502, 504]);

/** Statuses that speak of the address or the account, whatever the message: payment, method, proxy, media type, upgrade (RFC 9110). */
const OF_THE_CHANNEL = new Set([402, 405, 406, 407, 415, 426]);

/** What an HTTP status without words of its own means for the message and its channel; null: it was taken. */
export function readStatus(status: number, retryAfterMs: number | null, receiver: Receiver): Unsent | null {
  const { name, channelId, remedies } = receiver;
  if (status >= 200 && status < 300) return null;
  if (status === 429) return rateLimited(name, retryAfterMs);
  if (LATER.has(status) || status >= 500) {
    const detail = `${name} answered HTTP ${status}`;
    return retry("server-error", detail, { ambiguous: MAYBE_ARRIVED.has(status), retryAfterMs });
  }
  if (status === 401 || status === 403) {
    const detail = `${name} refused channel ${channelId} (HTTP ${status}): ${remedies.credentials}`;
    return rejected("bad-credentials", detail, "channel");
  }
  if (status < 400 || status === 404 || status === 410) {
    const why = status < 400 ? "a redirect, which is not followed" : "no such address";
    const detail = `${name} answered HTTP ${status} for channel ${channelId} (${why}): ${remedies.address}`;
    return rejected("unknown-channel", detail, "channel");
  }
  if (OF_THE_CHANNEL.has(status)) {
    const detail = `${name} takes no messages for channel ${channelId} (HTTP ${status}): ${remedies.address}`;
    return rejected("unknown-channel", detail, "channel");
  }
  const detail = `${name} refused this message for channel ${channelId} (HTTP ${status}): other messages are not affected`;
  return rejected("message-refused", detail, "message");
}

/** What a request without an answer means: only a connection that never stood is certain. */
export function readNoAnswer(error: unknown, name: string): Unsent {
  if (neverLeft(error)) return retry("unreachable", `${name} could not be reached`, {});
  const late = error instanceof Error && /Timeout|Abort/.test(error.name);
  return late
    ? retry("timeout", `${name} did not answer in time`, { ambiguous: true })
    : retry("unreachable", `the connection to ${name} broke`, { ambiguous: true });
}

/** The provider asks to wait; `retryAfterMs` null: it does not say how long. */
export function rateLimited(name: string, retryAfterMs: number | null): Unsent {
  const wish = retryAfterMs === null ? "" : ` ${Math.ceil(retryAfterMs / 1000)} s`;
  return retry("rate-limited", `${name} asks to wait${wish}`, { retryAfterMs });
}

export function rejected(
  reason: Extract<Unsent, { kind: "rejected" }>["reason"],
  detail: string,
  scope: Unsent["scope"],
): Unsent {
  return { kind: "rejected", reason, detail, scope, recipients: [] };
}

function retry(
  reason: "rate-limited" | "server-error" | "timeout" | "unreachable",
  detail: string,
  { ambiguous = false, retryAfterMs = null }: { ambiguous?: boolean; retryAfterMs?: number | null },
): Unsent {
  return { kind: "retry", reason, detail, retryAfterMs, scope: "channel", ambiguous, recipients: [] };
}
