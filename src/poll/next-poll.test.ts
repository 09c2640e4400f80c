import { describe, expect, it } from "vitest";
import { learn, type Cadence } from "./cadence.ts";
import type { FeedHints } from "./feed-hints.ts";
import { decideNextPoll, firstPollAt, type NextPollInput } from "./next-poll.ts";
import { phaseOf } from "./phase.ts";
import type { PollOutcome } from "./poll-outcome.ts";

const NOW = Date.UTC(2026, 0, 20, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const validators = { etag: '"1"', lastModified: null };

function quiet(freshForMs: number | null = null): PollOutcome {
  return { kind: "not-modified", validators, freshForMs, bytes: 0 };
}

/** A document of a server that knows no conditional requests. */
function whole(bytes: number): PollOutcome {
  return { kind: "unchanged", validators: { etag: null, lastModified: null }, freshForMs: null, bytes };
}

/** What a first document teaches that shows so many items, one every `everyMs`. */
function cadence(everyMs: number, items: number, hints: Partial<FeedHints> = {}): Cadence {
  const publishedAt = Array.from({ length: items }, (_, index) => NOW - index * everyMs);
  const given = { gapMs: null, baseAt: null, skipHours: [], skipDays: [], ...hints };
  return learn(null, { publishedAt, added: items, since: null, hints: given }, NOW);
}

/** What a document teaches that shows so many items, all of them new since a good poll so long ago. */
function rush(items: number, sinceMs: number): Cadence {
  const publishedAt = Array.from({ length: items }, () => NOW);
  return learn(cadence(HOUR, items), { publishedAt, added: items, since: NOW - sinceMs, hints: null }, NOW);
}

/** What a first document without dates teaches, so long after it was read. */
function undated(agoMs: number): Cadence {
  return learn(null, { publishedAt: [null, null, null], added: 3, since: null, hints: null }, NOW - agoMs);
}

function failed(httpStatus: number | null, retryAfterMs: number | null = null): PollOutcome {
  return { kind: "failed", failure: { kind: "http-status", message: "it failed", httpStatus, retryAfterMs } };
}

const NOBODY_THERE: PollOutcome = {
  kind: "failed",
  failure: { kind: "connect", message: "refused", httpStatus: null, retryAfterMs: null },
};

const NOT_STORED: PollOutcome = {
  kind: "failed",
  failure: { kind: "not-stored", message: "the disk is full", httpStatus: null, retryAfterMs: null },
};

function decide(given: Partial<NextPollInput> & { everyMs?: number | null }): { gapMs: number; reason: string } {
  const { everyMs = null, ...rest } = given;
  const usual = {
    outcome: quiet(),
    failures: 0,
    cadence: null,
    minIntervalMs: MINUTE,
    urgent: false,
    isPushed: false,
    isSuspended: false,
    isMovedBack: false,
    now: NOW,
  };
  const { nextPollAt, reason } = decideNextPoll({ feed: { id: "wire", everyMs }, ...usual, ...rest });
  return { gapMs: nextPollAt - NOW, reason };
}

describe("the next poll of a feed", () => {
  it.each([
    ["comes within the hour", {}, 60, "ceiling"],
    ["comes within 15 min where an urgent watch reads it", { urgent: true }, 15, "ceiling"],
    ["comes within `every`", { everyMs: 3 * MINUTE }, 3, "every"],
    ["is not put off by cache hints beyond `every`", { everyMs: 3 * MINUTE, outcome: quiet(DAY) }, 3, "every"],
    ["is not put off by cache hints beyond the ceiling", { outcome: quiet(DAY) }, 60, "ceiling"],
    ["may be longer than the ceiling where `every` says so", { everyMs: 360 * MINUTE }, 360, "every"],
    [
      "follows the square root of what the feed publishes: 15 min for one item an hour",
      { cadence: cadence(HOUR, 300) },
      15,
      "learned",
    ],
    ["comes within the hour where a hub pushes", { cadence: cadence(HOUR, 300), isPushed: true }, 60, "pushed"],
    [
      "comes within 15 min where a hub pushes what an urgent watch reads",
      { cadence: cadence(15 * MINUTE, 1200), isPushed: true, urgent: true },
      15,
      "pushed",
    ],
    ["comes within `every` where a hub pushes", { everyMs: 3 * MINUTE, isPushed: true }, 3, "every"],
    [
      "comes before the window has scrolled away where a hub pushes, since pushes may get lost",
      { cadence: cadence(3 * MINUTE, 10), isPushed: true },
      3.3,
      "window",
    ],
    ["comes twice as often for four items an hour", { cadence: cadence(15 * MINUTE, 1200) }, 7.5, "learned"],
    ["comes at least every 5 min only for very busy feeds", { cadence: cadence(MINUTE, 2000) }, 5, "learned"],
    ["comes within the hour for a feed of one item a day", { cadence: cadence(DAY, 20) }, 60, "ceiling"],
    [
      "comes within 15 min for that feed where an urgent watch reads it",
      { cadence: cadence(DAY, 20), urgent: true },
      15,
      "ceiling",
    ],
    [
      "comes before chance could bring more than the window shows, whatever the cache hint",
      { cadence: cadence(3 * MINUTE, 10), outcome: quiet(DAY) },
      3.3,
      "window",
    ],
    [
      "comes before chance could bring more than the window shows, whatever `every` says",
      { cadence: cadence(3 * MINUTE, 10), everyMs: DAY },
      3.3,
      "window",
    ],
    ["comes later where the window is long", { cadence: cadence(3 * MINUTE, 100), everyMs: DAY }, 126, "window"],
    ["comes soon where all that is shown is new", { cadence: rush(30, 10 * MINUTE) }, 2.6, "window"],
    [
      "comes soon after a failure of a feed whose window turns over quickly",
      { cadence: rush(30, 10 * MINUTE), outcome: failed(500), failures: 1 },
      2.6,
      "backoff",
    ],
    [
      "comes as long after as the feed is known, where its rate is unknown",
      { cadence: undated(8 * MINUTE) },
      8,
      "learned",
    ],
    ["comes within the hour where it stays unknown", { cadence: undated(DAY) }, 60, "ceiling"],
    [
      "waits as long as the answer is fresh",
      { cadence: cadence(HOUR, 300), outcome: quiet(25 * MINUTE) },
      25,
      "cache-hint",
    ],
    ["does not come sooner for a short freshness", { cadence: cadence(HOUR, 300), outcome: quiet(0) }, 15, "learned"],
    ["waits as long as the feed's ttl says", { cadence: cadence(HOUR, 300, { gapMs: 40 * MINUTE }) }, 40, "feed-hint"],
    [
      "waits for a ttl of a week only up to the ceiling",
      { cadence: cadence(HOUR, 300, { gapMs: 7 * DAY }) },
      60,
      "ceiling",
    ],
    [
      "is not put off by a ttl beyond `every`",
      { everyMs: 3 * MINUTE, cadence: cadence(HOUR, 300, { gapMs: DAY }) },
      3,
      "every",
    ],
    [
      "is put off within the ceiling by skipped hours",
      { cadence: cadence(HOUR, 300, { skipHours: [12, 13] }) },
      60,
      "ceiling",
    ],
    ["is not put off by other skipped hours", { cadence: cadence(HOUR, 300, { skipHours: [11, 13] }) }, 15, "learned"],
    [
      "is put off within the ceiling by skipped days",
      { cadence: cadence(HOUR, 300, { skipDays: [2] }) },
      60,
      "ceiling",
    ],
    [
      "is not put off by skipped hours where `every` is given",
      { everyMs: 15 * MINUTE, cadence: cadence(HOUR, 300, { skipHours: [12] }) },
      15,
      "every",
    ],
    [
      "is hourly where the server knows no validators",
      { cadence: cadence(15 * MINUTE, 1200), outcome: whole(1000) },
      60,
      "no-validators",
    ],
    [
      "is hourly, not later, where it knows none and the body is large: the ceiling holds",
      { cadence: cadence(HOUR, 300), outcome: whole(2_000_000) },
      60,
      "no-validators",
    ],
    [
      "is not put off for want of validators where `every` is given",
      { everyMs: 3 * MINUTE, outcome: whole(2_000_000) },
      3,
      "every",
    ],
    [
      "is not put off for want of validators where an urgent watch reads the feed",
      { urgent: true, cadence: cadence(HOUR, 300), outcome: whole(2_000_000) },
      15,
      "learned",
    ],
    ["comes soon after a first failure", { outcome: failed(500), failures: 1 }, 5, "backoff"],
    [
      "comes after `every` when that is sooner",
      { everyMs: 3 * MINUTE, outcome: failed(500), failures: 1 },
      3,
      "backoff",
    ],
    ["is soon where the store refused the items", { outcome: NOT_STORED, failures: 1 }, 1, "min-interval"],
    [
      "is the usual one at most where the store refuses items",
      { everyMs: 3 * MINUTE, outcome: NOT_STORED, failures: 9 },
      3,
      "backoff",
    ],
    ["backs off twice as long with every failure", { outcome: failed(500), failures: 5 }, 80, "backoff"],
    ["backs off beyond `every`", { everyMs: 3 * MINUTE, outcome: failed(null), failures: 6 }, 96, "backoff"],
    [
      "comes daily while the feed is suspended",
      { everyMs: 3 * MINUTE, outcome: failed(null), failures: 3, isSuspended: true },
      1440,
      "suspended",
    ],
    [
      "does not back off beyond 15 min where nobody is reached and an urgent watch reads the feed",
      { everyMs: 3 * MINUTE, outcome: NOBODY_THERE, failures: 300, urgent: true },
      15,
      "backoff",
    ],
    [
      "does not back off beyond the hour where nobody is reached",
      { outcome: NOBODY_THERE, failures: 300 },
      60,
      "backoff",
    ],
    ["comes daily after any number of failures", { outcome: failed(404), failures: 5000 }, 1440, "backoff"],
  ] as const)("%s", (_fact, given, minutes, reason) => {
    const next = decide(given);
    expect(next.reason).toBe(reason);
    expect(next.gapMs).toBeLessThanOrEqual(minutes * MINUTE * 1.03);
    expect(next.gapMs).toBeGreaterThanOrEqual(minutes * MINUTE * 0.87);
  });

  it.each([
    ["never comes sooner than min_interval", { everyMs: 30_000 }, 1, "min-interval"],
    ["comes after min_interval where nothing is known of the rate", { cadence: undated(0) }, 1, "min-interval"],
    [
      "waits for Retry-After",
      { everyMs: 3 * MINUTE, outcome: failed(429, 20 * MINUTE), failures: 1 },
      20,
      "retry-after",
    ],
    [
      "waits for Retry-After longer than min_interval",
      { minIntervalMs: 10 * MINUTE, outcome: failed(503, 20 * MINUTE), failures: 1 },
      20,
      "retry-after",
    ],
    [
      "comes soon where the address that is gone is one the feed had moved to",
      { everyMs: 3 * MINUTE, outcome: failed(410), failures: 1, isMovedBack: true },
      1,
      "moved-back",
    ],
    [
      "comes a week later when the feed is gone",
      { everyMs: 3 * MINUTE, outcome: failed(410), failures: 1 },
      7 * 1440,
      "gone",
    ],
  ] as const)("%s", (_fact, given, minutes, reason) => {
    expect(decide(given)).toEqual({ gapMs: minutes * MINUTE, reason });
  });

  it.each([
    ["within a minute after the instant that the feed announces", 30, "update-base"],
    ["as learned where the announced instant is sooner", 10, "learned"],
  ] as const)("comes %s", (_fact, minutes, reason) => {
    const baseAt = Date.UTC(2000, 0, 1, 0, minutes);
    const next = decide({ cadence: cadence(HOUR, 300, { gapMs: HOUR, baseAt }) });
    expect(next.reason).toBe(reason);
    expect(next.gapMs).toBeGreaterThanOrEqual(minutes * MINUTE);
    expect(next.gapMs).toBeLessThanOrEqual(Math.max(minutes + 1, 15) * MINUTE);
  });

  it("is put off to the end of a skipped hour that is near, and to the feed's own place in the minute after it", () => {
    const next = decide({ cadence: cadence(HOUR, 300, { skipHours: [12] }), now: NOW + 30 * MINUTE });
    expect(next).toEqual({ gapMs: HOUR + Math.round(phaseOf("wire") * MINUTE), reason: "skip-rule" });
  });

  it("is not put off to the end of a skipped hour that lies beyond the ceiling", () => {
    const now = NOW + 50 * MINUTE;
    const hinted = cadence(HOUR, 300, { skipHours: [13] });
    const next = decide({ cadence: { ...hinted, countedAt: now }, now });
    expect(next).toEqual({ gapMs: now - NOW + Math.round(HOUR * (1 - 0.1 * phaseOf("wire"))), reason: "ceiling" });
  });

  it("backs off longer than a short Retry-After asks for", () => {
    expect(decide({ outcome: failed(503, 1000), failures: 4 }).reason).toBe("backoff");
  });

  it("is the same whenever it is decided: a restart moves nothing", () => {
    expect(decide({ everyMs: 3 * MINUTE })).toEqual(decide({ everyMs: 3 * MINUTE }));
  });
});

describe("the polls of many feeds", () => {
  const ids = Array.from({ length: 600 }, (_, index) => `feed-${index}`);

  it("begin spread over the given time, at the same place after a restart", () => {
    const starts = ids.map((id) => firstPollAt(id, NOW, 60_000) - NOW);
    const perTenSeconds = [0, 1, 2, 3, 4, 5].map(
      (part) => starts.filter((at) => Math.floor(at / 10_000) === part).length,
    );
    expect(Math.min(...perTenSeconds)).toBeGreaterThan(70);
    expect(Math.max(...perTenSeconds)).toBeLessThan(130);
    expect(ids.map((id) => firstPollAt(id, NOW, 60_000) - NOW)).toEqual(starts);
  });

  it("do not march in step", () => {
    const gaps = ids.map((id) => {
      const unknown = { outcome: quiet(), failures: 0, cadence: null, urgent: false, isPushed: false };
      const input = { feed: { id, everyMs: null }, ...unknown, isSuspended: false, isMovedBack: false, now: NOW };
      return decideNextPoll({ ...input, minIntervalMs: MINUTE }).nextPollAt;
    });
    expect(new Set(gaps).size).toBeGreaterThan(590);
  });
});
