import { createHmac } from "node:crypto";
import { request } from "undici";
import type { Clock } from "../../core/clock.ts";
import type { Secret } from "../../core/secret.ts";
import type { Channel, Outgoing, SendOutcome } from "../channel.ts";
import { neverLeft } from "../network-error.ts";
import type { WebhookOptions } from "./options.ts";
import { buildWebhookPayload } from "./webhook-payload.ts";

export interface WebhookChannelInput {
  id: string;
  options: WebhookOptions;
  secret: Secret;
  now: Clock;
  /** Longest wait for the answer, milliseconds. */
  timeoutMs?: number;
}

type Unsent = Exclude<SendOutcome, { kind: "sent" }>;

/** Statuses that say "later" (RFC 9110, RFC 8470, RFC 6585); 5xx are added to them. */
const LATER = new Set([408, 425, 429]);
/** A gateway that lost its server cannot know whether the message arrived. */
const GATEWAY = new Set([502, 504]);

/** A channel that posts the documented JSON to an address and signs it. Redirects are not followed. */
export function createWebhookChannel(input: WebhookChannelInput): Channel {
  const { id } = input;

  async function send(outgoing: Outgoing, signal: AbortSignal): Promise<SendOutcome> {
    try {
      const { statusCode, retryAfter } = await post(outgoing, input, signal);
      return readStatus(statusCode, retryAfter, input);
    } catch (error) {
      return readError(error, input);
    }
  }

  return {
    id,
    kind: "webhook",
    send,
    confirm: () => Promise.resolve({ kind: "unknown", detail: "a webhook cannot be asked; it knows the key" }),
    render: (outgoing) => JSON.stringify(buildWebhookPayload(outgoing, id), null, 2),
    close: () => Promise.resolve(),
  };
}

/** `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of "t.body" under the channel's secret. */
function signBody(body: string, secret: Secret, now: number): string {
  const at = Math.floor(now / 1000);
  return `t=${at},v1=${createHmac("sha256", secret.reveal()).update(`${at}.${body}`).digest("hex")}`;
}

async function post(
  outgoing: Outgoing,
  { id, options, secret, now, timeoutMs = 10_000 }: WebhookChannelInput,
  signal: AbortSignal,
): Promise<{ statusCode: number; retryAfter: string | null }> {
  const body = JSON.stringify(buildWebhookPayload(outgoing, id));
  const answer = await request(options.url, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "user-agent": "wirewatch",
      "idempotency-key": outgoing.key,
      "x-wirewatch-signature": signBody(body, secret, now()),
    },
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  });
  // The status is the whole answer: what the body says is of no use and of unknown size.
  answer.body.on("error", () => undefined).destroy();
  const header = answer.headers["retry-after"];
  return { statusCode: answer.statusCode, retryAfter: typeof header === "string" ? header : null };
}

function readStatus(status: number, retryAfter: string | null, { id, options, now }: WebhookChannelInput): SendOutcome {
  if (status >= 200 && status < 300) return { kind: "sent", ref: null, recipients: [] };
  const host = new URL(options.url).host;
  if (status === 429 || LATER.has(status) || status >= 500) {
    const detail = `${host} answered HTTP ${status}`;
    const reason = status === 429 ? "rate-limited" : "server-error";
    return retry(reason, detail, GATEWAY.has(status) || status === 408, readRetryAfter(retryAfter, now()));
  }
  if (status === 401 || status === 403) {
    const detail = `${host} refused the webhook of channel ${id} (HTTP ${status}): check its secret and restart wirewatch`;
    return { kind: "rejected", reason: "bad-credentials", detail, scope: "channel", recipients: [] };
  }
  if (status < 400 || status === 404 || status === 410) {
    const why = status < 400 ? "a redirect, which is not followed" : "no such address";
    const detail = `${host} answered HTTP ${status} for channel ${id} (${why}): set webhook.url to the final address and restart wirewatch`;
    return { kind: "rejected", reason: "unknown-channel", detail, scope: "channel", recipients: [] };
  }
  const detail = `${host} refused this message for channel ${id} (HTTP ${status}): see the log of the receiver`;
  return { kind: "rejected", reason: "message-refused", detail, scope: "message", recipients: [] };
}

/** Retry-After as milliseconds from now (RFC 9110, section 10.2.3: seconds or a date); null: none that can be read. */
function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

function readError(error: unknown, { options }: WebhookChannelInput): Unsent {
  const host = new URL(options.url).host;
  if (neverLeft(error)) return retry("unreachable", `${host} could not be reached`, false, null);
  const name = error instanceof Error ? error.name : "";
  const late = /Timeout|Abort/.test(name);
  return late
    ? retry("timeout", `${host} did not answer in time`, true, null)
    : retry("unreachable", `the connection to ${host} broke`, true, null);
}

function retry(
  reason: "rate-limited" | "server-error" | "timeout" | "unreachable",
  detail: string,
  ambiguous: boolean,
  retryAfterMs: number | null,
): Unsent {
  return { kind: "retry", reason, detail, retryAfterMs, scope: "channel", ambiguous, recipients: [] };
}
