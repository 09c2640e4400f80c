import { checkClauses } from "./check-clauses.ts";
import { checkNearScopes } from "./check-near-scopes.ts";
import { checkReferences } from "./check-references.ts";
import { checkScopes } from "./check-scopes.ts";
import { lintLists } from "./lint-lists.ts";
import { lintExpressions, lintListTerm, lintNames } from "./lint-terms.ts";
import type { RuleProblem } from "./rule-problem.ts";
import { expressionsOf, parseListTerms, parseRules, type ParsedRule } from "./parse-rules.ts";
import type { RuleSet } from "./rule-set.ts";

/**
 * Everything that is wrong with a rule set, errors and lints together: expressions and terms, names that nothing
 * carries, clauses in a circle, scopes that share no word, NEAR between title and body, and what probably matches too much. A rule set without errors compiles. `path` leads
 * to the text a problem stands in: `["watches", 3, "unless"]`, `["lists", "office", "en", 4]`, and `"not", 0` behind
 * it for a longer phrase, `["clauses", "no-return"]`; start and end are 0 where the name itself is meant.
 */
export function checkRuleSet(rules: RuleSet): readonly RuleProblem[] {
  const parsed = parseRules(rules);
  const terms = checkTerms(rules);
  return [
    ...terms.errors,
    ...expressionsOf(parsed).flatMap(ownProblems),
    ...checkReferences(rules, parsed),
    ...checkClauses(parsed),
    ...checkScopes(parsed),
    ...checkNearScopes(parsed),
    ...lintNames(rules),
    ...terms.lints,
    ...lintExpressions(parsed),
    ...lintLists(rules.lists),
  ];
}

/**
 * What is wrong with the expressions of a rule set whose lists were checked before, errors only; paths as `checkRuleSet`
 * gives them.
 */
export function checkExpressions(rules: RuleSet): readonly RuleProblem[] {
  const parsed = parseRules(rules);
  return [
    ...expressionsOf(parsed).flatMap(ownProblems),
    ...checkReferences(rules, parsed),
    ...checkClauses(parsed),
    ...checkScopes(parsed),
    ...checkNearScopes(parsed),
  ].filter(({ severity }) => severity === "error");
}

function ownProblems({ path, problems }: ParsedRule<unknown>): RuleProblem[] {
  return problems.map((problem) => ({ ...problem, path }));
}

function checkTerms(rules: RuleSet): { errors: RuleProblem[]; lints: RuleProblem[] } {
  const errors: RuleProblem[] = [];
  const lints: RuleProblem[] = [];
  for (const term of parseListTerms(rules)) {
    errors.push(...ownProblems(term));
    lints.push(...lintListTerm(term));
  }
  return { errors, lints };
}
