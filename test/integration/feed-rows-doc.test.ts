import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const ROWS = [...readFileSync("docs/feeds.md", "utf8").matchAll(/^\| (\d+) \|.*\| ([^|]*) \|$/gm)].map(
  ([, row = "", files = ""]) => [Number(row), [...files.matchAll(/`([\w-]+)`/g)].map(([, file = ""]) => file)] as const,
);

/** Rows that facts of a file name: "row 5: …", "rows 13, 16 and 19: …", "…: row 13, …". */
function rowsOf(file: string): Set<number> {
  const text = readFileSync(`test/integration/${file}.test.ts`, "utf8");
  const named = [...text.matchAll(/"rows? ([\d, and]+)/g)].flatMap(([, numbers = ""]) => numbers.match(/\d+/g) ?? []);
  return new Set(named.map(Number));
}

describe("the rules of fetching", () => {
  it("are all there", () => {
    expect(ROWS.map(([row]) => row)).toEqual([...Array.from({ length: 22 }, (_, row) => row + 1), 28, 29, 30]);
  });

  it.each(ROWS)("row %i has facts in each file that it names", (row, files) => {
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect([file, rowsOf(file).has(row)]).toEqual([file, true]);
  });
});
