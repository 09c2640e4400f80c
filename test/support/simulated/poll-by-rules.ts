import { learn, type Cadence } from "../../../src/poll/cadence.ts";
import { updateHealth, type FeedHealth } from "../../../src/poll/feed-health.ts";
import { decideNextPoll } from "../../../src/poll/next-poll.ts";
import type { PollFailure, PollOutcome } from "../../../src/poll/poll-outcome.ts";
import type { Trouble } from "./answer-trouble.ts";
import { countUntil, datesShown, shownAt, type SimulatedFeed } from "./simulated-feed.ts";
import { MIN_INTERVAL_MS } from "./simulated-world.ts";

const GOOD = { validators: { etag: '"1"', lastModified: null }, freshForMs: null, bytes: 0 };

export interface RulesRun {
  requests: number;
  /** As of the last poll. */
  cadence: Cadence | null;
  nextPollAt: number;
}

function failureOf(trouble: Trouble): PollFailure {
  const message = trouble.kind;
  if (trouble.kind === "page") return { kind: "not-a-feed", message, httpStatus: null, retryAfterMs: null };
  if (trouble.kind !== "http-status") return { kind: trouble.kind, message, httpStatus: null, retryAfterMs: null };
  const { kind, httpStatus, retryAfterS } = trouble;
  return { kind, message, httpStatus, retryAfterMs: retryAfterS === undefined ? null : retryAfterS * 1000 };
}

/**
 * Polls a feed as the rules say and nothing else: no store, no queue, no waiting for a host's turn, no restart. What
 * the whole program asks is measured against it.
 */
export function pollByRules(simulated: SimulatedFeed, firstAt: number, until: number): RulesRun {
  const { id, everyMs } = simulated.feed;
  let cadence: Cadence | null = null;
  let health: FeedHealth = { failures: 0, firstFailureAt: null, goodInRow: 0, kills: 0 };
  let seen = 0;
  let since: number | null = null;
  let requests = 0;
  let at = firstAt;
  while (at < until) {
    requests += 1;
    const trouble = simulated.trouble(at);
    const outcome: PollOutcome =
      trouble === null ? { kind: "not-modified", ...GOOD } : { kind: "failed", failure: failureOf(trouble) };
    health = updateHealth(health, outcome, at);
    const count = countUntil(simulated.publishes, at);
    if (trouble === null && (count > seen || cadence === null)) {
      const added = Math.min(count - seen, shownAt(simulated, at).length);
      cadence = learn(cadence, { publishedAt: datesShown(simulated, at), added, since, hints: null }, at);
      seen = count;
    }
    if (trouble === null) since = at;
    const { failures } = health;
    const input = { feed: { id, everyMs }, outcome, failures, cadence, minIntervalMs: MIN_INTERVAL_MS, urgent: false };
    at = decideNextPoll({ ...input, isPushed: false, isSuspended: false, isMovedBack: false, now: at }).nextPollAt;
  }
  return { requests, cadence, nextPollAt: at };
}
