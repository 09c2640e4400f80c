import { hashOf } from "../core/hash.ts";
import type { Feed } from "../core/vocabulary.ts";
import type { PollOutcome } from "./poll-outcome.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A server that says "gone" is believed, and asked again weekly in case it was wrong. */
const GONE_MS = 7 * DAY_MS;
const FIRST_RETRY_MS = 300_000;
/** The gap is shortened by up to this share, so that feeds of one interval do not march in step. */
const SPREAD = 0.1;

/** Longest gap without `every`, for feeds that a live urgent watch reads, and for all others. */
export const CEILING_MS = { urgent: 900_000, other: HOUR_MS } as const;

export interface NextPollInput {
  feed: Pick<Feed, "id" | "everyMs">;
  outcome: PollOutcome;
  /** Failures in a row, this poll included; 0 after a good one. */
  failures: number;
  minIntervalMs: number;
  ceilingMs: number;
  /** Reading its documents had to be ended by force, repeatedly (`feed-health.ts`). */
  isSuspended: boolean;
  now: number;
}

export interface NextPoll {
  nextPollAt: number;
  reason: "retry-after" | "gone" | "suspended" | "backoff" | "min-interval" | "every" | "ceiling";
}

/** A number in [0, 1) that belongs to the feed for ever: restarts move nothing. */
function phaseOf(feedId: string): number {
  return Number.parseInt(hashOf("phase", feedId).slice(0, 8), 16) / 2 ** 32;
}

/** When a feed that was never polled is first due: within `spreadMs` from now, at its own place. */
export function firstPollAt(feedId: string, now: number, spreadMs: number): number {
  return now + Math.floor(phaseOf(feedId) * spreadMs);
}

type Wanted = { gapMs: number; reason: NextPoll["reason"] };

function wantedGap({ feed, outcome, failures, ceilingMs, isSuspended }: NextPollInput): Wanted {
  if (isSuspended) return { gapMs: DAY_MS, reason: "suspended" };
  const usualMs = feed.everyMs ?? ceilingMs;
  if (outcome.kind === "failed" && failures > 0) {
    const firstMs = Math.min(usualMs, FIRST_RETRY_MS);
    return { gapMs: Math.min(firstMs * 2 ** (failures - 1), DAY_MS), reason: "backoff" };
  }
  // Cache hints may only lengthen a gap up to the ceiling, and without `every` the ceiling is the gap.
  return { gapMs: usualMs, reason: feed.everyMs === null ? "ceiling" : "every" };
}

/**
 * When to ask a feed again. `Retry-After` > `min_interval` > `every` > cache hints > the ceiling; failures back off
 * exponentially, but are asked at least daily, a suspended feed daily, and a feed that is gone (410) weekly.
 */
export function decideNextPoll(input: NextPollInput): NextPoll {
  const { feed, outcome, minIntervalMs, now } = input;
  const failure = outcome.kind === "failed" ? outcome.failure : null;
  if (failure?.httpStatus === 410) return { nextPollAt: now + GONE_MS, reason: "gone" };

  const { gapMs, reason } = wantedGap(input);
  const spreadMs = Math.round(gapMs * (1 - SPREAD * phaseOf(feed.id)));
  const retryAfterMs = failure?.retryAfterMs ?? 0;
  if (retryAfterMs > Math.max(spreadMs, minIntervalMs))
    return { nextPollAt: now + retryAfterMs, reason: "retry-after" };
  if (minIntervalMs > spreadMs) return { nextPollAt: now + minIntervalMs, reason: "min-interval" };
  return { nextPollAt: now + spreadMs, reason };
}
