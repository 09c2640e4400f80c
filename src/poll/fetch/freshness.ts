import { DAY_MS } from "../../core/time.ts";
import { parseHttpDate } from "./http-date.ts";

/** Response headers as undici gives them: lower-case names, repeated ones as a list. */
export type ResponseHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Larger delta-seconds count as this many (RFC 9111, section 1.2.2). */
const MAX_DELTA_SECONDS = 2 ** 31;

/** First value of a header; undefined where it is absent. */
export function headerOf(headers: ResponseHeaders, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function directivesOf(headers: ResponseHeaders): Map<string, string> {
  const value = headers["cache-control"] ?? "";
  const text = Array.isArray(value) ? value.join(",") : value;
  const directives = new Map<string, string>();
  for (const [, name = "", quoted, token] of text.matchAll(/([\w-]+)(?:\s*=\s*(?:"([^"]*)"|([^\s,]*)))?/g)) {
    const key = name.toLowerCase();
    // A repeated directive: the first counts (RFC 9111, section 4.2.1).
    if (!directives.has(key)) directives.set(key, quoted ?? token ?? "");
  }
  return directives;
}

function deltaSeconds(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text.trim()) ? Math.min(Number(text), MAX_DELTA_SECONDS) : null;
}

/**
 * How long the answer stays fresh, in ms: `max-age`, else `Expires` minus `Date`, less the `Age` it has already
 * (RFC 9111, sections 4.2.1 and 4.2.3). 0 for `no-store`, unqualified `no-cache`, and values that cannot be read
 * (section 4.2.1: treated as stale). Null where the server gives no hint. `s-maxage` is for shared caches only.
 */
export function readFreshness(headers: ResponseHeaders, now: number): number | null {
  const directives = directivesOf(headers);
  if (directives.has("no-store") || directives.get("no-cache") === "") return 0;

  const ageMs = (deltaSeconds(headerOf(headers, "age")) ?? 0) * 1000;
  if (directives.has("max-age")) {
    const lifetimeMs = (deltaSeconds(directives.get("max-age")) ?? 0) * 1000;
    return Math.max(0, lifetimeMs - ageMs);
  }
  const expires = headerOf(headers, "expires");
  if (expires === undefined) return null;
  // "0" and other junk mean: expired already (RFC 9111, section 5.3).
  const expiresAt = parseHttpDate(expires, now);
  if (expiresAt === null) return 0;
  const sentAt = parseHttpDate(headerOf(headers, "date") ?? "", now) ?? now;
  return Math.max(0, expiresAt - sentAt - ageMs);
}

/**
 * What `Retry-After` asks for, in ms from now: seconds or an HTTP date (RFC 9110, section 10.2.3), at most 24 h; a
 * date in the past is 0. Null where it is absent or cannot be read.
 */
export function readRetryAfter(headers: ResponseHeaders, now: number): number | null {
  const value = headerOf(headers, "retry-after");
  if (value === undefined) return null;
  const seconds = deltaSeconds(value);
  if (seconds !== null) return Math.min(seconds * 1000, DAY_MS);
  const at = parseHttpDate(value, now);
  return at === null ? null : Math.min(Math.max(0, at - now), DAY_MS);
}
