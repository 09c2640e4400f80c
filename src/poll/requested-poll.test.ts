import { describe, expect, it } from "vitest";
import { decideRequestedPoll, type RequestedPollInput } from "./requested-poll.ts";

const NOW = 1_000_000;
const GIVEN: RequestedPollInput = {
  nextPollAt: NOW + 600_000,
  latest: null,
  pausedUntil: null,
  hostPausedUntil: null,
  floorMs: 60_000,
  now: NOW,
};

describe("a poll that somebody asks for", () => {
  it.each([
    ["comes now where the feed was never polled", {}, { at: NOW, reason: "now" }],
    ["comes now a minute after the last one", { latest: { startedAt: NOW - 60_000 } }, { at: NOW, reason: "now" }],
    [
      "waits for the minute since the last one to pass",
      { latest: { startedAt: NOW - 20_000 } },
      { at: NOW + 40_000, reason: "polled-just-now" },
    ],
    [
      "never comes later than the one that is planned",
      { nextPollAt: NOW + 5000, latest: { startedAt: NOW - 20_000 } },
      { at: NOW + 5000, reason: "polled-just-now" },
    ],
    [
      "does not go before the time for which the server asked",
      { latest: { startedAt: NOW - 120_000 }, hostPausedUntil: NOW + 300_000 },
      { at: NOW + 300_000, reason: "server-asked-to-wait" },
    ],
    [
      "comes now when that time is over",
      { latest: { startedAt: NOW - 120_000 }, hostPausedUntil: NOW },
      { at: NOW, reason: "now" },
    ],
    [
      "waits for the time that is kept between two polls",
      { latest: { startedAt: NOW - 60_000 }, floorMs: 300_000 },
      { at: NOW + 240_000, reason: "polled-just-now" },
    ],
    [
      "comes now where the last one seems to lie ahead, since the clock was set back",
      { latest: { startedAt: NOW + 3_600_000 } },
      { at: NOW, reason: "now" },
    ],
    ["waits for the end of a pause", { pausedUntil: NOW + 1 }, { at: NOW + 1, reason: "paused" }],
    ["does not mind a pause that is over", { pausedUntil: NOW }, { at: NOW, reason: "now" }],
  ])("%s", (_fact, given, expected) => {
    expect(decideRequestedPoll({ ...GIVEN, ...given })).toEqual(expected);
  });
});
