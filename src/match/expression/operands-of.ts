import type { Expression } from "./ast.ts";

/** The expressions an expression is made of, in the order they are written. */
export function operandsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "and":
    case "or":
      return expression.operands;
    case "not":
    case "scope":
    case "at-least":
      return [expression.operand];
    case "near":
      return [expression.left, expression.right];
    case "not-near":
      return [expression.operand, expression.absent];
    case "term":
    case "reference":
    case "person":
    case "pattern":
      break;
  }
  return [];
}

/** The branches of the OR at the top of an expression; of any other the expression itself. */
export function alternativesOf(expression: Expression): readonly Expression[] {
  return expression.kind === "or" ? expression.operands : [expression];
}

/** The expression and everything inside it. */
export function* walkExpression(expression: Expression): Generator<Expression> {
  yield expression;
  for (const operand of operandsOf(expression)) yield* walkExpression(operand);
}
