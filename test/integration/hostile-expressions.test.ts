import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseExpression } from "../../src/match/expression/parse-expression.ts";
import { parseTerm } from "../../src/match/expression/parse-term.ts";

const REAL = [
  "asylum",
  '(defect* OR "seek* asylum" OR "refus* to return") NEAR/12 (diplomat* OR ambassador* OR @missions OR person:*)',
  'anniversary OR "cold war" OR @past',
  "((@break NOT AFTER/4 @non-official) NEAR/2s @official) OR (@rank BEFORE/12 ((@defect OR @idiom) NOT AFTER/4 @non-official))",
  "(@claim NOT AFTER/4 @nonoff) NEAR/2s (@official OR @rank) AND NOT lead:@former",
  'atleast/3(embassy OR "embassy staff") AND title:(case:NATO OR /R-\\d{4}/)',
  "person:@iran-mfa NEAR/p person:ivan-example NOT body:(a OR b)",
  '"hands ..3 passport" OR (سفارت NEAR/5 پناهنده) OR 使馆',
];

const SIGNS = ["(", ")", '"', "“", "”", "/", "*", "?", "!", "-", "|", "~", "..", "@", ":", " ", "\u200c", "\u202e"];
const WORDS = [
  "AND",
  "OR",
  "NOT",
  "NEAR/5",
  "NEAR",
  "BEFORE/2s",
  "AFTER/3",
  "title:",
  "case:",
  "person:",
  "atleast/2(",
];
const LEAVES = [
  "asylum",
  "de*",
  "w/5",
  "same",
  "AROUND(5)",
  "/a+/",
  "(i?)",
  "@list",
  "person:*",
  "使馆",
  "..3",
  "\u{1F600}",
];
/** Half of a surrogate pair, nothing, marks of writing direction, a tag, a mark without a letter, a private use. */
const NASTY = [
  "\uD800",
  "\uDC00",
  "\0",
  "\u202E",
  "\u2066",
  "\u2069",
  "\uFEFF",
  "\u{E0041}",
  "\u0301",
  "\uE000",
  "\uFFFF",
];

/** Null together with errors, all of them inside the text and with words; never an exception. */
function expectSound(source: string): void {
  const { expression, problems } = parseExpression(source);
  const { term, problems: ofTerm } = parseTerm(source, { lang: "de" });
  expect([expression === null, term === null]).toEqual([problems.length > 0, ofTerm.length > 0]);
  for (const { start, end, severity, message } of [...problems, ...ofTerm]) {
    expect(severity).toBe("error");
    expect(message).not.toBe("");
    expect(message.length).toBeLessThanOrEqual(401);
    expect(0 <= start && start <= end && end <= source.length).toBe(true);
  }
  expect(Math.max(problems.length, ofTerm.length)).toBeLessThanOrEqual(21);
}

function garbled([source, changes]: [string, [number, number, string][]]): string {
  return changes.reduce((text, [at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut), source);
}

describe("any text at all", () => {
  it("is an expression or has an error inside its bounds", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), expectSound), { numRuns: 500 });
    // Units of UTF-16, halves of surrogate pairs among them.
    const units = fc.array(fc.integer({ min: 0, max: 0xff_ff }), { maxLength: 40 });
    fc.assert(
      fc.property(units, (codes) => expectSound(String.fromCharCode(...codes))),
      { numRuns: 500 },
    );
    const pieces = fc.array(fc.constantFrom(...SIGNS, ...WORDS, ...LEAVES, ...NASTY), { maxLength: 25 });
    fc.assert(
      fc.property(pieces, fc.constantFrom("", " "), (all, gap) => expectSound(all.join(gap))),
      { numRuns: 1500 },
    );
  });

  it("is so too when a real expression is cut, doubled or garbled", () => {
    const change = fc.tuple(fc.nat(200), fc.nat(6), fc.constantFrom("", ...SIGNS, ...WORDS, ...NASTY));
    const changed = fc.tuple(fc.constantFrom(...REAL), fc.array(change, { minLength: 1, maxLength: 4 }));
    fc.assert(fc.property(changed.map(garbled), expectSound), { numRuns: 1500 });
  });

  it("is so too when a piece of it stands there very often", () => {
    const pieces = fc.array(fc.constantFrom(...SIGNS, ...WORDS, ...LEAVES, ...NASTY), { minLength: 1, maxLength: 3 });
    const repeated = fc.tuple(pieces, fc.constantFrom("", " "), fc.constantFrom(60, 400));
    const often = repeated.map(([all, gap, times]) => (all.join(gap) + gap).repeat(times));
    fc.assert(fc.property(often, expectSound), { numRuns: 60 });
  });
});

const LETTERS = 49_000;

it.each<[string, string, string | null]>([
  ["a word of a million letters", "a".repeat(1_000_000), "too-long"],
  ["a phrase of a million letters", `"${"ab ".repeat(333_333)}"`, "too-long"],
  ["a hundred thousand parentheses", "(".repeat(100_000), "too-long"],
  ["parentheses as many as are read", "(".repeat(LETTERS), "too-deep"],
  ["parentheses that close nothing", ")".repeat(LETTERS), "unopened-parenthesis"],
  ["parentheses within parentheses, to the limit", `${"(".repeat(60)}asylum${")".repeat(60)}`, null],
  ["a long word", "a".repeat(LETTERS), null],
  ["NOT upon NOT", "NOT ".repeat(LETTERS / 4), "double-not"],
  ["scope upon scope", "title:".repeat(LETTERS / 7), "nested-scope"],
  ["NEAR upon NEAR", "a NEAR/3 ".repeat(LETTERS / 10), "near-chain"],
  ["sign upon sign", `${"-+".repeat(LETTERS / 2)}a`, "foreign-operator"],
  ["NEAR before a long blank", `a NEAR${" ".repeat(LETTERS)}b`, "foreign-near"],
  ["a long blank in a phrase", `"a${" ".repeat(LETTERS)}b"`, null],
  ["quote upon quote", '"'.repeat(LETTERS), "bare-terms"],
  ["halves of surrogate pairs", "\uD800".repeat(LETTERS), "no-word"],
  ["nothing but NUL", "\0".repeat(LETTERS), "invisible-character"],
  ["a pattern of nested groups", `/${"(".repeat(LETTERS)}/`, "pattern-syntax"],
  ["a pattern that repeats repetitions", "/((a{1000}){1000}){1000}/", "pattern-syntax"],
])("%s has an answer", (_what, source, code) => {
  const { expression, problems } = parseExpression(source);
  expect(problems[0]?.code ?? null).toBe(code);
  expect(expression === null).toBe(code !== null);
  expectSound(source);
});

it("a flood of errors is told by its first twenty and how many more there are", () => {
  const { problems } = parseExpression("x! ".repeat(100));
  expect(problems).toHaveLength(21);
  expect(problems.at(-1)).toMatchObject({ code: "more-errors", start: 57 });
  expect(problems.at(-1)?.message).toContain("81 more errors");
});
