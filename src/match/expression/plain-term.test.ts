import { isDeepStrictEqual } from "node:util";
import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { isPlainTerm, readPlainTerm } from "./plain-term.ts";
import { readParts } from "./read-parts.ts";

const UNIT = constantFrom(..."a b 7 * - ' ’ . 한 각 ᄀ ் பு 使 カ ｶ ﾞ é abc OR \u0301 \u200c".split(" "), " ", "..3 ");
const TERM = array(UNIT, { minLength: 1, maxLength: 8 }).map((units) => units.join(""));

/** A second blank is nothing plain, so that the term is read with care. */
function readWithCare(text: string): ReturnType<typeof readParts> {
  return readParts(text.replace(" ", "  ").concat("  "), 0, { leadingWildcard: false });
}

test.each([
  ["diplomat*", ["diplomat*"]],
  ["vice-consul l'asile", ["vice-consul", "l'asile"]],
  ["망명 대사*", ["망명", "대사*"]],
  ["புதின்*", ["புதின்*"]],
])("%s is plain", (text, words) => {
  expect(readPlainTerm(text)).toEqual(words.map((word) => ({ kind: "word", text: word })));
});

test.each(["terk et*", "ex-a*", "-dash", "dash-", "rock--roll", "각*", "a OR b", "..3 gap", "ß?x", "", " "])(
  "%s is to be read with care",
  (text) => {
    expect(readPlainTerm(text)).toBeNull();
  },
);

test("the parts of a plain term are all of it, and no other term has any", () => {
  const same = property(TERM, (text) => {
    const pieces = readPlainTerm(text)?.map((part) => (part.kind === "gap" ? `..${part.max}` : part.text));
    return isPlainTerm(text) ? pieces?.join(" ") === text : pieces === undefined;
  });
  expect(() => assert(same, { numRuns: 5000 })).not.toThrow();
});

test("what is plain reads the same with care, and has no fault", () => {
  let plain = 0;
  const same = property(TERM, (text) => {
    const parts = readPlainTerm(text);
    plain += parts === null ? 0 : 1;
    return parts === null || isDeepStrictEqual(readWithCare(text), { parts, drafts: [] });
  });
  expect(() => assert(same, { numRuns: 5000 })).not.toThrow();
  expect(plain).toBeGreaterThan(500);
});
