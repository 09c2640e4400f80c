import type { Expression } from "../expression/ast.ts";
import { parseExpression } from "../expression/parse-expression.ts";
import { RuleSetError } from "./rule-set-error.ts";

/** Reads a source as `checkRuleSet` accepts it. @throws RuleSetError */
export function readExpression(source: string, path: readonly (string | number)[]): Expression {
  const { expression, problems } = parseExpression(source);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (expression === null || errors.length > 0) throw new RuleSetError(errors.map((error) => ({ ...error, path })));
  return expression;
}
