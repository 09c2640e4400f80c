import { expect, it } from "vitest";
import type { Expression } from "./ast.ts";
import { parseExpression } from "./parse-expression.ts";
import { printExpression } from "./print-expression.ts";
import { withoutPersons } from "./without-persons.ts";

function read(source: string): Expression {
  const { expression } = parseExpression(source);
  if (expression === null) throw new Error(`${source} is wrong`);
  return expression;
}

const CLAUSES: Readonly<Record<string, string>> = { named: "quit NEAR/3 person:*", plain: "a AND b" };

function clauseOf(name: string): Expression | undefined {
  const source = CLAUSES[name];
  return source === undefined ? undefined : read(source);
}

it.each([
  ["a NEAR/5 b", "a NEAR/5 b"],
  ["a NEAR/5 person:*", "a"],
  ["a AND (b OR person:ivan)", "a"],
  ["(a NEAR/3 b) BEFORE/9 (c OR person:@mfa)", "a NEAR/3 b"],
  ["a OR person:*", null],
  ["a OR (b AND person:*)", "a OR b"],
  ["a AND b AND NOT person:ivan", "a AND b"],
  ["a AND NOT b AND person:ivan", "a AND NOT b"],
  ["a NOT NEAR/5 person:*", "a"],
  ["title:(a AND person:*)", "a"],
  ["atleast/2(a OR person:*)", null],
  ["@named AND c", "quit AND c"],
  ["@plain AND @list", "@plain AND @list"],
  ["person:*", null],
])("without persons %s needs %s", (source, expected) => {
  const needed = withoutPersons(read(source), clauseOf);
  expect(needed && printExpression(needed)).toBe(expected);
});
