import type { SecretRef } from "../core/schema.ts";
import type { EmailOptions } from "../notify/email/options.ts";
import type { NtfyOptions } from "../notify/ntfy/options.ts";
import type { SlackBotOptions } from "../notify/slack/options.ts";
import type { HeartbeatOptions } from "../telemetry/options.ts";
import type { HttpOptions } from "../web/options.ts";
import type { Transport } from "./config.ts";

/** A secret of the configuration: the keys that lead to it, and how it is given. */
export interface SecretUse {
  path: readonly string[];
  ref: SecretRef;
}

/** The secrets that a channel uses. */
export function secretsOfTransport({ kind, options }: Transport): SecretUse[] {
  switch (kind) {
    case "slack":
      return secretsOfSlack(options);
    case "slack-webhook":
      return [{ path: ["slack", "webhook"], ref: options.webhook }];
    case "email":
      return secretsOfEmail(options);
    case "webhook":
      return [{ path: ["webhook", "secret"], ref: options.secret }];
    case "ntfy":
      return secretsOfNtfy(options);
    case "telegram":
      return [{ path: ["telegram", "token"], ref: options.token }];
    case "teams":
      return [{ path: ["teams", "webhook"], ref: options.webhook }];
    case "console":
      return [];
  }
}

function secretsOfSlack({ token, app_token }: SlackBotOptions): SecretUse[] {
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
