import { describe, expect, it } from "vitest";
import { createRepeatFilter } from "./repeat-filter.ts";

describe("a message that repeats itself", () => {
  it("is news at first and once in every period, apart from other messages", () => {
    let now = 1000;
    const isNews = createRepeatFilter(60_000, () => now);
    expect(isNews("refused")).toBe(true);
    expect(isNews("refused")).toBe(false);
    expect(isNews("timed out")).toBe(true);
    now += 59_999;
    expect(isNews("refused")).toBe(false);
    now += 1;
    expect(isNews("refused")).toBe(true);
    expect(isNews("refused")).toBe(false);
  });
});
