import type { Dispatcher } from "undici";
import type { Validators } from "../poll-outcome.ts";
import type { NamedLinks } from "../websub/hub-links.ts";
import { readLinkHeader } from "../websub/link-header.ts";
import { joinChunks } from "./byte-pieces.ts";
import { FetchError } from "./fetch-error.ts";
import { headerOf, readFreshness, readRetryAfter, type ResponseHeaders } from "./freshness.ts";
import { inflateBody } from "./inflate-body.ts";
import { followRedirect, isRedirect, type RedirectTrail } from "./redirect-trail.ts";
import type { Wanted } from "./wanted.ts";

interface Told {
  validators: Validators;
  freshForMs: number | null;
  /** Bytes of the body as sent. */
  bytes: number;
}

/** What a server answered, where it is something to go on with. */
export type Answer =
  | (Told & {
      kind: "not-modified";
      /** As for a document; null also where nothing was asked that the answer could confirm. */
      movedTo: string | null;
    })
  | (Told & {
      kind: "document";
      /** Unpacked. */
      body: Buffer;
      contentType: string | null;
      finalUrl: string;
      /** Address to keep where the feed moved for good; null: it did not. */
      movedTo: string | null;
      /** Hubs that the header names. */
      links: NamedLinks;
    })
  | { kind: "redirect"; trail: RedirectTrail };

export interface AnswerContext {
  trail: RedirectTrail;
  /** Validators that were sent. */
  asked: Validators;
  wanted: Wanted;
  limits: { wireBytes: number; bodyBytes: number };
  now: number;
  signal: AbortSignal;
}

type Body = Dispatcher.ResponseData["body"];

/** What an unwanted body may cost before the connection is given up instead of kept. */
const DISCARD_BYTES = 4096;

/** Ends a body nobody wants, keeping the connection where the rest is small. */
async function discardBody(body: Body, signal: AbortSignal): Promise<void> {
  await body.dump({ limit: DISCARD_BYTES, signal });
}

/** All bytes of a body as sent. Throws a FetchError (`too-large`) beyond `maxBytes`, by header or by count. */
async function readBody(body: Body, contentLength: string | undefined, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let isTooLarge = Number(contentLength ?? 0) > maxBytes;
  if (!isTooLarge) {
    for await (const chunk of body) {
      const part: Buffer = chunk;
      bytes += part.length;
      isTooLarge = bytes > maxBytes;
      if (isTooLarge) break;
      chunks.push(part);
    }
  }
  if (isTooLarge) {
    body.on("error", () => undefined).destroy();
    throw new FetchError("too-large", `the answer is longer than ${maxBytes} bytes`);
  }
  return joinChunks(chunks, bytes);
}

/** What a status that is no answer comes to. */
export function refusal(
  status: number,
  headers: ResponseHeaders,
  { trail, now }: Pick<AnswerContext, "trail" | "now">,
): FetchError {
  const retryAfterMs = readRetryAfter(headers, now);
  const wait = retryAfterMs === null ? "" : ` and wants no request for ${Math.ceil(retryAfterMs / 1000)} s`;
  const message = `${trail.url.hostname} answered ${status}${wait}`;
  return new FetchError("http-status", message, { httpStatus: status, retryAfterMs });
}

async function readDocument(body: Body, headers: ResponseHeaders, context: AnswerContext): Promise<Answer> {
  const { trail, wanted, limits, now } = context;
  const type = headerOf(headers, "content-type") ?? "";
  if (wanted.types?.test(type) === false) {
    await discardBody(body, context.signal);
    throw new FetchError("not-html", `${trail.url.hostname} answered with ${type.slice(0, 60)}, which is no web page`);
  }
  const wire = await readBody(body, headerOf(headers, "content-length"), limits.wireBytes);
  return {
    kind: "document",
    body: await inflateBody(wire, headerOf(headers, "content-encoding") ?? "", limits.bodyBytes),
    contentType: headerOf(headers, "content-type") ?? null,
    finalUrl: trail.url.href,
    movedTo: trail.movedTo,
    links: readLinkHeader(headers["link"]),
    validators: { etag: headerOf(headers, "etag") ?? null, lastModified: headerOf(headers, "last-modified") ?? null },
    freshForMs: readFreshness(headers, now),
    bytes: wire.length,
  };
}

/**
 * Reads one response to its end. A 304 keeps the validators that were sent unless it brings others (RFC 9111,
 * section 3.2). Throws a FetchError: `http-status` for what is neither document, 304 nor redirect, `not-html` for a
 * type that is not wanted, and whatever reading, unpacking or following comes to.
 */
export async function readAnswer(response: Dispatcher.ResponseData, context: AnswerContext): Promise<Answer> {
  const { statusCode: status, body } = response;
  const headers: ResponseHeaders = response.headers;
  if (status === 200 || status === 203) {
    return readDocument(body, headers, context).catch((error: unknown) => {
      throw error instanceof FetchError ? error.whenAsking(context.trail.url.hostname) : error;
    });
  }

  await discardBody(body, context.signal);
  if (status === 304) {
    const { asked, now } = context;
    const etag = headerOf(headers, "etag") ?? asked.etag;
    const lastModified = headerOf(headers, "last-modified") ?? asked.lastModified;
    const isConfirmed = asked.etag !== null || asked.lastModified !== null;
    return {
      kind: "not-modified",
      movedTo: isConfirmed ? context.trail.movedTo : null,
      validators: { etag, lastModified },
      freshForMs: readFreshness(headers, now),
      bytes: 0,
    };
  }
  if (isRedirect(status)) return { kind: "redirect", trail: followRedirect(context.trail, status, headers) };
  throw refusal(status, headers, context);
}
