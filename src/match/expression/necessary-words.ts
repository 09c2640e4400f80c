import type { Expression } from "./ast.ts";

/**
 * The part that lets an expression be true of an item without any of its words: a NOT that stands for itself or as
 * one side of OR. Null when every item that satisfies it holds at least one of its words, which the index relies on.
 */
export function findWithoutWords(expression: Expression): Expression | null {
  if (expression.kind === "not") return expression;
  if (expression.kind === "scope" || expression.kind === "at-least") return findWithoutWords(expression.operand);
  if (expression.kind !== "and" && expression.kind !== "or") return null;
  const found = expression.operands.map(findWithoutWords);
  if (expression.kind === "and" && found.includes(null)) return null;
  return found.find((part) => part !== null) ?? null;
}
