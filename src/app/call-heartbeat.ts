import { request } from "undici";
import { resolveSecret } from "../config/secrets.ts";
import type { Secret } from "../core/secret.ts";
import { readSecretUrl } from "../notify/secret-url.ts";
import type { DaemonOptions } from "./parts.ts";

const TIMEOUT_MS = 10_000;

/** The heartbeat address did not take a call; the address itself, a secret, is not in the message. */
class HeartbeatError extends Error {
  override readonly name = "HeartbeatError";
}

/**
 * The address that this process calls; null: it calls none.
 * @throws SecretUnavailableError, which `requireSecrets` throws before
 * @throws UnusableSecretError when it is no address
 */
export function readHeartbeatUrl({ config, env, roles, mode }: Omit<DaemonOptions, "log">): Secret | null {
  const { heartbeat, folder } = config;
  if (heartbeat === null || mode !== "service" || !roles.includes("schedule")) return null;
  const key = "heartbeat.url";
  return readSecretUrl(resolveSecret(heartbeat.url, { env, folder, key }), key);
}

/**
 * Calls the address that tells somebody else that this program works.
 * @throws HeartbeatError with its status, or what kept it from answering
 */
export async function callHeartbeat(url: Secret): Promise<void> {
  const { statusCode } = await ask(url);
  if (statusCode >= 300) throw new HeartbeatError(`it answered ${statusCode}: look at heartbeat.url`);
}

async function ask(url: Secret): Promise<{ statusCode: number }> {
  try {
    const answer = await request(url.reveal(), { signal: AbortSignal.timeout(TIMEOUT_MS), reset: true });
    await answer.body.dump();
    return answer;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "no answer";
    throw new HeartbeatError(`it could not be called (${code}): look at heartbeat.url`);
  }
}
