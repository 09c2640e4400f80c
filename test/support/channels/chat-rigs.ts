import { Secret } from "../../../src/core/secret.ts";
import { createNtfyChannel } from "../../../src/notify/ntfy/ntfy-channel.ts";
import { createSlackWebhookChannel } from "../../../src/notify/slack/slack-webhook-channel.ts";
import { createTeamsChannel } from "../../../src/notify/teams/teams-channel.ts";
import { createTelegramChannel } from "../../../src/notify/telegram/telegram-channel.ts";
import { receiverRig, SECRETS, TIMEOUT_MS, type ReceiverRig } from "./channel-rigs.ts";
import { tuesday } from "./messages.ts";

const common = { timezone: "Europe/London", now: () => tuesday("15:00"), timeoutMs: TIMEOUT_MS };

export function ntfyRig(url?: string): Promise<ReceiverRig> {
  return receiverRig((address) => {
    const options = { url: address, topic: { env: "NTFY_TOPIC" }, token: { env: "NTFY_TOKEN" } };
    const secrets = { topic: new Secret(SECRETS.topic), token: new Secret(SECRETS.ntfy) };
    return createNtfyChannel({ id: "phone", options, ...secrets, ...common });
  }, url);
}

export function telegramRig(url?: string): Promise<ReceiverRig> {
  return receiverRig((address) => {
    const options = { chat: "-1001234567890", thread: 7, token: { env: "TELEGRAM_TOKEN" }, api_url: address };
    return createTelegramChannel({ id: "desk", options, token: new Secret(SECRETS.telegram), ...common });
  }, url);
}

export function teamsRig(url?: string): Promise<ReceiverRig> {
  return receiverRig((address) => {
    const webhook = new Secret(`${address}?sig=${SECRETS.webhook}`);
    return createTeamsChannel({ id: "desk", webhook, ...common });
  }, url);
}

export function slackWebhookRig(url?: string): Promise<ReceiverRig> {
  return receiverRig((address) => {
    const options = { webhook: { env: "OPS_WEBHOOK" }, mention: { urgent: "<!here>" }, unfurl: false };
    const webhook = new Secret(`${address}/${SECRETS.webhook}`);
    return createSlackWebhookChannel({ id: "ops", options, webhook, ...common });
  }, url);
}
