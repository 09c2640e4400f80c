import { expect, it } from "vitest";
import { mayFollow } from "./may-follow.ts";

it.each([
  ["nobody has made one active", null, null, false],
  ["the active one works here", "mine", null, false],
  ["another became active", "other", null, true],
  ["the files here were not that one a moment ago", "other", { hash: "other", at: 40_001 }, false],
  ["nor a minute ago", "other", { hash: "other", at: 40_000 }, true],
  ["a third became active", "third", { hash: "other", at: 99_000 }, true],
] as const)("files are read again: %s", (_when, active, tried, expected) => {
  expect(mayFollow({ active, running: "mine", tried }, 100_000)).toBe(expected);
});
