import { describe, expect, it } from "vitest";
import { excerpt, joinParts } from "./excerpt.ts";

describe("a proving sentence", () => {
  it("is split at its marks", () => {
    expect(excerpt("He asked for asylum today.", [[3, 19]], 100)).toEqual([
      { text: "He ", marked: false },
      { text: "asked for asylum", marked: true },
      { text: " today.", marked: false },
    ]);
  });

  it.each([
    [
      "unordered and overlapping marks are joined",
      [
        [6, 9],
        [0, 4],
        [3, 7],
      ],
    ],
    [
      "marks beyond the text end with it",
      [
        [0, 9],
        [40, 50],
      ],
    ],
    ["a mark that begins before the text begins with it", [[-5, 9]]],
  ] as const)("%s", (_fact, marks) => {
    expect(excerpt("abcdefghi jk", marks, 100)).toEqual([
      { text: "abcdefghi", marked: true },
      { text: " jk", marked: false },
    ]);
  });

  it("keeps marks in place when control characters before them go", () => {
    const parts = excerpt("\u0007\u0007He \u202Easked\u202C for it", [[6, 11]], 100);
    expect(parts.find((part) => part.marked)).toEqual({ text: "asked", marked: true });
  });

  it("is cut around its marks when it is too long", () => {
    const filler = "word ".repeat(500);
    const text = `${filler}asked for asylum ${filler}in Norway ${filler}`;
    const first = text.indexOf("asked for asylum");
    const second = text.indexOf("in Norway");
    const parts = excerpt(
      text,
      [
        [first, first + 16],
        [second, second + 9],
      ],
      200,
    );
    expect(parts.filter((part) => part.marked).map((part) => part.text)).toEqual(["asked for asylum", "in Norway"]);
    expect(joinParts(parts)).toMatch(/^… word .*asked for asylum word .* … word .*in Norway word .* …$/);
    expect(joinParts(parts).length).toBeLessThan(230);
  });

  it("is cut at its end when nothing in it is marked", () => {
    expect(joinParts(excerpt("word ".repeat(500), [], 50))).toMatch(/^word .* …$/);
  });

  it("stays within its length for a hundred thousand marks", () => {
    const marks = Array.from({ length: 100_000 }, (_, index): [number, number] => [index * 10, index * 10 + 3]);
    expect(joinParts(excerpt("0123456789".repeat(100_000), marks, 600)).length).toBeLessThan(700);
  });
});
