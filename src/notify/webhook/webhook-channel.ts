import { createHmac } from "node:crypto";
import type { Clock } from "../../core/clock.ts";
import type { Secret } from "../../core/secret.ts";
import { finishInTurns } from "../../core/steps.ts";
import type { Channel, Outgoing, SendOutcome } from "../channel.ts";
import { readStatus, type Receiver } from "../http-outcome.ts";
import { postJson } from "../post-json.ts";
import type { WebhookOptions } from "./options.ts";
import { buildWebhookPayload, writeWebhookPayload } from "./webhook-payload.ts";

export interface WebhookChannelInput {
  id: string;
  options: WebhookOptions;
  secret: Secret;
  now: Clock;
  /** Longest wait for the answer, milliseconds. */
  timeoutMs?: number;
}

/** A channel that posts the documented JSON to an address and signs it. Redirects are not followed. */
export function createWebhookChannel(input: WebhookChannelInput): Channel {
  const { id } = input;

  async function send(outgoing: Outgoing, signal: AbortSignal): Promise<SendOutcome> {
    const answer = await post(outgoing, input, signal);
    if (answer.kind !== "answered") return answer;
    return (
      readStatus(answer.status, answer.retryAfterMs, receiverOf(input)) ?? { kind: "sent", ref: null, recipients: [] }
    );
  }

  return {
    id,
    kind: "webhook",
    follows: "nothing",
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

async function post(outgoing: Outgoing, input: WebhookChannelInput, signal: AbortSignal): ReturnType<typeof postJson> {
  const { id, options, secret, timeoutMs } = input;
  const body = JSON.stringify(await finishInTurns(writeWebhookPayload(outgoing, id)));
  const now = input.now();
  const headers = { "idempotency-key": outgoing.key, "x-wirewatch-signature": signBody(body, secret, now) };
  return postJson({ url: options.url, body, headers, name: receiverOf(input).name, now, timeoutMs }, signal);
}

/** Only the host of the address is told: paths of webhooks are often secret. */
function receiverOf({ id, options }: WebhookChannelInput): Receiver {
  return {
    name: new URL(options.url).host,
    channelId: id,
    remedies: {
      credentials: "check its secret and reload wirewatch (restart it if the environment has it)",
      address: "set webhook.url to the final address and reload wirewatch",
    },
  };
}
