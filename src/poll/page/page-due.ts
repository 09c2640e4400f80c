import type { Feed } from "../../core/vocabulary.ts";
import type { PageFailure, PageFailureKind, PageOutcome } from "./page-outcome.ts";
import { MINUTE_MS } from "../../core/time.ts";

/** Gaps between the tries of one page: three tries within an hour. */
const RETRY_GAPS_MS = [5 * MINUTE_MS, 45 * MINUTE_MS];
/** A page is read again for a change of its item no sooner than this after it was read last. */
const AGAIN_AFTER_MS = 15 * MINUTE_MS;

/** What is known when an item is stored as new or changed. Instants in epoch milliseconds. */
export interface PageWish {
  feed: Pick<Feed, "fullText">;
  link: string | null;
  /** The item is of its feed's baseline. */
  baseline: boolean;
  /** Its page so far: when it is due (null: nothing more is to be done) and when it was last tried; null: none. */
  page: { dueAt: number | null; finishedAt: number | null } | null;
  now: number;
}

/** When the page of a new or changed item is to be read; null: not at all. */
export function pageDueAt({ feed, link, baseline, page, now }: PageWish): number | null {
  if (!feed.fullText || baseline || link === null || !URL.canParse(link)) return null;
  if (page === null) return now;
  if (page.dueAt !== null) return page.dueAt;
  return Math.max(now, (page.finishedAt ?? 0) + AGAIN_AFTER_MS);
}

/** These end otherwise when they are tried again: the network's, the server's, and what a crowded hour does. */
const PASSING: ReadonlySet<PageFailureKind> = new Set<PageFailureKind>([
  "dns",
  "connect",
  "tls",
  "timeout",
  "cut-short",
  "robots-unreachable",
]);
/** Not found: feeds tend to be ahead of the pages they announce. */
const PASSING_STATUSES: readonly number[] = [404, 408, 425, 429];

function isPassing({ kind, httpStatus }: PageFailure): boolean {
  if (kind !== "http-status") return PASSING.has(kind);
  return httpStatus === null || httpStatus >= 500 || PASSING_STATUSES.includes(httpStatus);
}

/** What is still to be done about a page after one more try. */
export interface PageNext {
  /** Failed tries since it was wanted. */
  tries: number;
  /** Null: nothing, its outcome stands. */
  dueAt: number | null;
}

/**
 * Text settles a page, and so does a failure that would come again; others are tried three times in about an hour, or
 * as late as the server wants. A host that had asked for patience was not tried.
 */
export function afterPage(outcome: PageOutcome, triesBefore: number, now: number): PageNext {
  if (outcome.kind === "text") return { tries: 0, dueAt: null };
  const { failure } = outcome;
  const wasAsked = failure.kind !== "http-status" || failure.httpStatus !== null;
  const tries = wasAsked ? triesBefore + 1 : triesBefore;
  const gapMs = RETRY_GAPS_MS[wasAsked ? tries - 1 : 0];
  if (!isPassing(failure) || gapMs === undefined) return { tries, dueAt: null };
  return { tries, dueAt: now + Math.max(gapMs, failure.retryAfterMs ?? 0) };
}
