import { Secret } from "../../src/core/secret.ts";
import type { Channel } from "../../src/notify/channel.ts";
import { createNtfyChannel } from "../../src/notify/ntfy/ntfy-channel.ts";
import { createSlackWebhookChannel } from "../../src/notify/slack/slack-webhook-channel.ts";
import { createTeamsChannel } from "../../src/notify/teams/teams-channel.ts";
import { createTelegramChannel } from "../../src/notify/telegram/telegram-channel.ts";
import { closeAll, SECRETS, TIMEOUT_MS, type Rig } from "./channel-rigs.ts";
import { startReceiver, type Receiver } from "./http-receiver.ts";
import { tuesday } from "./messages.ts";

/** Channels that post JSON, in front of a web server that answers as told. */
export type ChatRig = Rig & { receiver: Receiver };

const common = { timezone: "Europe/London", now: () => tuesday("15:00"), timeoutMs: TIMEOUT_MS };

async function rigOf(open: (url: string) => Channel, url: string | undefined): Promise<ChatRig> {
  const receiver = await startReceiver();
  const channel = open(url ?? receiver.url);
  return {
    channel,
    receiver,
    arrived: () => receiver.requests.map(({ body }) => body).join("\n"),
    lines: () => "",
    close: () => closeAll(channel, receiver),
  };
}

export function ntfyRig(url?: string): Promise<ChatRig> {
  return rigOf((address) => {
    const options = { url: address, topic: { env: "NTFY_TOPIC" }, token: { env: "NTFY_TOKEN" } };
    const secrets = { topic: new Secret(SECRETS.topic), token: new Secret(SECRETS.ntfy) };
    return createNtfyChannel({ id: "phone", options, ...secrets, ...common });
  }, url);
}

export function telegramRig(url?: string): Promise<ChatRig> {
  return rigOf((address) => {
    const options = { chat: "-1001234567890", thread: 7, token: { env: "TELEGRAM_TOKEN" }, api_url: address };
    return createTelegramChannel({ id: "desk", options, token: new Secret(SECRETS.telegram), ...common });
  }, url);
}

export function teamsRig(url?: string): Promise<ChatRig> {
  return rigOf((address) => {
    const webhook = new Secret(`${address}?sig=${SECRETS.webhook}`);
    return createTeamsChannel({ id: "desk", webhook, ...common });
  }, url);
}

export function slackWebhookRig(url?: string): Promise<ChatRig> {
  return rigOf((address) => {
    const options = { webhook: { env: "OPS_WEBHOOK" }, mention: { urgent: "<!here>" }, unfurl: false };
    const webhook = new Secret(`${address}/${SECRETS.webhook}`);
    return createSlackWebhookChannel({ id: "ops", options, webhook, ...common });
  }, url);
}
