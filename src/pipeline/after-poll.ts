import { learn, readCadence, type Cadence } from "../poll/cadence.ts";
import { isSuspended, updateHealth, type FeedHealth } from "../poll/feed-health.ts";
import { decideNextPoll, type NextPoll } from "../poll/next-poll.ts";
import { isEnded, settleAddress } from "../poll/settle-address.ts";
import type { FeedChange, FeedState, PollRecord } from "../store/feed-rows.ts";
import type { Polled } from "./polled.ts";

const NO_VALIDATORS = { etag: null, lastModified: null, bodyHash: null };

interface Context {
  minIntervalMs: number;
  /** Whether a live urgent watch reads the feed. */
  urgent: boolean;
  /** Whether a hub tells of what is new in it. */
  isPushed: boolean;
}

/** What is written of a poll, and what follows from it. */
export interface AfterPoll {
  record: PollRecord;
  change: FeedChange;
  next: NextPoll;
  /** What the feed's documents have taught; null: it was never read. */
  cadence: Cadence | null;
}

/** What a poll that has ended, and whose items are stored, changes about its feed. */
export function afterPoll(polled: Polled, context: Context): AfterPoll {
  const { feed, state, outcome, finishedAt: now } = polled;
  const { minIntervalMs } = context;
  const cadence = cadenceAfter(polled);
  const health = updateHealth(state, outcome, now);
  const next = decideNextPoll({
    ...context,
    feed,
    outcome,
    failures: health.failures,
    cadence,
    isSuspended: isSuspended(health),
    isMovedBack: isEnded(state, outcome),
    now,
  });
  return {
    record: toRecord(polled),
    change: toChange(polled, { cadence, health, next, minIntervalMs }),
    next,
    cadence,
  };
}

/** Where the feed is asked. */
export function addressOf({ effectiveUrl, url }: Pick<FeedState, "effectiveUrl" | "url">): string {
  return effectiveUrl ?? url;
}

function toRecord({ feed, outcome, items, startedAt, finishedAt }: Polled): PollRecord {
  const failure = outcome.kind === "failed" ? outcome.failure : null;
  return {
    feedId: feed.id,
    startedAt,
    finishedAt,
    outcome: outcome.kind,
    failureKind: failure?.kind ?? null,
    failureMessage: failure?.message ?? null,
    httpStatus: failure?.httpStatus ?? null,
    added: items.added.length,
    revised: items.revised.length,
    bytes: outcome.kind === "failed" ? 0 : outcome.bytes,
  };
}

/** Only a document teaches; null: the feed was never read. */
function cadenceAfter({ state, outcome, items, finishedAt }: Polled): Cadence | null {
  const cadence = readCadence(state.cadence);
  if (outcome.kind !== "read") return cadence;
  const publishedAt = outcome.items.map((item) => item.publishedAt);
  const { hints = null, isCut = false } = outcome;
  const sighting = { publishedAt, added: items.added.length, since: state.lastGoodAt, hints, isCut };
  return learn(cadence, sighting, finishedAt);
}

interface Learnt {
  cadence: Cadence | null;
  health: FeedHealth;
  next: NextPoll;
  minIntervalMs: number;
}

function toChange(
  { state, outcome, startedAt, finishedAt: now }: Polled,
  { cadence, health, next, minIntervalMs }: Learnt,
): FeedChange {
  const { failures } = health;
  const { nextPollAt, reason } = next;
  const isAskedToWait = reason === "retry-after" || reason === "gone";
  const pollAt = isAskedToWait ? nextPollAt : startedAt + minIntervalMs;
  const address = settleAddress(state, { outcome, asked: addressOf(state), failures });
  const requests = { answered: state.requests, pollAt };
  const { hostname: host } = new URL(addressOf({ ...state, ...address }));
  const began = { url: state.url, polls: state.polls };
  const change = { ...health, ...address, host, nextPollAt, requests, began };
  switch (outcome.kind) {
    case "failed":
      // What the address that failed said to remember means nothing to the configured one.
      return address.effectiveUrl === state.effectiveUrl ? change : { ...change, ...NO_VALIDATORS };
    case "read": {
      const learnt = cadence === null ? {} : { cadence: JSON.stringify(cadence) };
      const hubLinks = outcome.hubLinks === undefined ? null : JSON.stringify(outcome.hubLinks);
      const { validators, bodyHash, isUnfinished } = outcome;
      // With them the rest of the document would never be read.
      const known = isUnfinished ? NO_VALIDATORS : { ...validators, bodyHash };
      return { ...change, ...learnt, ...known, hubLinks, lastGoodAt: now };
    }
    case "not-modified":
    case "unchanged":
      return { ...change, ...outcome.validators, lastGoodAt: now };
  }
}
