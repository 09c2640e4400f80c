import { checkClauses } from "./check-clauses.ts";
import { checkReferences } from "./check-references.ts";
import { lintLists } from "./lint-lists.ts";
import { lintTerms } from "./lint-terms.ts";
import type { RuleProblem } from "./match-answer.ts";
import { expressionsOf, parseRules } from "./parse-rules.ts";
import type { RuleSet } from "./rule-set.ts";

/**
 * Everything that is wrong with a rule set, errors and lints together: expressions and terms, names that nothing
 * carries, clauses in a circle, and what probably matches too much. A rule set without errors compiles. `path` leads
 * to the text a problem stands in: `["watches", 3, "unless"]`, `["lists", "office", "en", 4]`, and `"not", 0` behind
 * it for a longer phrase, `["clauses", "no-return"]`; start and end are 0 where the name itself is meant.
 */
export function checkRuleSet(rules: RuleSet): readonly RuleProblem[] {
  const parsed = parseRules(rules);
  const own = [...parsed.terms, ...expressionsOf(parsed)].flatMap(({ path, problems }) =>
    problems.map((problem): RuleProblem => ({ ...problem, path })),
  );
  return [
    ...own,
    ...checkReferences(rules, parsed),
    ...checkClauses(parsed),
    ...lintTerms(rules, parsed),
    ...lintLists(rules.lists),
  ];
}
