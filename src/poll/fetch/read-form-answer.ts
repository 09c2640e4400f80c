import type { Dispatcher } from "undici";
import { FetchError } from "./fetch-error.ts";
import { refusal, type AnswerContext } from "./read-answer.ts";
import { followRedirect, type RedirectTrail } from "./redirect-trail.ts";

/** What a server answered to a form. */
export type FormAnswer = { kind: "accepted"; status: number } | { kind: "redirect"; trail: RedirectTrail };

/** Redirects that keep method and body (RFC 9110, sections 15.4.8 and 15.4.9). */
const KEEPS_FORM = [307, 308];
const READ_BYTES = 4096;
const TOLD_CHARACTERS = 1000;

/** The beginning of a plain answer, as one line: servers say there what they did not like. */
async function readReason(body: Dispatcher.ResponseData["body"]): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    const part: Buffer = chunk;
    chunks.push(part);
    bytes += part.length;
    if (bytes > READ_BYTES) break;
  }
  body.on("error", () => undefined).destroy();
  const text = Buffer.concat(chunks).toString("utf8");
  return text.replaceAll(/[\s\p{Cc}\p{Cf}\uFFFD]+/gu, " ").trim();
}

/**
 * Reads the answer to a form: 2xx accepts it. Throws a FetchError: `redirect` for one that would lose the form or its
 * secrecy, `http-status` with what the server said for all other answers.
 */
export async function readFormAnswer(
  response: Dispatcher.ResponseData,
  context: Pick<AnswerContext, "trail" | "now" | "signal">,
): Promise<FormAnswer> {
  const { statusCode: status, headers, body } = response;
  if (status >= 200 && status < 300) {
    await body.dump({ limit: READ_BYTES, signal: context.signal });
    return { kind: "accepted", status };
  }
  if (KEEPS_FORM.includes(status)) {
    await body.dump({ limit: READ_BYTES, signal: context.signal });
    const { url } = context.trail;
    const trail = followRedirect(context.trail, status, headers);
    const isPlain = trail.url.protocol === "http:";
    if (isPlain && (url.protocol === "https:" || url.hostname !== trail.url.hostname))
      throw new FetchError(
        "redirect",
        `${url.hostname} redirects to http on ${trail.url.hostname}: others could read it`,
      );
    return { kind: "redirect", trail };
  }
  const isPage = /html/i.test(String(headers["content-type"] ?? ""));
  const reason = await readReason(body);
  const error = refusal(status, headers, context);
  const told = reason === "" || isPage ? "" : `: ${reason.slice(0, TOLD_CHARACTERS)}`;
  const { httpStatus, retryAfterMs } = error;
  throw new FetchError("http-status", `${error.message}${told}`, { httpStatus: httpStatus ?? status, retryAfterMs });
}
