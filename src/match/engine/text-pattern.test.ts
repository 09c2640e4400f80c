import { array, assert, constantFrom, property } from "fast-check";
import { RE2JSException } from "re2js";
import { expect, it } from "vitest";
import { compileTextPattern, requiredLiteral, type TextPattern } from "./text-pattern.ts";

it.each([
  ["a word", "Consul", "Consul"],
  ["a word in any case, without letters that have a third form", "(?i)Consulate", "ulate"],
  ["none in any case of letters that are not ASCII", "(?i)ПОСОЛ", null],
  ["not what an escape takes with it", String.raw`\pN\x41\101\x{41}tons`, "tons"],
  ["not a class with a class in it", "[[:digit:]abcdef]{6} leak", " leak"],
  ["none where quotes begin", String.raw`\Qembassy?\E`, null],
  ["the longest of several", "a[bc]embassy\\d+visa", "embassy"],
  ["not an optional letter", "embassys?", "embassy"],
  ["not a repeated letter", "embas{0,2}y", "emba"],
  ["not the inside of a group", "(embassy|mission) staff", " staff"],
  ["not a class", "[embassy]+", null],
  ["not an escape", "\\w+\\bpass", "pass"],
  ["none beside an alternative at the top", "embassy|mission", null],
  ["none under three letters", "\\d+ab", null],
  ["nothing of nested groups", "((abcd)?(efgh)*)?ijk", "ijk"],
])("the literal a pattern needs: %s", (_fact, source, expected) => {
  expect(requiredLiteral(source)?.text ?? null).toBe(expected);
});

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

it("a pattern that would be slow elsewhere runs in linear time", () => {
  expect(compileTextPattern("(a+)+$").find(`${"a".repeat(5000)}b`)).toEqual([]);
});

it("offsets are UTF-16 units", () => {
  expect(compileTextPattern("b").find("😀b")).toEqual([[2, 3]]);
});
