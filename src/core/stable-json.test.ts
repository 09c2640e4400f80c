import { describe, expect, it } from "vitest";
import { stableJson } from "./stable-json.ts";

describe("JSON for a hash", () => {
  it.each([
    [
      "keys in another order",
      { b: 1, a: { d: [{ f: 1, e: 2 }], c: null } },
      '{"a":{"c":null,"d":[{"e":2,"f":1}]},"b":1}',
    ],
    ["keys in order", { a: [1, "x"], b: { c: true } }, '{"a":[1,"x"],"b":{"c":true}}'],
    ["a list, whose order counts", [2, 1], "[2,1]"],
    ["keys without a value", { b: undefined, a: 1 }, '{"a":1}'],
    ["text", "é\n", '"é\\n"'],
  ])("is the same for %s", (_what, value, json) => {
    expect(stableJson(value)).toBe(json);
  });

  it("changes nothing of the value", () => {
    const value = Object.freeze({ b: Object.freeze([1]), a: 2 });
    stableJson(value);
    expect(Object.keys(value)).toEqual(["b", "a"]);
  });
});
