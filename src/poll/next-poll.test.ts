import { describe, expect, it } from "vitest";
import { CEILING_MS, decideNextPoll, firstPollAt, type NextPollInput } from "./next-poll.ts";
import type { PollOutcome } from "./poll-outcome.ts";

const NOW = Date.UTC(2026, 0, 20, 12);
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const validators = { etag: null, lastModified: null };

function quiet(freshForMs: number | null = null): PollOutcome {
  return { kind: "not-modified", validators, freshForMs, bytes: 0 };
}

function failed(httpStatus: number | null, retryAfterMs: number | null = null): PollOutcome {
  return { kind: "failed", failure: { kind: "http-status", message: "it failed", httpStatus, retryAfterMs } };
}

function decide(given: Partial<NextPollInput> & { everyMs?: number | null }): { gapMs: number; reason: string } {
  const { everyMs = null, ...rest } = given;
  const usual = {
    outcome: quiet(),
    failures: 0,
    minIntervalMs: MINUTE,
    ceilingMs: CEILING_MS.other,
    isSuspended: false,
    now: NOW,
  };
  const { nextPollAt, reason } = decideNextPoll({ feed: { id: "wire", everyMs }, ...usual, ...rest });
  return { gapMs: nextPollAt - NOW, reason };
}

describe("the next poll of a feed", () => {
  it.each([
    ["comes within the hour", {}, 60, "ceiling"],
    ["comes within 15 min where an urgent watch reads it", { ceilingMs: CEILING_MS.urgent }, 15, "ceiling"],
    ["comes within `every`", { everyMs: 3 * MINUTE }, 3, "every"],
    ["is not put off by cache hints beyond `every`", { everyMs: 3 * MINUTE, outcome: quiet(DAY) }, 3, "every"],
    ["is not put off by cache hints beyond the ceiling", { outcome: quiet(DAY) }, 60, "ceiling"],
    ["may be longer than the ceiling where `every` says so", { everyMs: 360 * MINUTE }, 360, "every"],
    ["comes soon after a first failure", { outcome: failed(500), failures: 1 }, 5, "backoff"],
    [
      "comes after `every` when that is sooner",
      { everyMs: 3 * MINUTE, outcome: failed(500), failures: 1 },
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
    ["comes daily after any number of failures", { outcome: failed(404), failures: 5000 }, 1440, "backoff"],
  ] as const)("%s", (_fact, given, minutes, reason) => {
    const next = decide(given);
    expect(next.reason).toBe(reason);
    expect(next.gapMs).toBeLessThanOrEqual(minutes * MINUTE);
    expect(next.gapMs).toBeGreaterThanOrEqual(minutes * MINUTE * 0.9);
  });

  it.each([
    ["never comes sooner than min_interval", { everyMs: 30_000 }, 1, "min-interval"],
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
      "comes a week later when the feed is gone",
      { everyMs: 3 * MINUTE, outcome: failed(410), failures: 1 },
      7 * 1440,
      "gone",
    ],
  ] as const)("%s", (_fact, given, minutes, reason) => {
    expect(decide(given)).toEqual({ gapMs: minutes * MINUTE, reason });
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
      const input = { feed: { id, everyMs: null }, outcome: quiet(), failures: 0, minIntervalMs: MINUTE };
      return decideNextPoll({ ...input, ceilingMs: CEILING_MS.other, isSuspended: false, now: NOW }).nextPollAt;
    });
    expect(new Set(gaps).size).toBeGreaterThan(590);
  });
});
