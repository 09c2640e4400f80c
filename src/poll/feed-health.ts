import type { PollOutcome } from "./poll-outcome.ts";

const FAILURES_TO_OPEN = 3;
const FAILING_MS_TO_OPEN = 30 * 60_000;
const GOOD_TO_CLOSE = 2;

/** How a feed has been doing. */
export interface FeedHealth {
  /** In a row. */
  failures: number;
  firstFailureAt: number | null;
  /** Good polls in a row. */
  goodInRow: number;
}

export type IncidentChange = { kind: "open"; cause: string } | { kind: "close" } | { kind: "none" };

/** The feed's health after one more poll. */
export function updateHealth(health: FeedHealth, outcome: PollOutcome, now: number): FeedHealth {
  if (outcome.kind !== "failed") return { failures: 0, firstFailureAt: null, goodInRow: health.goodInRow + 1 };
  return { failures: health.failures + 1, firstFailureAt: health.firstFailureAt ?? now, goodInRow: 0 };
}

/**
 * Whether an incident of the feed opens or closes with this poll (promise 5): opens after 3 failures and 30 min, at
 * once when the server says the feed is gone (410), closes after 2 good polls.
 * @param health after this poll
 * @param isOpen whether the feed has an open incident
 */
export function decideFeedIncident(
  health: FeedHealth,
  outcome: PollOutcome,
  isOpen: boolean,
  now: number,
): IncidentChange {
  if (outcome.kind !== "failed") {
    return isOpen && health.goodInRow >= GOOD_TO_CLOSE ? { kind: "close" } : { kind: "none" };
  }
  const failingMs = now - (health.firstFailureAt ?? now);
  const isLasting = health.failures >= FAILURES_TO_OPEN && failingMs >= FAILING_MS_TO_OPEN;
  const isGone = outcome.failure.httpStatus === 410;
  return !isOpen && (isLasting || isGone) ? { kind: "open", cause: outcome.failure.message } : { kind: "none" };
}
