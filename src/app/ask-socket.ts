import { Agent, request } from "undici";

/** What a command sends to the daemon, and how long it may take to answer. */
interface SocketRequest {
  path: string;
  /** Sent as JSON by POST; absent: GET. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  /** Statuses of answers that are JSON; 200 alone unless given. */
  good?: readonly number[];
  timeoutMs?: number;
}

const TIMEOUT_MS = 30_000;

/**
 * Asks the daemon that listens on a control socket, and gives back its JSON; undefined: nobody listens there.
 * @throws Error when it does not answer, or refuses
 */
export async function askSocket(socketPath: string, asked: SocketRequest): Promise<unknown> {
  const { path, body, headers, good = [200], timeoutMs = TIMEOUT_MS } = asked;
  const dispatcher = new Agent({ connect: { socketPath }, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  try {
    const answer = await request(`http://localhost${path}`, {
      dispatcher,
      ...(body === undefined
        ? {}
        : { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) }),
    });
    if (good.includes(answer.statusCode)) return await answer.body.json();
    throw new Error(`the daemon on ${socketPath} answered ${answer.statusCode}: ${(await answer.body.text()).trim()}`);
  } catch (error) {
    if (isNobodyThere(error)) return undefined;
    throw error;
  } finally {
    await dispatcher.close();
  }
}

function isNobodyThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ECONNREFUSED");
}
