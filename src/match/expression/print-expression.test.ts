import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Distance, Expression, TermPart } from "./ast.ts";
import { findWithoutWords } from "./necessary-words.ts";
import { parseExpression } from "./parse-expression.ts";
import { printExpression } from "./print-expression.ts";

const span = { start: 0, end: 0 };

const word = fc
  .constantFrom(
    "asylum",
    "defect*",
    "organi?ation",
    "state-run",
    "d'asile",
    "and",
    "NOT",
    "near5",
    "same",
    "9/11",
    "使馆",
    'ח"כ',
  )
  .map((text): TermPart => ({ kind: "word", text }));
const gap = fc.integer({ min: 1, max: 50 }).map((max): TermPart => ({ kind: "gap", max }));
const parts = fc.oneof(fc.array(word, { minLength: 1, maxLength: 3 }), fc.tuple(word, gap, word));
const distance: fc.Arbitrary<Distance> = fc.oneof(
  fc.record({ unit: fc.constant("words"), count: fc.integer({ min: 1, max: 500 }) }),
  fc.record({ unit: fc.constant("sentences"), count: fc.integer({ min: 1, max: 50 }) }),
  fc.record({ unit: fc.constant("paragraph") }),
);
const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc.record({ kind: fc.constant("term"), parts, exactCase: fc.boolean(), span: fc.constant(span) }),
  fc.constantFrom<Expression>(
    { kind: "reference", name: "no-return", span },
    { kind: "person", who: { kind: "anybody" }, span },
    { kind: "person", who: { kind: "group", id: "iran-mfa" }, span },
    { kind: "person", who: { kind: "one", id: "ivan" }, span },
    { kind: "pattern", source: "a\\/b+ c", span },
  ),
);

/** Trees that stand in the text: operands of NEAR. */
const { placed, tree } = fc.letrec<{ placed: Expression; tree: Expression }>((tie) => ({
  placed: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc.record({
      kind: fc.constant("or"),
      operands: fc.array(tie("placed"), { minLength: 2, maxLength: 3 }),
      span: fc.constant(span),
    }),
    fc.record({
      kind: fc.constant("near"),
      ordered: fc.boolean(),
      distance,
      left: tie("placed"),
      right: tie("placed"),
      span: fc.constant(span),
    }),
    fc.record({
      kind: fc.constant("not-near"),
      side: fc.constantFrom("either", "after-operand", "before-operand"),
      distance,
      operand: tie("placed"),
      absent: tie("placed"),
      span: fc.constant(span),
    }),
  ),
  tree: fc.oneof(
    { depthSize: "small" },
    tie("placed"),
    fc.record({
      kind: fc.constantFrom("and", "or"),
      operands: fc.array(tie("tree"), { minLength: 2, maxLength: 3 }),
      span: fc.constant(span),
    }),
    fc.record({
      kind: fc.constant("not"),
      operand: tie("tree").filter(({ kind }) => kind !== "not"),
      span: fc.constant(span),
    }),
    fc.record({
      kind: fc.constant("scope"),
      scope: fc.constantFrom("title", "lead", "body"),
      operand: tie("tree"),
      span: fc.constant(span),
    }),
    fc.record({
      kind: fc.constant("at-least"),
      count: fc.integer({ min: 1, max: 9 }),
      operand: tie("placed"),
      span: fc.constant(span),
    }),
  ),
}));

function withoutSpans(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === "span" ? undefined : inner)));
}

function expectReadBack(expression: Expression): void {
  const text = printExpression(expression);
  const read = parseExpression(text);
  expect({ text, problems: read.problems }).toEqual({ text, problems: [] });
  expect(withoutSpans(read.expression)).toEqual(withoutSpans(expression));
}

describe("a printed expression", () => {
  it("reads back as the same tree", () => {
    fc.assert(fc.property(placed, expectReadBack), { numRuns: 300 });
    fc.assert(
      fc.property(
        tree.filter((expression) => findWithoutWords(expression) === null),
        expectReadBack,
      ),
      { numRuns: 500 },
    );
  });

  it("prints a printed expression unchanged", () => {
    const text = 'title:(a AND NOT "b c") OR (d NOT AFTER/4 (e OR f))';
    const { expression } = parseExpression(text);
    expect(expression && printExpression(expression)).toBe(text);
  });
});
