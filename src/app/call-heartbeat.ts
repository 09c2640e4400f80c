import { request } from "undici";
import type { Secret } from "../core/secret.ts";

const TIMEOUT_MS = 10_000;

/** The heartbeat address did not take a call; the address itself, a secret, is not in the message. */
class HeartbeatError extends Error {
  override readonly name = "HeartbeatError";
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
