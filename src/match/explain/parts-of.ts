import { readExpression } from "../engine/compile/read-expression.ts";
import type { Expression } from "../expression/ast.ts";
import { operandsOf } from "../expression/operands-of.ts";

/** What an expression is made of, a level below; a clause is made of its own expression. Words, lists and persons have none. */
export function partsOf(expression: Expression, clauses: Readonly<Record<string, string>>): readonly Expression[] {
  switch (expression.kind) {
    case "not-near": {
      const { operand, absent, span } = expression;
      return [operand, { kind: "not", operand: absent, span }];
    }
    case "scope": {
      const { scope, span, operand } = expression;
      return partsOf(operand, clauses).map((part): Expression => ({ kind: "scope", scope, operand: part, span }));
    }
    case "reference": {
      const source = clauses[expression.name];
      return source === undefined ? [] : [readExpression(source, ["clauses", expression.name])];
    }
    case "and":
    case "or":
    case "not":
    case "at-least":
    case "near":
    case "term":
    case "person":
    case "pattern":
      return operandsOf(expression);
  }
}
