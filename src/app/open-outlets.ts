import { resolveSecret } from "../config/secrets.ts";
import type { Clock } from "../core/clock.ts";
import { once } from "../core/once.ts";
import type { Secret } from "../core/secret.ts";
import { readHeartbeatUrl } from "./call-heartbeat.ts";
import { readButtonApps, type ButtonApp } from "./hear-buttons.ts";
import { openChannels, type OpenChannels } from "./open-channels.ts";
import type { DaemonOptions } from "./parts.ts";
import { requireSecrets } from "./require-secrets.ts";

/** What a process has of a configuration's secrets, each null or empty where its roles do not use it. */
export interface Outlets {
  channels: OpenChannels["channels"] | null;
  apps: readonly ButtonApp[] | null;
  heartbeatUrl: Secret | null;
  /** Of the server. */
  tokens: readonly Secret[];
  /** May be called again. */
  close(): Promise<void>;
}

/**
 * Resolves the secrets of a configuration and opens its channels; nothing is sent or called yet.
 * @throws SecretUnavailableError that names all that are missing
 * @throws UnusableSecretError for one that is not what it is for
 */
export function openOutlets(options: DaemonOptions, now: Clock): Outlets {
  requireSecrets(options);
  const apps = readButtonApps(options);
  const heartbeatUrl = readHeartbeatUrl(options);
  const tokens = readTokens(options);
  const opened = options.roles.includes("deliver") ? openChannels({ ...options, now }) : null;
  const close = once(async () => opened?.close());
  return { channels: opened?.channels ?? null, apps, heartbeatUrl, tokens, close };
}

function readTokens({ config, env, roles, mode }: DaemonOptions): readonly Secret[] {
  if (mode !== "service" || !roles.includes("web")) return [];
  const { folder, http } = config;
  return Object.entries(http.auth.tokens).map(([name, ref]) =>
    resolveSecret(ref, { env, folder, key: `http.auth.tokens.${name}` }),
  );
}
