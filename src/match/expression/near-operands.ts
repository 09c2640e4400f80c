import type { Distance, Expression } from "./ast.ts";
import { type ProblemDraft, shorten, textOf } from "./problem-drafts.ts";
import { operandsOf } from "./operands-of.ts";
import { printDistance } from "./read-distance.ts";

/**
 * The part of an expression that is true or false of an item but stands nowhere in it, so that nothing can be near it;
 * null when the whole yields spans. References are taken to yield spans.
 */
export function findSpanless(expression: Expression): Extract<Expression, { kind: "and" | "not" | "at-least" }> | null {
  if (expression.kind === "and" || expression.kind === "not" || expression.kind === "at-least") return expression;
  for (const operand of operandsOf(expression)) {
    const found = findSpanless(operand);
    if (found) return found;
  }
  return null;
}

export type NearExpression = Extract<Expression, { kind: "near" | "not-near" }>;

/** How an operator of the NEAR family is written. */
export function nearOperator(near: NearExpression): string {
  const distance: Distance = near.distance;
  if (near.kind === "near") return `${near.ordered ? "BEFORE" : "NEAR"}/${printDistance(distance)}`;
  const side = { either: "NEAR", "after-operand": "BEFORE", "before-operand": "AFTER" } as const;
  return `NOT ${side[near.side]}/${printDistance(distance)}`;
}

/** `(a AND b) NEAR/5 c` means `(a NEAR/5 c) AND (b NEAR/5 c)`, or something nobody can say. */
function distribute(source: string, near: NearExpression): string | null {
  if (near.kind !== "near") return null;
  const { left, right } = near;
  const [group, other, first] = left.kind === "and" ? [left, right, true] : [right, left, false];
  if ([group, other].some(({ span }) => span.start === span.end)) return null;
  if (group.kind !== "and" || findSpanless(other) || group.operands.some((operand) => findSpanless(operand)))
    return null;
  if (group.operands.some(({ kind }) => kind === "near" || kind === "not-near")) return null;
  const operator = nearOperator(near);
  return group.operands
    .map((operand) =>
      first
        ? `(${textOf(source, operand)} ${operator} ${textOf(source, other)})`
        : `(${textOf(source, other)} ${operator} ${textOf(source, operand)})`,
    )
    .join(" AND ");
}

/** What is wrong with the operands of a NEAR: AND, NOT and atleast yield no place. */
export function checkNearOperands(source: string, near: NearExpression): ProblemDraft[] {
  const operands = near.kind === "near" ? [near.left, near.right] : [near.operand, near.absent];
  const found = operands.map(findSpanless).find((spanless) => spanless !== null);
  if (!found) return [];
  const name = { and: "AND", not: "NOT", "at-least": "atleast" }[found.kind];
  const operator = nearOperator(near);
  const advice = {
    and: "say which part must be near, e.g. (a NEAR/5 c) AND (b NEAR/5 c)",
    not: "for words with no other word near, write a NOT NEAR/5 b",
    "at-least": "join the two with AND",
  }[found.kind];
  const rewrite = distribute(source, near);
  const text = rewrite === null ? advice : `write ${shorten(rewrite)}`;
  return [
    {
      code: "near-operand",
      message: `${name} has no place in the text, so nothing can stand ${operator} of it: ${text}`,
      ...found.span,
      edits: rewrite === null ? [] : [{ start: near.span.start, end: near.span.end, text: `(${rewrite})` }],
    },
  ];
}
