import type { Clock } from "../../core/clock.ts";
import type { DocumentFetcher, FetchOutcome } from "../fetch/fetch-document.ts";
import { FetchError } from "../fetch/fetch-error.ts";
import { ROBOTS } from "../fetch/wanted.ts";
import { DAY_MS } from "../../core/time.ts";

/** A robots.txt that could not be had is asked for again after this long. */
const UNREACHABLE_MS = 10 * 60_000;
/** RFC 9309, section 2.5: at least 500 KiB are read. */
const MAX_BYTES = 512 * 1024;
/** What is remembered at most; beyond it the oldest origins are forgotten. */
const MAX_ORIGINS = 1000;
const MAX_KEPT_BYTES = 16 * 1024 * 1024;

const NO_VALIDATORS = { etag: null, lastModified: null };

export interface RobotsDeps {
  fetcher: Pick<DocumentFetcher, "fetch">;
  /** Whether the bytes of a robots.txt allow an address of its origin; null: reading them had to be given up. */
  isAllowed: (robots: Uint8Array, url: string) => Promise<boolean | null>;
  now: Clock;
}

/** What the robots.txt of an origin came to. */
type Rules =
  | { kind: "rules"; bytes: Uint8Array; until: number }
  /** There is none: all is allowed. */
  | { kind: "none"; until: number }
  | { kind: "unreachable"; message: string; until: number };

/** Keeps to robots.txt (RFC 9309). */
export interface Robots {
  /**
   * Ends well where an address may be asked. Throws a FetchError: `robots` where its robots.txt forbids it,
   * `robots-unreachable` where that could not be had, which forbids everything for now.
   */
  permit(url: URL, signal: AbortSignal): Promise<void>;
}

function toRules(fetched: FetchOutcome, now: number): Rules {
  if (fetched.kind === "document") {
    // A copy, since a part would keep the whole in memory.
    return { kind: "rules", bytes: new Uint8Array(fetched.body.subarray(0, MAX_BYTES)), until: now + DAY_MS };
  }
  if (fetched.kind === "not-modified") return { kind: "none", until: now + DAY_MS };
  const { kind, httpStatus, message, retryAfterMs } = fetched.failure;
  // "Too many requests" says nothing about the file, unlike the other 4xx (section 2.3.1.3).
  const isAbsent = httpStatus !== null && httpStatus >= 400 && httpStatus < 500 && httpStatus !== 429;
  if (isAbsent || kind === "redirect") return { kind: "none", until: now + DAY_MS };
  return { kind: "unreachable", message, until: now + Math.max(UNREACHABLE_MS, retryAfterMs ?? 0) };
}

function bytesOf(rules: Rules): number {
  return rules.kind === "rules" ? rules.bytes.length : 0;
}

/** Remembers what an origin says for a day; each is asked once at a time, by the fetcher that also fetches the pages. */
export function createRobots({ fetcher, isAllowed, now }: RobotsDeps): Robots {
  const known = new Map<string, Rules>();
  const asking = new Map<string, Promise<Rules>>();
  let keptBytes = 0;

  function forget(origin: string, rules: Rules): void {
    known.delete(origin);
    keptBytes -= bytesOf(rules);
  }

  function remember(origin: string, rules: Rules): void {
    known.set(origin, rules);
    keptBytes += bytesOf(rules);
    for (const [oldest, its] of known) {
      if (known.size <= MAX_ORIGINS && keptBytes <= MAX_KEPT_BYTES) return;
      forget(oldest, its);
    }
  }

  async function ask(origin: string, signal: AbortSignal): Promise<Rules> {
    const request = { url: `${origin}/robots.txt`, validators: NO_VALIDATORS, wanted: ROBOTS };
    try {
      const rules = toRules(await fetcher.fetch(request, signal), now());
      remember(origin, rules);
      return rules;
    } finally {
      asking.delete(origin);
    }
  }

  async function rulesOf(origin: string, signal: AbortSignal): Promise<Rules> {
    const found = known.get(origin);
    if (found !== undefined && found.until > now()) return found;
    if (found !== undefined) forget(origin, found);
    const asked = asking.get(origin) ?? ask(origin, signal);
    asking.set(origin, asked);
    return asked;
  }

  return {
    async permit(url, signal) {
      if (url.protocol !== "http:" && url.protocol !== "https:") return; // The fetcher refuses it, with the reason.
      const rules = await rulesOf(url.origin, signal);
      if (rules.kind === "none") return;
      if (rules.kind === "unreachable")
        throw new FetchError(
          "robots-unreachable",
          `did not ask ${url.hostname} without its robots.txt: ${rules.message}`,
          {
            retryAfterMs: rules.until - now(),
          },
        );
      const allowed = await isAllowed(rules.bytes, url.href);
      if (allowed === null) throw new FetchError("robots", `the robots.txt of ${url.hostname} cannot be read in time`);
      if (!allowed) throw new FetchError("robots", `the robots.txt of ${url.hostname} does not allow it`);
    },
  };
}
