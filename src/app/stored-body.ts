import { gzipSync } from "node:zlib";
import type { ChannelConfig, Config } from "../config/config.ts";
import { SECRET_KEYS } from "../config/mask-secrets.ts";

/** A fifth longer than the best. */
const FAST = 1;

/**
 * A configuration as its row keeps it: references to secrets stay, secrets written out do not, nor does what belongs to
 * the process alone: the addresses of store and queue (with their passwords), its own listening address, and the one it
 * calls. It is JSON, compressed, since each reload keeps one for as long as the ledger, and very many watches are 10 MB:
 * `gzip,` and base64.
 */
export function toStoredBody(config: Config): string {
  const { store: _store, queue: _queue, http: _http, heartbeat: _heartbeat, channels, ...rest } = config;
  const body = JSON.stringify({ ...rest, channels: channels.map(withoutSecrets) });
  return `gzip,${gzipSync(body, { level: FAST }).toString("base64")}`;
}

function withoutSecrets(channel: ChannelConfig): unknown {
  return JSON.parse(JSON.stringify(channel), (key, value: unknown) =>
    typeof value === "string" && SECRET_KEYS.has(key) ? "[redacted]" : value,
  );
}
