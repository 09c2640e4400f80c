import type { Expression } from "../../expression/ast.ts";
import { parseExpression } from "../../expression/parse-expression.ts";
import type { RulePath } from "../../rule-problem.ts";
import { RuleSetError } from "./rule-set-error.ts";

/** Reads a source as `checkRuleSet` accepts it. @throws RuleSetError */
export function readExpression(source: string, path: RulePath): Expression {
  const { expression, problems } = parseExpression(source);
  if (expression === null) throw new RuleSetError(problems.map((problem) => ({ ...problem, path })));
  return expression;
}
