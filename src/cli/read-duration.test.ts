import { expect, it } from "vitest";
import { readDuration } from "./read-duration.ts";

it.each([
  ["90m", 5_400_000],
  ["1d", 86_400_000],
])("%s lasts %i ms", (text, ms) => {
  expect(readDuration(text)).toBe(ms);
});

it.each([
  ["1", "90s, 15m, 2h, 1d"],
  ["1y", "90s, 15m, 2h, 1d"],
  ["100000d", "at most 36500d"],
  ["0s", "of some length"],
])("%s is refused with what to write", (text, words) => {
  expect(() => readDuration(text)).toThrow(words);
});
