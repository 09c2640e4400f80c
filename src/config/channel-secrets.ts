import type { SecretRef } from "../core/schema.ts";
import type { EmailOptions } from "../notify/email/options.ts";
import type { NtfyOptions } from "../notify/ntfy/options.ts";
import type { SlackOptions } from "../notify/slack/options.ts";
import type { HeartbeatOptions } from "../telemetry/options.ts";
import type { HttpOptions } from "../web/options.ts";
import type { ChannelOptions } from "./config-schema.ts";

/** A secret of the configuration: the keys that lead to it, and how it is given. */
export interface SecretUse {
  path: readonly string[];
  ref: SecretRef;
}

/** The secrets that a channel uses. */
export function secretsOfChannel(channel: ChannelOptions): SecretUse[] {
  const { slack, email, webhook, ntfy, telegram, teams } = channel;
  return [
    ...(slack === undefined ? [] : secretsOfSlack(slack)),
    ...(email === undefined ? [] : secretsOfEmail(email)),
    ...(webhook === undefined ? [] : [{ path: ["webhook", "secret"], ref: webhook.secret }]),
    ...(ntfy === undefined ? [] : secretsOfNtfy(ntfy)),
    ...(telegram === undefined ? [] : [{ path: ["telegram", "token"], ref: telegram.token }]),
    ...(teams === undefined ? [] : [{ path: ["teams", "webhook"], ref: teams.webhook }]),
  ];
}

function secretsOfSlack(slack: SlackOptions): SecretUse[] {
  if ("webhook" in slack) return [{ path: ["slack", "webhook"], ref: slack.webhook }];
  const { token, app_token } = slack;
  return [
    { path: ["slack", "token"], ref: token },
    ...(app_token === undefined ? [] : [{ path: ["slack", "app_token"], ref: app_token }]),
  ];
}

function secretsOfEmail({ smtp, dkim }: EmailOptions): SecretUse[] {
  return [{ path: ["email", "smtp"], ref: smtp }, ...(dkim ? [{ path: ["email", "dkim", "key"], ref: dkim.key }] : [])];
}

/** A topic that needs a token is only a name. */
function secretsOfNtfy({ topic, token }: NtfyOptions): SecretUse[] {
  const open = token === undefined || typeof topic !== "string";
  return [
    ...(open ? [{ path: ["ntfy", "topic"], ref: topic }] : []),
    ...(token === undefined ? [] : [{ path: ["ntfy", "token"], ref: token }]),
  ];
}

/** The address that is called while the work goes on. */
export function secretsOfHeartbeat(heartbeat: HeartbeatOptions | null): SecretUse[] {
  return heartbeat === null ? [] : [{ path: ["url"], ref: heartbeat.url }];
}

/** The tokens that the HTTP server lets in. */
export function secretsOfHttp({ auth }: HttpOptions): SecretUse[] {
  return Object.entries(auth.tokens).map(([name, ref]) => ({ path: ["auth", "tokens", name], ref }));
}
