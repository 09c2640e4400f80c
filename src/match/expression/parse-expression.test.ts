import { describe, expect, it } from "vitest";
import { parseExpression } from "./parse-expression.ts";
import { printExpression } from "./print-expression.ts";

function printed(source: string): string {
  const { expression, problems } = parseExpression(source);
  expect(problems).toEqual([]);
  return expression ? printExpression(expression) : "";
}

/** Each problem as `code` and the text it points at. */
function problemsOf(source: string): [string, string][] {
  return parseExpression(source).problems.map(({ code, start, end }) => [code, source.slice(start, end)]);
}

const VALID = [
  "asylum",
  '(defect* OR "seek* asylum" OR "refus* to return") NEAR/12 (diplomat* OR ambassador* OR @missions OR person:*)',
  'anniversary OR "cold war" OR @past',
  "((@break NOT AFTER/4 @non-official) NEAR/2s @official) OR (@rank BEFORE/12 ((@defect OR @idiom) NOT AFTER/4 @non-official))",
  "(@claim NOT AFTER/4 @nonoff) NEAR/2s (@official OR @rank) AND NOT lead:@former",
  "(@quit NEAR/s @protest) NOT NEAR/s @party",
  "@defect OR @resigns OR ((@leaves OR @vanishes OR @goes-over) NOT NEAR/s @party)",
  'atleast/3(embassy OR "embassy staff") AND title:(case:NATO OR /R-\\d{4}/)',
  "person:@iran-mfa NEAR/p person:ivan-example NOT body:(a OR b)",
];

describe("an expression", () => {
  it.each([
    ["asylum", "asylum"],
    ['"permanent  mission"', '"permanent mission"'],
    ['"asylum"', "asylum"],
    ["defect*", "defect*"],
    ["Straß*", "Straß*"],
    ["망명*", "망명*"],
    ["organi?ation", "organi?ation"],
    ["state-run", "state-run"],
    ["d'asile", "d'asile"],
    ["U.S.", "U.S"],
    ["9/11", "9/11"],
    ["10:30", "10:30"],
    ["AT&T", "AT&T"],
    ['מפכ"ל', 'מפכ"ל'],
    ["می‌گردد", "می‌گردد"],
    ['"and"', '"and"'],
    ['"same" OR "near5" OR "NEAR"', '"same" OR "near5" OR "NEAR"'],
    ["a AND b AND c", "a AND b AND c"],
    ["(a AND b) AND c", "(a AND b) AND c"],
    ["a NOT b", "a AND NOT b"],
    ["a NOT b NOT c", "a AND NOT b AND NOT c"],
    ["a AND NOT (b OR c)", "a AND NOT (b OR c)"],
    ["NOT a AND b", "NOT a AND b"],
    ["a AND NOT b NEAR/3 c", "a AND NOT (b NEAR/3 c)"],
    ["a OR b NEAR/3 c", "a OR (b NEAR/3 c)"],
    ["(a NEAR/3 b) NEAR/5 c", "(a NEAR/3 b) NEAR/5 c"],
    ["a NEAR/1s b", "a NEAR/s b"],
    ["a BEFORE/2s b", "a BEFORE/2s b"],
    ["a NEAR/p b", "a NEAR/p b"],
    ["a NOT NEAR/4 b", "a NOT NEAR/4 b"],
    ["a NOT BEFORE/4 b", "a NOT BEFORE/4 b"],
    ["a NOT AFTER/s b", "a NOT AFTER/s b"],
    ["x AND a NOT AFTER/4 b", "x AND (a NOT AFTER/4 b)"],
    ["title:asylum", "title:asylum"],
    ["title:(a AND b)", "title:(a AND b)"],
    ["lead: (a OR b)", "lead:(a OR b)"],
    ["atleast/3(a OR b)", "atleast/3(a OR b)"],
    ["case:NATO", "case:NATO"],
    ['case:"Black Sea"', 'case:"Black Sea"'],
    ["@missions", "@missions"],
    ["person:ivan-example", "person:ivan-example"],
    ["person:@iran-mfa", "person:@iran-mfa"],
    ["person:*", "person:*"],
    ["/a{2}b\\/c (d|e)/", "/a{2}b\\/c (d|e)/"],
    ['"hands ..3 passport"', '"hands ..3 passport"'],
    ['"使馆..3职员"', '"使馆 ..3 职员"'],
    ["a ONEAR/5 b", "a BEFORE/5 b"],
    ["a pre/5 b", "a BEFORE/5 b"],
    ["atleast3(x)", "atleast/3(x)"],
    ["intitle:(x)", "title:x"],
    ["headline(x OR y)", "title:(x OR y)"],
    ["a\n  OR\tb", "a OR b"],
  ])("%s reads as %s", (source, expected) => {
    expect(printed(source)).toBe(expected);
  });

  it("tells the sides of NOT BEFORE and NOT AFTER apart", () => {
    expect(parseExpression("a NOT AFTER/4 b").expression).toMatchObject({ kind: "not-near", side: "before-operand" });
    expect(parseExpression("a NOT BEFORE/4 b").expression).toMatchObject({ kind: "not-near", side: "after-operand" });
    expect(parseExpression("a NOT NEAR/4 b").expression).toMatchObject({ kind: "not-near", side: "either" });
  });

  it("has spans that include the parentheses of a part", () => {
    expect(parseExpression("(a OR b) NEAR/5 c").expression).toMatchObject({
      span: { start: 0, end: 17 },
      left: {
        kind: "or",
        span: { start: 0, end: 8 },
        operands: [{ span: { start: 1, end: 2 } }, { span: { start: 6, end: 7 } }],
      },
    });
  });

  it.each(VALID)("of a real watch is accepted: %s", (source) => {
    expect(problemsOf(source)).toEqual([]);
  });
});

describe("a refused expression", () => {
  it.each<[string, [string, string][]]>([
    ["", [["empty", ""]]],
    ["  ", [["empty", "  "]]],
    ["permanent mission staff", [["bare-terms", "permanent mission staff"]]],
    ["asylum (a OR b)", [["bare-terms", "asylum ("]]],
    ["a AND b OR c", [["and-or-mixed", "OR"]]],
    ["a OR b NOT c", [["and-or-mixed", "NOT"]]],
    ["a NEAR/5 b NEAR/3 c", [["near-chain", "NEAR/3"]]],
    ["a NEAR/5 b NOT NEAR/3 c", [["near-chain", "NOT NEAR/3"]]],
    ["(a AND b) NEAR/5 c", [["near-operand", "(a AND b)"]]],
    ["c NEAR/5 (a OR (b NOT d))", [["near-operand", "(b NOT d)"]]],
    ["(NOT a) NEAR/5 b", [["near-operand", "(NOT a)"]]],
    ["a NEAR/5 NOT b", [["near-operand", "NOT"]]],
    ["atleast/2(a) NEAR/5 b", [["near-operand", "atleast/2(a)"]]],
    ["atleast/2(a AND b)", [["at-least-operand", "(a AND b)"]]],
    ["atleast/0(a)", [["at-least-count", "atleast/0"]]],
    ["NOT a", [["no-positive-term", "NOT a"]]],
    ["NOT a AND NOT b", [["no-positive-term", "NOT a AND NOT b"]]],
    ["a OR NOT b", [["no-positive-term", "NOT b"]]],
    ["title:(NOT a)", [["no-positive-term", "(NOT a)"]]],
    ["NOT NOT a", [["double-not", "NOT"]]],
    ["a AND", [["missing-operand", "AND"]]],
    ["OR a", [["missing-operand", "OR"]]],
    ["a AND OR", [["missing-operand", "OR"]]],
    ["a NEAR/5", [["missing-operand", "NEAR/5"]]],
    ["a AND ()", [["empty-group", "()"]]],
    ["(a OR b", [["unclosed-parenthesis", "("]]],
    ["a OR b)", [["unopened-parenthesis", ")"]]],
    ['a OR "b c', [["unclosed-quote", '"']]],
    ["a NEAR/x b", [["distance", "NEAR/x"]]],
    ["a NEAR/0 b", [["distance", "NEAR/0"]]],
    ["a NEAR/9999 b", [["distance", "NEAR/9999"]]],
    ["title:lead:a", [["nested-scope", "lead:"]]],
    ["a AND de*", [["short-stem", "de*"]]],
    ["state-r*", []],
    ["ß*", [["short-stem", "ß*"]]],
    ["*", [["lone-wildcard", "*"]]],
    ['"a * b"', [["lone-wildcard", "*"]]],
    ["*attaché", [["leading-wildcard", "*attaché"]]],
    ["def*tion", [["wildcard-inside", "def*tion"]]],
    ["why?", [["question-mark-at-edge", "why?"]]],
    ["state-?un", [["question-mark-at-edge", "state-?un"]]],
    ["使?館", [["question-mark-at-edge", "使?館"]]],
    ["カ?カ", [["question-mark-at-edge", "カ?カ"]]],
    ['"a .. b"', [["gap-without-number", ".."]]],
    ['"..2 a"', [["gap-at-edge", "..2 a"]]],
    ['"a ..99 b"', [["gap-range", "..99"]]],
    ['"…"', [["no-word", "…"]]],
    ["word~2", [["fuzzy-word", "word~2"]]],
    [
      "@ OR a",
      [
        ["reference-without-name", "@"],
        ["missing-operand", "OR"],
      ],
    ],
    ['person:"Ivan Example"', [["person-without-id", "person:"]]],
    ["case:(a OR b)", [["case-without-word", "case:"]]],
    ["source:bbc", [["unknown-field", "source:"]]],
    ["/a(/", [["pattern-syntax", "/a(/"]]],
    ["/(?=a)b/", [["pattern-syntax", "/(?=a)b/"]]],
    ["/a*/", [["pattern-matches-empty", "/a*/"]]],
    ["a OR //", [["pattern-empty", "//"]]],
    ["a OR /b", [["unclosed-pattern", "/"]]],
    ["a\u00a0AND b", [["invisible-character", "\u00a0"]]],
    ["a \u200cAND b", [["invisible-character", "\u200c"]]],
    ["a AND \u202bb", [["invisible-character", "\u202b"]]],
    ["as\u00adylum", [["invisible-character", "\u00ad"]]],
    [
      "a w/5 b and c|d",
      [
        ["foreign-near", "w/5"],
        ["lower-case-operator", "and"],
        ["foreign-operator", "|"],
        ["and-or-mixed", "|"],
      ],
    ],
    [
      "de* AND (a b) AND NEAR/5 x!",
      [
        ["short-stem", "de*"],
        ["bare-terms", "a b"],
        ["missing-operand", "NEAR/5"],
        ["truncation-mark", "x!"],
      ],
    ],
  ])("%j has its problems at their places", (source, expected) => {
    expect(problemsOf(source)).toEqual(expected);
  });

  it.each([
    ["a AND b OR c", "(a AND b) OR c, or a AND (b OR c)"],
    ["a OR b AND c OR d", "a OR (b AND c) OR d, or (a OR b) AND (c OR d)"],
    ["a NOT b OR c", "(a NOT b) OR c, or a NOT (b OR c)"],
    ["permanent mission", '"permanent mission"'],
    ["a OR", "a term is missing after OR"],
    ["a AND OR", "a term is missing on both sides of OR"],
    ["a NEAR/5 b NEAR/3 c", "(a NEAR/5 b) NEAR/3 c"],
  ])("%s is explained with %s", (source, words) => {
    expect(parseExpression(source).problems[0]?.message).toContain(words);
  });

  it("suggests one line in which everything that has one answer is rewritten", () => {
    const { problems } = parseExpression("“seek* asylum” w/5 embassy! -football");
    expect(new Set(problems.map(({ suggestion }) => suggestion))).toEqual(
      new Set(['"seek* asylum" NEAR/5 embassy* NOT football']),
    );
  });

  it("is refused when it is nested too deep, however deep", () => {
    for (const depth of [61, 20_000]) {
      expect(problemsOf(`${"(".repeat(depth)}a${")".repeat(depth)}`)).toEqual([["too-deep", "("]]);
    }
    expect(problemsOf("NOT ".repeat(12_000)).length).toBeGreaterThan(0);
    expect(problemsOf("title:".repeat(8000)).length).toBeGreaterThan(0);
  });
});
