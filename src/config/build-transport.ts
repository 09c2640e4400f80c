import { isAbsolute, join, resolve } from "node:path";
import type { SecretRef } from "../core/schema.ts";
import type { Transport } from "./config.ts";
import type { ChannelOptions } from "./config-schema.ts";

/** How a channel sends, with the paths of its secrets from where `base` is: the folder of the file it stands in. */
export function toTransport(channel: ChannelOptions, base: string): Transport {
  const { slack, email, webhook, ntfy, telegram, teams, console } = channel;
  function secret(ref: SecretRef): SecretRef {
    return secretFrom(ref, base);
  }
  if (slack !== undefined && "webhook" in slack) {
    return { kind: "slack-webhook", options: { ...slack, webhook: secret(slack.webhook) } };
  }
  if (slack !== undefined) {
    const buttons = slack.app_token === undefined ? {} : { app_token: secret(slack.app_token) };
    return { kind: "slack", options: { ...slack, token: secret(slack.token), ...buttons } };
  }
  if (email !== undefined) {
    const dkim = email.dkim ? { dkim: { ...email.dkim, key: secret(email.dkim.key) } } : {};
    return { kind: "email", options: { ...email, smtp: secret(email.smtp), ...dkim } };
  }
  if (webhook !== undefined) return { kind: "webhook", options: { ...webhook, secret: secret(webhook.secret) } };
  if (ntfy !== undefined) {
    const token = ntfy.token === undefined ? {} : { token: secret(ntfy.token) };
    return { kind: "ntfy", options: { ...ntfy, topic: secret(ntfy.topic), ...token } };
  }
  if (telegram !== undefined) return { kind: "telegram", options: { ...telegram, token: secret(telegram.token) } };
  if (teams !== undefined) return { kind: "teams", options: { ...teams, webhook: secret(teams.webhook) } };
  return { kind: "console", options: console ?? {} };
}

/** A secret whose file, if it has one, is found from where `base` is: from anywhere, if that is absolute. */
export function secretFrom(ref: SecretRef, base: string): SecretRef {
  if (typeof ref !== "object" || !("file" in ref)) return ref;
  return { file: isAbsolute(ref.file) ? resolve(ref.file) : join(base, ref.file) };
}
