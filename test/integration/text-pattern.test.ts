import { array, assert, constantFrom, property } from "fast-check";
import { RE2JSException } from "re2js";
import { expect, it } from "vitest";
import { compileTextPattern, type TextPattern } from "../../src/match/engine/terms/text-pattern.ts";

const piece = constantFrom(
  "abc",
  "ASK",
  "Σ",
  "σς",
  "(?i)",
  "(?-i:ask)",
  "(?:abc|ask)",
  "[ab]",
  "[[:alpha:]k]",
  "[^]a]",
  "[a\\]]",
  String.raw`\pL`,
  String.raw`\x41`,
  String.raw`\101`,
  String.raw`\p{Lu}`,
  String.raw`\Qa?\E`,
  "?",
  "*",
  "+",
  "{2}",
  "{0,1}",
  " ",
  "é",
  "使館",
);
const text = array(
  constantFrom("abc", "ASK", "ask", "ſ", "\u212a", "Σ", "σ", "ς", "A", "b", "a?", "é", "É", "使館", " "),
  {
    minLength: 1,
    maxLength: 12,
  },
);

it("a pattern that matches a text is never held not to", () => {
  let found = 0;
  assert(
    property(array(piece, { minLength: 1, maxLength: 5 }), text, (pieces, words) => {
      const pattern = compiled(pieces.join(""));
      const read = words.join("");
      if (pattern === null || pattern.find(read).length === 0) return;
      found += 1;
      expect(pattern.mayMatch(read)).toBe(true);
    }),
    { numRuns: 20_000 },
  );
  expect(found).toBeGreaterThan(500);
});

/** Null where the pieces make no pattern. */
function compiled(source: string): TextPattern | null {
  try {
    return compileTextPattern(source);
  } catch (error) {
    if (error instanceof RE2JSException) return null;
    throw error;
  }
}
