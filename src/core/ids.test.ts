import { describe, expect, it } from "vitest";
import { newId } from "./ids.ts";

describe("ids", () => {
  it("sort by time, and within a millisecond by the order in which they were made", () => {
    const made = [5, 5, 5, 6, 6, 7].flatMap((now) => Array.from({ length: 100 }, () => newId("itm", now)));
    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it("are UUIDs of version 7", () => {
    expect(newId("dlv", Date.UTC(2026, 0, 20))).toMatch(
      /^dlv_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});
