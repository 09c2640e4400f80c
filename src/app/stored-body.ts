import type { ChannelConfig, Config } from "../config/config.ts";
import { SECRET_KEYS } from "../config/mask-secrets.ts";

/**
 * A configuration as its row keeps it: references to secrets stay, secrets written out do not, nor does what belongs to
 * the process alone: the addresses of store and queue (with their passwords), its own listening address, and the one it
 * calls.
 */
export function toStoredBody(config: Config): string {
  const { store: _store, queue: _queue, http: _http, heartbeat: _heartbeat, channels, ...rest } = config;
  return JSON.stringify({ ...rest, channels: channels.map(withoutSecrets) });
}

function withoutSecrets(channel: ChannelConfig): unknown {
  return JSON.parse(JSON.stringify(channel), (key, value: unknown) =>
    typeof value === "string" && SECRET_KEYS.has(key) ? "[redacted]" : value,
  );
}
