import type { SecretRef } from "../core/schema.ts";
import type { HttpOptions } from "../web/options.ts";
import type { ChannelOptions } from "./config-schema.ts";

/** A secret of the configuration: the keys that lead to it, and how it is given. */
export interface SecretUse {
  path: readonly string[];
  ref: SecretRef;
}

/** The secrets that a channel uses. */
export function secretsOfChannel({ slack, email, webhook }: ChannelOptions): SecretUse[] {
  return [
    ...(slack === undefined ? [] : [{ path: ["slack", "token"], ref: slack.token }]),
    ...(email === undefined ? [] : [{ path: ["email", "smtp"], ref: email.smtp }]),
    ...(webhook === undefined ? [] : [{ path: ["webhook", "secret"], ref: webhook.secret }]),
  ];
}

/** The tokens that the HTTP server lets in. */
export function secretsOfHttp({ auth }: HttpOptions): SecretUse[] {
  return Object.entries(auth.tokens).map(([name, ref]) => ({ path: ["auth", "tokens", name], ref }));
}
