import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { isScalar, parseDocument, stringify } from "yaml";
import { locateInScalar } from "./scalar-offsets.ts";

/** The piece of YAML text that `words` of the value of `match` came from. */
function sourceOf(yaml: string, words: string): string {
  const scalar = parseDocument(yaml).get("match", true);
  if (!isScalar(scalar) || typeof scalar.value !== "string") throw new Error("no text under match");
  const start = scalar.value.indexOf(words);
  if (start === -1) throw new Error(`${words} does not stand in ${JSON.stringify(scalar.value)}`);
  const place = locateInScalar(scalar, yaml, { start, end: start + words.length });
  return yaml.slice(place.start, place.end);
}

describe("a stretch of a scalar's value", () => {
  it.each([
    ["a plain scalar", "match: aa bb cc\n", "bb", "bb"],
    ["a plain scalar over several lines", "match: aa\n  bb\n   cc dd\n", "cc dd", "cc dd"],
    ["a plain scalar with an empty line", "match: aa\n\n  bb\n", "bb", "bb"],
    ["a plain scalar with Windows line ends", "match: aa\r\n  bb\r\n  cc\r\n", "cc", "cc"],
    ["single quotes", "match: 'it''s bb'\n", "bb", "bb"],
    ["a quote in single quotes", "match: 'aa''bb'\n", "'", "'"],
    ["single quotes over several lines", "match: 'aa   \n    bb'\n", "bb", "bb"],
    ["double quotes", 'match: "aa bb"\n', "bb", "bb"],
    ["double quotes with escapes", 'match: "\\"aa\\" \\u0041 bb"\n', "bb", "bb"],
    ["double quotes with an escaped line break", 'match: "aa \\\n   bb \\\r\n   cc"\n', "cc", "cc"],
    ["double quotes over an empty line", 'match: "aa  \n\n   bb"\n', "bb", "bb"],
    ["a folded block", "match: >-\n  aa\n  bb\n  cc\n", "cc", "cc"],
    ["a folded block with deep indentation", "match: >-\n        aa\n        bb cc\n", "cc", "cc"],
    ["a folded block over a line end", "match: >-\n  aa\n  bb\n", "aa bb", "aa\n  bb"],
    ["a folded block with a line indented deeper", "match: >-\n  aa\n\n    bb\n   cc\n\n  dd\n  ee\n", "ee", "ee"],
    ["a folded block with empty lines", "match: >\n\n  aa\n\n\n  bb\n\n", "bb", "bb"],
    ["a folded block with an indentation indicator", "match: >2-\n    aa\n  bb\n", "bb", "bb"],
    ["a folded block after an anchor and a comment", "match: &a >- # why\n  aa\n  bb\n", "bb", "bb"],
    ["a folded block with Windows line ends", "match: >-\r\n  aa\r\n  bb\r\n", "bb", "bb"],
    ["a literal block", "match: |\n  aa\n    bb\n  cc\n", "cc", "cc"],
    ["a literal block that keeps its end", "match: |+\n  aa\n  bb\n\n\nother: 1\n", "bb", "bb"],
    ["characters outside the basic plane", "match: >-\n  𝒜𝒜\n  bb\n", "bb", "bb"],
  ])("is found in %s", (_style, yaml, words, expected) => {
    expect(sourceOf(yaml, words)).toBe(expected);
  });

  it("that is empty and stands at the end is the place after the last character", () => {
    const yaml = "match: >-\n  aa\n  bb\nother: 1\n";
    const scalar = parseDocument(yaml).get("match", true);
    expect(isScalar(scalar) && locateInScalar(scalar, yaml, { start: 5, end: 5 })).toEqual({ start: 19, end: 20 });
  });

  it("is found for any text in any style that YAML can write it in", () => {
    const style = constantFrom("PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_FOLDED", "BLOCK_LITERAL");
    const text = array(
      constantFrom("aa", "b", " ", "  ", "\n", "\n\n", '"', "'", "\\", "\t", "é", "سفارت", ": ", "#", "𝒜"),
    ).map((parts) => `${parts.join("")}WORD${parts.toReversed().join("")}`);
    assert(
      property(style, text, (defaultStringType, value) => {
        const yaml = stringify({ a: { match: value } }, { defaultStringType, lineWidth: 20 });
        const scalar = parseDocument(yaml).getIn(["a", "match"], true);
        if (!isScalar(scalar) || scalar.value !== value) return;
        const start = value.indexOf("WORD");
        const place = locateInScalar(scalar, yaml, { start, end: start + 4 });
        // Long double-quoted lines are broken inside words, with a backslash.
        expect(yaml.slice(place.start, place.end).replace(/\\\n\s*/, "")).toBe("WORD");
      }),
      { numRuns: 500 },
    );
  });
});
