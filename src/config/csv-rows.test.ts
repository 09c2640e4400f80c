import { describe, expect, it } from "vitest";
import { CsvSyntaxError, csvRows } from "./csv-rows.ts";

function values(text: string): string[][] {
  return [...csvRows(text)].map((row) => row.map(({ value }) => value));
}

describe("rows of a CSV text", () => {
  it.each([
    [
      "end in LF or CRLF",
      "a,b\r\nc,d\ne,f",
      [
        ["a", "b"],
        ["c", "d"],
        ["e", "f"],
      ],
    ],
    ["hold commas, breaks and quotes inside quotes", '"a,b","c\nd","e""f"\n', [["a,b", "c\nd", 'e"f']]],
    [
      "have empty fields",
      "a,,\n,b",
      [
        ["a", "", ""],
        ["", "b"],
      ],
    ],
    ["leave out empty lines", "a\n\n\r\nb\n", [["a"], ["b"]]],
    ["of nothing are none", "", []],
    ["end in an empty field after a last comma", "a,", [["a", ""]]],
    ["keep a quotation mark inside a plain field", 'a"b,c', [['a"b', "c"]]],
  ])("%s", (_fact, text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it("tell where each field stands", () => {
    const [, second] = [...csvRows('id,name\n"p 1",Ada')];
    expect(second).toEqual([
      { value: "p 1", start: 8, end: 13 },
      { value: "Ada", start: 14, end: 17 },
    ]);
  });

  it.each([
    ["an open quotation mark", 'a,"b', 2],
    ["text behind a closing one", '"a"b,c', 3],
  ])("end with the place of %s", (_fact, text, offset) => {
    expect(() => values(text)).toThrow(expect.objectContaining({ name: CsvSyntaxError.name, offset }));
  });
});
