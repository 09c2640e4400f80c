import { checkClauses } from "./check-clauses.ts";
import { checkNearScopes } from "./check-near-scopes.ts";
import { checkReferences } from "./check-references.ts";
import { checkScopes } from "./check-scopes.ts";
import { lintLists } from "./lint-lists.ts";
import { lintExpressions, lintListTerm, lintNames } from "./lint-terms.ts";
import type { RuleProblem } from "./rule-problem.ts";
import { isSoundTerm } from "./expression/parse-term.ts";
import { expressionsOf, parseListTerms, parseRules, type ParsedRule } from "./parse-rules.ts";
import type { RuleSet } from "./rule-set.ts";

/**
 * What is wrong with a rule set: expressions and terms, names that nothing carries or nobody uses, clauses in a circle, scopes
 * that share no word, NEAR between title and body. A rule set without errors compiles. `path` leads to the text a problem
 * stands in: `["watches", 3, "unless"]`, `["lists", "office", "en", 4]`, and `"not", 0` behind it for a longer phrase,
 * `["clauses", "no-return"]`; start and end are 0 where the name itself is meant.
 */
export function checkRuleSet(rules: RuleSet): readonly RuleProblem[] {
  const parsed = parseRules(rules);
  return [
    ...checkTerms(rules),
    ...expressionsOf(parsed).flatMap(ownProblems),
    ...checkReferences(rules, parsed),
    ...checkClauses(parsed),
    ...checkScopes(parsed),
    ...checkNearScopes(parsed),
  ];
}

/** What in a rule set is allowed and probably not meant; paths as `checkRuleSet` gives them. Reads every term of the lists. */
export function lintRuleSet(rules: RuleSet): readonly RuleProblem[] {
  const terms: RuleProblem[] = [];
  for (const term of parseListTerms(rules)) terms.push(...lintListTerm(term));
  return [...lintNames(rules), ...terms, ...lintExpressions(parseRules(rules)), ...lintLists(rules.lists)];
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

function checkTerms(rules: RuleSet): RuleProblem[] {
  const problems: RuleProblem[] = [];
  for (const term of parseListTerms(rules, (source) => !isSoundTerm(source))) problems.push(...ownProblems(term));
  return problems;
}
