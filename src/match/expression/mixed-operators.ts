import type { Expression, Span } from "./ast.ts";
import { type ProblemDraft, shorten } from "./problem-drafts.ts";

export interface Joiner {
  operator: "and" | "or";
  span: Span;
}

/** One reading: operands that `inner` joins are put in parentheses. */
function reading(
  source: string,
  operands: readonly Expression[],
  joiners: readonly Joiner[],
  inner: "and" | "or",
): string {
  const joins = joiners.map(({ operator }, i) => {
    const next = operands[i + 1];
    const implicitNot = operator === "and" && next?.kind === "not" && joiners[i]?.span.start === next.span.start;
    return { operator, text: implicitNot ? "NOT" : operator.toUpperCase(), skip: implicitNot ? "NOT".length : 0 };
  });
  let text = "";
  operands.forEach((operand, i) => {
    const before = joins[i - 1];
    const opens = before?.operator !== inner && joins[i]?.operator === inner;
    const closes = before?.operator === inner && joins[i]?.operator !== inner;
    const words = source.slice(operand.span.start + (before?.skip ?? 0), operand.span.end).trim();
    text += `${before ? ` ${before.text} ` : ""}${opens ? "(" : ""}${shorten(words)}${closes ? ")" : ""}`;
  });
  return text;
}

/**
 * The error of AND beside OR without parentheses, with both readings; null when all joiners are one operator, or an
 * operand is missing, which is told already.
 */
export function findMixedOperators(
  source: string,
  operands: readonly Expression[],
  joiners: readonly Joiner[],
): ProblemDraft | null {
  const other = joiners.find(({ operator }) => operator !== joiners[0]?.operator);
  const isComplete = operands.every(({ span }) => span.start < span.end);
  if (!other || !isComplete) return null;
  const [first, second] = [reading(source, operands, joiners, "and"), reading(source, operands, joiners, "or")];
  return {
    code: "and-or-mixed",
    message: `AND beside OR needs parentheses: ${first}, or ${second}`,
    ...other.span,
    edits: [],
  };
}
