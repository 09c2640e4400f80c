import { expect, it } from "vitest";
import { describePast } from "./incident-changed.ts";

const OPENED = Date.UTC(2026, 0, 20, 12);

it.each([
  [5000, "It lasted 1 min; it was: 12 MB are free beside the store"],
  [90 * 60_000, "It lasted 90 min; it was: 12 MB are free beside the store"],
])("an incident of %i ms is told as what is over", (ms, words) => {
  expect(describePast({ openedAt: OPENED, cause: "12 MB are free beside the store" }, OPENED + ms)).toBe(words);
});
