import type { Expression } from "./ast.ts";
import { operandsOf } from "./operands-of.ts";

/** Whether an expression asks for persons, also through clauses. `clauseOf`: undefined for lists and what is built in. */
function asksForPersons(expression: Expression, clauseOf: (name: string) => Expression | undefined): boolean {
  if (expression.kind === "person") return true;
  const clause = expression.kind === "reference" ? clauseOf(expression.name) : undefined;
  const parts = clause === undefined ? operandsOf(expression) : [clause];
  return parts.some((part) => asksForPersons(part, clauseOf));
}

/**
 * What must hold in an item for an expression to hold, whoever is named in it: the expression with somebody granted
 * wherever it asks for a person. Null: nothing else need hold.
 */
export function withoutPersons(
  expression: Expression,
  clauseOf: (name: string) => Expression | undefined,
): Expression | null {
  if (!asksForPersons(expression, clauseOf)) return expression;
  function parts(operands: readonly Expression[]): readonly (Expression | null)[] {
    return operands.map((operand) => withoutPersons(operand, clauseOf));
  }
  switch (expression.kind) {
    case "reference": {
      const clause = clauseOf(expression.name);
      return clause === undefined ? expression : withoutPersons(clause, clauseOf);
    }
    case "and":
    case "near": {
      const needed = parts(operandsOf(expression)).filter((part) => part !== null);
      return joined("and", needed, expression);
    }
    case "or": {
      const ways = parts(expression.operands);
      const needed = ways.filter((way) => way !== null);
      return needed.length < ways.length ? null : joined("or", needed, expression);
    }
    case "not-near":
    case "scope":
    case "at-least":
      return withoutPersons(expression.operand, clauseOf);
    case "not":
    case "person":
    case "term":
    case "pattern":
      return null;
  }
}

function joined(kind: "and" | "or", operands: readonly Expression[], { span }: Expression): Expression | null {
  const [first, ...others] = operands;
  if (first === undefined) return null;
  return others.length === 0 ? first : { kind, operands, span };
}
