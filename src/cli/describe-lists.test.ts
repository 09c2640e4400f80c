import { describe, expect, it } from "vitest";
import type { ListCell } from "../app/list-table.ts";
import { describeLanguages, describeMatrix, summariseLists } from "./describe-lists.ts";

function cell(list: string, language: string, terms: number, rest: Partial<ListCell> = {}): ListCell {
  return { list, language, terms, found: 0, median: 0, thin: false, ...rest };
}

const CELLS = [
  cell("office", "en", 120, { found: 14 }),
  cell("office", "fa", 90, { found: 3 }),
  cell("office", "be", 7, { median: 90, thin: true }),
  cell("leave", "en", 1200, { found: 1 }),
  cell("leave", "fa", 45),
];

describe("the table of lists", () => {
  it("is a line where nobody asks for it", () => {
    expect(summariseLists([...CELLS, cell("capitals", "*", 3)])).toBe(
      "3 lists in 3 languages: 1,465 terms, of which 18 stand in tests (--lists: each language)",
    );
  });

  it("has no column of thin lists where none is", () => {
    expect(describeLanguages(CELLS.slice(0, 2), "in tests")).toEqual([
      "language   lists  terms  in tests",
      "en        1 of 1    120        14",
      "fa        1 of 1     90         3",
    ]);
  });

  it("has a line for each language, with what is thin", () => {
    expect(describeLanguages(CELLS, "in tests")).toEqual([
      "language   lists  terms  in tests  thin lists: terms of what is usual",
      "be        1 of 2      7         0  office 7 of 90",
      "en        2 of 2   1320        15",
      "fa        2 of 2    135         3",
    ]);
  });

  it("has only the languages that are shown, of all lists", () => {
    expect(describeLanguages(CELLS, "in items", (language) => language === "be")).toEqual([
      "language   lists  terms  in items  thin lists: terms of what is usual",
      "be        1 of 2      7         0  office 7 of 90",
    ]);
  });

  it("is left out where all lists are of one language", () => {
    expect(describeLanguages([cell("capitals", "*", 3)], "in tests")).toEqual([]);
  });

  it("has every list and language, in blocks that fit the width", () => {
    expect(describeMatrix(CELLS, 19)).toEqual([
      "        be    en",
      "office  7!   120",
      "leave    -  1200",
      "",
      "        fa",
      "office  90",
      "leave   45",
    ]);
  });
});
