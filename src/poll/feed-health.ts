import { GIVEN_UP_KINDS } from "./parse/parsed-feed.ts";
import type { PollOutcome } from "./poll-outcome.ts";

const FAILURES_TO_OPEN = 3;
const FAILING_MS_TO_OPEN = 30 * 60_000;
const GOOD_TO_CLOSE = 2;
const GIVEN_UP_TO_SUSPEND = 3;

/** How a feed has been doing. */
export interface FeedHealth {
  /** In a row. */
  failures: number;
  firstFailureAt: number | null;
  /** Good polls in a row. */
  goodInRow: number;
  /** Documents since the last good poll whose reading was ended by force. */
  kills: number;
}

export type IncidentChange = { kind: "open"; cause: string } | { kind: "close" } | { kind: "none" };

/** The feed's health after one more poll. */
export function updateHealth(health: FeedHealth, outcome: PollOutcome, now: number): FeedHealth {
  if (outcome.kind !== "failed") {
    return { failures: 0, firstFailureAt: null, goodInRow: health.goodInRow + 1, kills: 0 };
  }
  const isGivenUp = GIVEN_UP_KINDS.some((kind) => kind === outcome.failure.kind);
  const kills = health.kills + (isGivenUp ? 1 : 0);
  return { failures: health.failures + 1, firstFailureAt: health.firstFailureAt ?? now, goodInRow: 0, kills };
}

/** Three documents that had to be given up suspend a feed: daily tries with half the limits, until one is good. */
export function isSuspended({ kills }: Pick<FeedHealth, "kills">): boolean {
  return kills >= GIVEN_UP_TO_SUSPEND;
}

/**
 * Whether an incident of the feed opens or closes with this poll (promise 5): opens after 3 failures and 30 min, at
 * once when the server says the feed is gone (410), closes after 2 good polls.
 * @param health after this poll
 * @param before whether the feed has an open incident, and whether the configured URL was asked: it is not gone where
 * an address is that it had moved to
 */
export function decideFeedIncident(
  health: FeedHealth,
  outcome: PollOutcome,
  { isOpen, isAtHome }: { isOpen: boolean; isAtHome: boolean },
  now: number,
): IncidentChange {
  if (outcome.kind !== "failed") {
    return isOpen && health.goodInRow >= GOOD_TO_CLOSE ? { kind: "close" } : { kind: "none" };
  }
  const failingMs = now - (health.firstFailureAt ?? now);
  const isLasting = health.failures >= FAILURES_TO_OPEN && failingMs >= FAILING_MS_TO_OPEN;
  const isGone = isAtHome && outcome.failure.httpStatus === 410;
  // A suspended feed has told of itself.
  return !isOpen && !isSuspended(health) && (isLasting || isGone)
    ? { kind: "open", cause: outcome.failure.message }
    : { kind: "none" };
}

/**
 * Whether the incident of a suspended feed opens or closes with this poll.
 * @param health after this poll
 * @param isOpen whether the feed has such an open incident
 */
export function decideSuspension(health: FeedHealth, outcome: PollOutcome, isOpen: boolean): IncidentChange {
  if (outcome.kind !== "failed") return isOpen ? { kind: "close" } : { kind: "none" };
  return !isOpen && isSuspended(health) ? { kind: "open", cause: outcome.failure.message } : { kind: "none" };
}
