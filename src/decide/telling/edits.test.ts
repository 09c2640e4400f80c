import { describe, expect, it } from "vitest";
import { editDueAt } from "./edit-due.ts";
import { isHeadlineChanged } from "./headline-change.ts";
import { milestoneAt } from "./outlet-milestones.ts";

describe("an edit", () => {
  it.each([
    ["at once where it is the first", null, 0],
    ["a minute after the last one", -10_000, 50_000],
    ["at once where that was longer ago", -61_000, 0],
    ["a minute after one that is still to come", 20_000, 80_000],
  ] as const)("goes %s", (_fact, lastAt, due) => {
    const now = 1_000_000;
    expect(editDueAt(lastAt === null ? null : now + lastAt, now)).toBe(now + due);
  });
});

describe("the outlets of a message", () => {
  it.each([
    [1, 2, 2],
    [2, 3, 3],
    [3, 4, null],
    [4, 5, 5],
    [5, 6, null],
    [9, 10, 10],
    [19, 20, 20],
    [20, 21, null],
    [1, 4, 3],
  ] as const)("grown from %d to %d are worth the milestone %s", (before, outlets, milestone) => {
    expect(milestoneAt(before, outlets)).toBe(milestone);
  });
});

describe("a headline", () => {
  it.each([
    ["Envoy leaves", "Envoy stays", true],
    ["Envoy leaves", "Envoy leaves.", false],
    ["Envoy  leaves", "“Envoy leaves”", false],
    ["Envoy leaves", "ENVOY LEAVES", false],
    ["Envoy’s post", "Envoy's post", false],
    ["大使离职", "大使离职！", false],
    ["大使离职", "大使留任", true],
  ])("%s → %s", (before, after, changed) => {
    expect(isHeadlineChanged(before, after)).toBe(changed);
  });
});
