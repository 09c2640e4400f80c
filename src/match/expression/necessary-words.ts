import type { Expression } from "./ast.ts";

/**
 * The part that lets an expression be true of an item without any of its words: a NOT that stands for itself or as
 * one side of OR. Null when every item that satisfies it holds at least one of its words, which the index relies on.
 */
export function findWithoutWords(expression: Expression): Expression | null {
  switch (expression.kind) {
    case "not":
      return expression;
    case "or":
      for (const operand of expression.operands) {
        const found = findWithoutWords(operand);
        if (found) return found;
      }
      return null;
    case "and": {
      const found = expression.operands.map(findWithoutWords);
      return found.includes(null) ? null : (found[0] ?? null);
    }
    case "scope":
    case "at-least":
      return findWithoutWords(expression.operand);
    case "term":
    case "reference":
    case "person":
    case "pattern":
    case "near":
    case "not-near":
      break;
  }
  return null;
}
