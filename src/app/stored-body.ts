import type { Config } from "../config/config.ts";

const SECRET_KEYS = new Set(["token", "smtp", "secret"]);

/**
 * A configuration as its row keeps it: references to secrets stay, secrets written out do not, nor does what
 * belongs to the process alone: the addresses of store and queue (with their passwords), its own listening address, and the one it calls.
 */
export function toStoredBody({
  store: _store,
  queue: _queue,
  http: _http,
  heartbeat: _heartbeat,
  ...config
}: Config): string {
  return JSON.stringify(config, (key, value: unknown) =>
    typeof value === "string" && SECRET_KEYS.has(key) ? "[redacted]" : value,
  );
}
