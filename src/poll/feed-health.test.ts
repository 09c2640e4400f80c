import { describe, expect, it } from "vitest";
import { decideFeedIncident, decideSuspension, updateHealth, type FeedHealth } from "./feed-health.ts";
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
  let health: FeedHealth = { failures: 0, firstFailureAt: null, goodInRow: 0, kills: 0 };
  let isOpen = false;
  const told: string[] = [];
  for (const [minute, poll] of polls) {
    const now = START + minute * 60_000;
    const outcome = poll === "+" ? good : failed(poll === "x" ? 410 : 500);
    health = updateHealth(health, outcome, now);
    const change = decideFeedIncident(health, outcome, { isOpen, isAtHome: true }, now);
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

function givenUp(kind: "out-of-time" | "out-of-cpu" | "out-of-memory"): PollOutcome {
  return { kind: "failed", failure: { kind, message: kind, httpStatus: null, retryAfterMs: null } };
}

/** Plays polls half an hour apart; answers what was told of the feed. */
function playSuspension(polls: readonly PollOutcome[]): string[] {
  let health: FeedHealth = { failures: 0, firstFailureAt: null, goodInRow: 0, kills: 0 };
  const open = { suspended: false, failing: false };
  const told: string[] = [];
  for (const [at, outcome] of polls.entries()) {
    const now = START + at * 30 * 60_000;
    health = updateHealth(health, outcome, now);
    const changes = {
      suspended: decideSuspension(health, outcome, open.suspended),
      failing: decideFeedIncident(health, outcome, { isOpen: open.failing, isAtHome: true }, now),
    };
    for (const incident of ["suspended", "failing"] as const) {
      if (changes[incident].kind === "none") continue;
      open[incident] = changes[incident].kind === "open";
      told.push(`${at}: ${incident} ${changes[incident].kind}`);
    }
  }
  return told;
}

describe("a feed whose documents have to be given up", () => {
  const cpu = givenUp("out-of-cpu");
  it.each([
    ["is suspended after three, told once and as nothing else", [cpu, cpu, cpu, cpu, cpu], ["2: suspended open"]],
    [
      "is suspended for any of the three limits",
      [givenUp("out-of-time"), givenUp("out-of-cpu"), givenUp("out-of-memory")],
      ["2: suspended open"],
    ],
    ["is lifted by a good poll", [cpu, cpu, cpu, good, good], ["2: suspended open", "3: suspended close"]],
    ["is not suspended when good polls lie between", [cpu, cpu, good, cpu, cpu, good, cpu], []],
    [
      "counts on when other failures lie between",
      [cpu, cpu, failed(500), cpu],
      ["2: failing open", "3: suspended open"],
    ],
  ] as const)("%s", (_fact, polls, expected) => {
    expect(playSuspension(polls)).toEqual(expected);
  });
});
