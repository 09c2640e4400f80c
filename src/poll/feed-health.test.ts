import { describe, expect, it } from "vitest";
import { decideFeedIncident, updateHealth, type FeedHealth } from "./feed-health.ts";
import type { PollOutcome } from "./poll-outcome.ts";

const START = Date.UTC(2026, 0, 20, 12);
const good: PollOutcome = {
  kind: "not-modified",
  validators: { etag: null, lastModified: null },
  freshForMs: null,
  bytes: 0,
};

function failed(httpStatus: number): PollOutcome {
  const message = `news.example answered ${httpStatus}`;
  return { kind: "failed", failure: { kind: "http-status", message, httpStatus, retryAfterMs: null } };
}

/** Plays polls, `+` good, `-` failed, `x` gone, at the given minutes; answers what happened to the incident. */
function play(polls: readonly (readonly [number, "+" | "-" | "x"])[]): string[] {
  let health: FeedHealth = { failures: 0, firstFailureAt: null, goodInRow: 0 };
  let isOpen = false;
  const told: string[] = [];
  for (const [minute, poll] of polls) {
    const now = START + minute * 60_000;
    const outcome = poll === "+" ? good : failed(poll === "x" ? 410 : 500);
    health = updateHealth(health, outcome, now);
    const change = decideFeedIncident(health, outcome, isOpen, now);
    if (change.kind === "none") continue;
    isOpen = change.kind === "open";
    told.push(`${minute}: ${change.kind === "open" ? change.cause : "closed"}`);
  }
  return told;
}

describe("an incident of a feed", () => {
  it.each([
    [
      "opens after 3 failures and 30 min, once",
      [
        [0, "-"],
        [15, "-"],
        [30, "-"],
        [45, "-"],
      ],
      ["30: news.example answered 500"],
    ],
    [
      "does not open for 3 failures in a short time",
      [
        [0, "-"],
        [1, "-"],
        [2, "-"],
        [3, "+"],
      ],
      [],
    ],
    [
      "opens as soon as the failures last 30 min",
      [
        [0, "-"],
        [1, "-"],
        [2, "-"],
        [31, "-"],
      ],
      ["31: news.example answered 500"],
    ],
    [
      "does not open for 2 failures in a long time",
      [
        [0, "-"],
        [60, "-"],
        [61, "+"],
      ],
      [],
    ],
    [
      "does not open for failures with good polls between",
      [
        [0, "-"],
        [20, "-"],
        [40, "+"],
        [60, "-"],
        [80, "-"],
      ],
      [],
    ],
    [
      "closes after 2 good polls, once",
      [
        [0, "-"],
        [15, "-"],
        [30, "-"],
        [31, "+"],
        [32, "+"],
        [33, "+"],
      ],
      ["30: news.example answered 500", "32: closed"],
    ],
    [
      "stays open while good and failed polls alternate",
      [
        [0, "-"],
        [15, "-"],
        [30, "-"],
        [31, "+"],
        [32, "-"],
        [33, "+"],
      ],
      ["30: news.example answered 500"],
    ],
    [
      "opens at once when the feed is gone",
      [
        [0, "x"],
        [10_080, "x"],
      ],
      ["0: news.example answered 410"],
    ],
    [
      "does not exist for a good feed",
      [
        [0, "+"],
        [1, "+"],
        [2, "+"],
      ],
      [],
    ],
  ] as const)("%s", (_fact, polls, expected) => {
    expect(play(polls)).toEqual(expected);
  });
});
