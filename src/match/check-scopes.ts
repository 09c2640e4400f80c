import type { Expression, Scope } from "./expression/ast.ts";
import { operandsOf } from "./expression/operands-of.ts";
import { expressionsOf, type ParsedRules } from "./parse-rules.ts";
import type { RuleProblem } from "./rule-problem.ts";

/** Scopes without a word in common; `lead` shares some with either. */
const APART: Readonly<Record<Scope, Scope | null>> = { title: "body", body: "title", lead: null };

type ScopeExpression = Extract<Expression, { kind: "scope" }>;

/** Every `body:` inside a `title:`, and the other way round. */
function findImpossible(expression: Expression, around: readonly Scope[]): readonly ScopeExpression[] {
  if (expression.kind !== "scope") return operandsOf(expression).flatMap((part) => findImpossible(part, around));
  const { scope, operand } = expression;
  const other = APART[scope];
  const isImpossible = other !== null && around.includes(other);
  return isImpossible ? [expression] : findImpossible(operand, [...around, scope]);
}

/** Scopes inside others with which they share no word: what they ask for can stand nowhere. */
export function checkScopes(parsed: ParsedRules): RuleProblem[] {
  return expressionsOf(parsed).flatMap(({ tree, path }) =>
    (tree === null ? [] : findImpossible(tree, [])).map(({ scope, span }): RuleProblem => {
      const message = `${scope}: inside ${APART[scope] ?? ""}: can never be found: to ask for both, write title:(…) AND body:(…)`;
      return { severity: "error", code: "impossible-scope", message, suggestion: null, ...span, path };
    }),
  );
}
