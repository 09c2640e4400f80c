import { checkExpressions } from "../match/check-rule-set.ts";
import type { ExpressionProblem } from "../match/rule-problem.ts";
import type { RuleSet } from "../match/rule-set.ts";
import { plainWatch } from "../match/plain-watch.ts";
import { rulesOfWatch, type RulesOfWatch } from "../match/rules-of-watch.ts";

/** Id of the watch that stands for an expression somebody searches for. */
export const SEARCH_ID = "search";

/** An expression as the only watch of a rule set, or what is wrong with it. */
export type SearchRule =
  | { kind: "watch"; watch: RulesOfWatch }
  | { kind: "wrong"; problems: readonly ExpressionProblem[] };

/** Reads an expression of the watch language that may use the lists, clauses and persons of the rules. */
export function readSearch(expression: string, rules: RuleSet): SearchRule {
  const searching: RuleSet = { ...rules, watches: [plainWatch(SEARCH_ID, expression)] };
  const problems = checkExpressions(searching).filter(({ path }) => path[0] === "watches");
  return problems.length === 0
    ? { kind: "watch", watch: rulesOfWatch(searching, SEARCH_ID) }
    : { kind: "wrong", problems };
}
