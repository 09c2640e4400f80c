import type { Feed } from "../core/vocabulary.ts";
import { fastestPerHour, isRateUnknown, itemsPerHour, type Cadence } from "./cadence.ts";
import { afterSkipped, announcedGap } from "./feed-hints.ts";
import { phaseOf } from "./phase.ts";
import { isUnreachable, type PollFailure, type PollOutcome } from "./poll-outcome.ts";
import { DAY_MS, HOUR_MS } from "../core/time.ts";

/** A server that says "gone" is believed, and asked again weekly in case it was wrong. */
const GONE_MS = 7 * DAY_MS;
const FIRST_RETRY_MS = 300_000;
/** The gap is shortened by up to this share, so that feeds of one interval do not march in step. */
const SPREAD = 0.1;
/** Gap for a feed of one item an hour; the one knob of how much is asked in all. */
const LEARNED_SCALE_MS = 15 * 60_000;
const LEARNED_FLOOR_MS = 5 * 60_000;
/** Chance brings so many standard deviations more than expected once in a hundred million polls. */
const DEVIATIONS = 8;
/** So long after an announced instant feeds are asked, each at its own place. */
const AFTER_INSTANT_MS = 60_000;

/** Longest gap without `every`, for feeds that a live urgent watch reads, and for all others. */
const CEILING_MS = { urgent: 900_000, other: HOUR_MS } as const;

export interface NextPollInput {
  feed: Pick<Feed, "id" | "everyMs">;
  outcome: PollOutcome;
  /** Failures in a row, this poll included; 0 after a good one. */
  failures: number;
  /** After this poll; null: the feed was never read. */
  cadence: Cadence | null;
  minIntervalMs: number;
  /** Whether a live urgent watch reads the feed. */
  urgent: boolean;
  /** A hub tells of what is new in the feed, and has proven it (`websub/subscription.ts`). */
  isPushed: boolean;
  /** Reading its documents had to be ended by force, repeatedly (`feed-health.ts`). */
  isSuspended: boolean;
  /** The address that the feed moved to is at its end (`settle-address.ts`): the configured one is asked soon. */
  isMovedBack: boolean;
  now: number;
}

type Reason =
  | "retry-after"
  | "gone"
  | "moved-back"
  | "suspended"
  | "backoff"
  | "min-interval"
  | "every"
  | "window"
  | "ceiling"
  | "pushed"
  | "no-validators"
  | "skip-rule"
  | "cache-hint"
  | "feed-hint"
  | "update-base"
  | "learned";

export interface NextPoll {
  nextPollAt: number;
  reason: Reason;
}

/** Gaps that end at an instant before which there is nothing to see: they are not shortened. */
const UNTIL_AN_INSTANT: ReadonlySet<Reason> = new Set(["skip-rule", "update-base"]);

/** When a feed that was never polled is first due: within `spreadMs` from now, at its own place. */
export function firstPollAt(feedId: string, now: number, spreadMs: number): number {
  return now + Math.floor(phaseOf(feedId) * spreadMs);
}

interface Wanted {
  gapMs: number;
  reason: Reason;
}

type GoodOutcome = Exclude<PollOutcome, { kind: "failed" }>;

/** The longer of two; the first where they are equal. */
function longer(one: Wanted, other: Wanted): Wanted {
  return other.gapMs > one.gapMs ? other : one;
}

/** The shorter of two; the first where they are equal. */
function shorter(one: Wanted, other: Wanted): Wanted {
  return other.gapMs < one.gapMs ? other : one;
}

/**
 * The square-root law, which keeps the mean lag lowest for a number of requests: 15 min for one item an hour, half of
 * it for four. Of a feed that has shown no dates, each gap doubles the time it has been looked at, until something new
 * tells its rate.
 */
function learnedGap(cadence: Cadence | null, now: number): Wanted {
  if (cadence !== null && isRateUnknown(cadence)) return { gapMs: now - cadence.learntSince, reason: "learned" };
  const rate = cadence === null ? 0 : itemsPerHour(cadence, now);
  return { gapMs: Math.max(Math.round(LEARNED_SCALE_MS / Math.sqrt(rate)), LEARNED_FLOOR_MS), reason: "learned" };
}

/**
 * How many items may be expected to come in a gap, so that chance does not bring more than the window shows: the
 * solution of `expected + 8 √expected = window`. A quarter of a window of 30, half of one of 130.
 */
function safelyExpected(window: number): number {
  return (Math.sqrt(DEVIATIONS ** 2 / 4 + window) - DEVIATIONS / 2) ** 2;
}

/** So soon that no item scrolls through the window unseen. */
function windowGap(cadence: Cadence | null, now: number): Wanted {
  const rate = cadence === null ? 0 : fastestPerHour(cadence, now);
  const isKnown = cadence !== null && cadence.window > 0 && rate > 0;
  return {
    gapMs: isKnown ? Math.round((safelyExpected(cadence.window) / rate) * HOUR_MS) : Number.POSITIVE_INFINITY,
    reason: "window",
  };
}

/** What server and document ask for. */
function hintedGap({ freshForMs }: GoodOutcome, { feed, cadence, now }: NextPollInput): Wanted {
  const cacheMs: Wanted = { gapMs: freshForMs ?? 0, reason: "cache-hint" };
  const hints = cadence?.hints ?? null;
  if (hints === null) return cacheMs;
  const announcedMs = announcedGap(hints, now);
  if (hints.baseAt === null) return longer(cacheMs, { gapMs: announcedMs, reason: "feed-hint" });
  return longer(cacheMs, { gapMs: announcedMs + afterInstant(feed.id), reason: "update-base" });
}

function afterInstant(feedId: string): number {
  return Math.round(phaseOf(feedId) * AFTER_INSTANT_MS);
}

/** Politeness to servers that cannot answer "not modified" and send the whole document each time; 0 for the others. */
function unconditionalGap({ validators }: GoodOutcome): Wanted {
  const hasValidators = validators.etag !== null || validators.lastModified !== null;
  return { gapMs: hasValidators ? 0 : HOUR_MS, reason: "no-validators" };
}

/** The gap without `every`: hints lengthen the learned one up to the ceiling, and no window turns over in it. */
function chosenGap(outcome: GoodOutcome, input: NextPollInput): Wanted {
  const { cadence, urgent, isPushed, now } = input;
  const ceiling: Wanted = { gapMs: urgent ? CEILING_MS.urgent : CEILING_MS.other, reason: "ceiling" };
  const learned: Wanted = isPushed ? { ...ceiling, reason: "pushed" } : learnedGap(cadence, now);
  const hinted = longer(learned, hintedGap(outcome, input));
  const capped = skipping(shorter(hinted, ceiling), ceiling, input);
  const wanted = urgent ? capped : longer(capped, unconditionalGap(outcome));
  return shorter(wanted, windowGap(cadence, now));
}

/** Puts a poll off to the end of skipped hours and days, within the ceiling. */
function skipping(wanted: Wanted, ceiling: Wanted, { feed, cadence, now }: NextPollInput): Wanted {
  const hints = cadence?.hints ?? null;
  if (hints === null) return wanted;
  const openMs = afterSkipped(now + wanted.gapMs, hints) - now;
  return openMs > wanted.gapMs && wanted.gapMs < ceiling.gapMs
    ? shorter({ gapMs: openMs + afterInstant(feed.id), reason: "skip-rule" }, ceiling)
    : wanted;
}

/** Where no server is reached it may be our own network that fails: then the gap does not grow beyond the ceiling. */
function backoffGap(
  { kind }: PollFailure,
  { feed, failures, cadence, minIntervalMs, urgent, now }: NextPollInput,
): number {
  const ceilingMs = urgent ? CEILING_MS.urgent : CEILING_MS.other;
  const usualMs = feed.everyMs ?? ceilingMs;
  const doubled = 2 ** (Math.max(failures, 1) - 1);
  // No fault of the feed's, and over as soon as the store is well.
  if (kind === "not-stored") return Math.min(minIntervalMs * doubled, usualMs);
  const firstMs = Math.max(Math.min(usualMs, FIRST_RETRY_MS, windowGap(cadence, now).gapMs), minIntervalMs);
  const longestMs = isUnreachable(kind) ? ceilingMs : DAY_MS;
  return Math.min(firstMs * doubled, longestMs);
}

function wantedGap(input: NextPollInput): Wanted {
  const { feed, outcome, cadence, now } = input;
  if (input.isSuspended) return { gapMs: DAY_MS, reason: "suspended" };
  if (outcome.kind === "failed") return { gapMs: backoffGap(outcome.failure, input), reason: "backoff" };
  if (feed.everyMs === null) return chosenGap(outcome, input);
  return shorter({ gapMs: feed.everyMs, reason: "every" }, windowGap(cadence, now));
}

/**
 * When to ask a feed again. `Retry-After` > `min_interval` > `every` > cache and feed hints > the learned interval, which is
 * the ceiling where a hub pushes what is new; failures back off exponentially, but are asked at least daily, where no server
 * is reached as often as the ceiling says, a suspended feed daily, and a feed that is gone (410) weekly. A feed whose window
 * turns over sooner is asked sooner than `every` and hints say. Pure: the same input gives the same instant.
 */
export function decideNextPoll(input: NextPollInput): NextPoll {
  const { feed, outcome, minIntervalMs, now } = input;
  const failure = outcome.kind === "failed" ? outcome.failure : null;
  if (input.isMovedBack) return { nextPollAt: now + minIntervalMs, reason: "moved-back" };
  if (failure?.httpStatus === 410) return { nextPollAt: now + GONE_MS, reason: "gone" };

  const { gapMs, reason } = wantedGap(input);
  const spreadMs = UNTIL_AN_INSTANT.has(reason) ? gapMs : Math.round(gapMs * (1 - SPREAD * phaseOf(feed.id)));
  const retryAfterMs = failure?.retryAfterMs ?? 0;
  if (retryAfterMs > Math.max(spreadMs, minIntervalMs))
    return { nextPollAt: now + retryAfterMs, reason: "retry-after" };
  if (minIntervalMs > spreadMs) return { nextPollAt: now + minIntervalMs, reason: "min-interval" };
  return { nextPollAt: now + spreadMs, reason };
}
