import { describe, expect, it } from "vitest";
import { findStalls, type Progress } from "./stalls.ts";

const NOW = Date.UTC(2026, 0, 20, 12);
const MINUTE = 60_000;
const IDLE: Progress = {
  beatAt: NOW - 1000,
  feedDueAt: null,
  polledAt: null,
  itemSeenAt: null,
  messageDueAt: null,
  attemptedAt: null,
};

describe("the stages that stand still", () => {
  it.each<[string, Partial<Progress>, string[]]>([
    ["none, where there is no work", {}, []],
    ["the schedule, two minutes after its last beat", { beatAt: NOW - 3 * MINUTE }, ["schedule"]],
    ["none, where a beat is a minute late", { beatAt: NOW - MINUTE }, []],
    ["the schedule, where it never beat", { beatAt: null }, ["schedule"]],
    ["polls, where a feed is due and none was polled", { feedDueAt: NOW - 6 * MINUTE }, ["poll"]],
    ["none, where feeds queue up but polls go on", { feedDueAt: NOW - 60 * MINUTE, polledAt: NOW - MINUTE }, []],
    ["none, where the feed fell due just now", { feedDueAt: NOW, polledAt: NOW - 60 * MINUTE }, []],
    ["the matcher, where an item waits", { itemSeenAt: NOW - 6 * MINUTE }, ["match"]],
    ["messages, where one is due and nothing was tried", { messageDueAt: NOW - 6 * MINUTE }, ["deliver"]],
    ["none, where messages are tried", { messageDueAt: NOW - 60 * MINUTE, attemptedAt: NOW - MINUTE }, []],
  ])("are %s", (_fact, changed, expected) => {
    const stalls = findStalls({ ...IDLE, ...changed }, NOW - 24 * 60 * MINUTE, NOW);
    expect(stalls.map(({ stage }) => stage)).toEqual(expected);
  });

  it("are not those whose work waited while nothing ran", () => {
    const waited = { beatAt: null, feedDueAt: 0, itemSeenAt: 0, messageDueAt: 0 };
    expect(findStalls({ ...IDLE, ...waited }, NOW - MINUTE, NOW)).toEqual([]);
  });
});
