import { request } from "undici";
import { readNoAnswer, type Unsent } from "./http-outcome.ts";

export interface PostInput {
  url: string;
  /** JSON, as it travels. */
  body: string;
  headers?: Readonly<Record<string, string>>;
  /** The name of the receiver, for what is told; holds no secret. */
  name: string;
  now: number;
  /** Longest wait for the answer, milliseconds; 10 s unless given. */
  timeoutMs: number | undefined;
}

/** An answer. `body` is its beginning, empty where it could not be read. */
export interface PostAnswer {
  kind: "answered";
  status: number;
  retryAfterMs: number | null;
  body: string;
}

/** More of an answer is not read: its size is the provider's choice. */
const LONGEST_ANSWER = 100_000;

/** Posts JSON once. Redirects are not followed, nothing is retried. */
export async function postJson(
  { url, body, headers = {}, name, now, timeoutMs = 10_000 }: PostInput,
  signal: AbortSignal,
): Promise<PostAnswer | Unsent> {
  try {
    const answer = await request(url, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", "user-agent": "wirewatch", ...headers },
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    const header = answer.headers["retry-after"];
    return {
      kind: "answered",
      status: answer.statusCode,
      retryAfterMs: typeof header === "string" ? readRetryAfter(header, now) : null,
      body: await readBeginning(answer.body),
    };
  } catch (error) {
    return readNoAnswer(error, name);
  }
}

/** The status is the answer already: a body that breaks off takes nothing back. */
async function readBeginning(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      length += chunk.byteLength;
      if (length >= LONGEST_ANSWER) break;
    }
  } catch {
    return "";
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Retry-After as milliseconds from now (RFC 9110, section 10.2.3: seconds or a date); null: none that can be read. */
function readRetryAfter(header: string, now: number): number | null {
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
