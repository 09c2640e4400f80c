import { FetchError } from "./fetch-error.ts";
import { headerOf, type ResponseHeaders } from "./freshness.ts";

const TEMPORARY = [302, 303, 307];
const PERMANENT = [301, 308];
const MAX_HOPS = 5;

/** Where a chain of redirects has led so far. */
export interface RedirectTrail {
  url: URL;
  /** Where the permanent hops at its beginning led: the address to keep; null: nothing moved for good. */
  movedTo: string | null;
  isPermanent: boolean;
  seen: readonly string[];
}

export function startTrail(url: string): RedirectTrail {
  return { url: new URL(url), movedTo: null, isPermanent: true, seen: [] };
}

export function isRedirect(status: number): boolean {
  return TEMPORARY.includes(status) || PERMANENT.includes(status);
}

/** Servers put raw UTF-8 into `Location`; header bytes arrive as Latin-1 characters. */
function readLocation(value: string): string {
  const text = Buffer.from(value, "latin1").toString("utf8");
  return text.includes("\uFFFD") ? value : text;
}

/**
 * The trail after one more redirect. Only an unbroken chain of 301 and 308 moves the address to keep, and never from
 * https to http. Throws a FetchError (`redirect`) for a missing or unreadable target, a loop, or too many hops.
 */
export function followRedirect(trail: RedirectTrail, status: number, headers: ResponseHeaders): RedirectTrail {
  const { url, movedTo } = trail;
  const location = headerOf(headers, "location");
  if (location === undefined) throw new FetchError("redirect", `${url.hostname} answered ${status} without a target`);
  const target = URL.parse(readLocation(location), url.href);
  if (target === null) throw new FetchError("redirect", `${url.hostname} redirects to something that is no address`);
  target.hash = "";

  const seen = [...trail.seen, url.href];
  if (seen.includes(target.href)) throw new FetchError("redirect", `${url.hostname} redirects in a loop`);
  if (seen.length > MAX_HOPS) throw new FetchError("redirect", `${url.hostname} redirects more than ${MAX_HOPS} times`);

  const isDowngrade = url.protocol === "https:" && target.protocol === "http:";
  const isPermanent = trail.isPermanent && PERMANENT.includes(status) && !isDowngrade;
  return { url: target, movedTo: isPermanent ? target.href : movedTo, isPermanent, seen };
}
