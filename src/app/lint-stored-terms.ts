import type { RuleProblem } from "../match/rule-problem.ts";
import { EVERY_LANGUAGE } from "../match/rule-set.ts";
import type { StoredTerms } from "./count-stored-terms.ts";
import { LEAST_ITEMS } from "./list-table.ts";

const EXAMPLES = 5;

/** What stored items show of lists that no test can: terms that stand nearly everywhere, and lists that are never found. */
export function lintStoredTerms(stored: StoredTerms): RuleProblem[] {
  return [...lintCommon(stored), ...lintUnseen(stored)];
}

function lintCommon({ common }: StoredTerms): RuleProblem[] {
  const byList = Map.groupBy(common, ({ list, language }) => JSON.stringify([list, language]));
  return [...byList.values()].flatMap((terms) => {
    const [first] = terms;
    if (first === undefined) return [];
    const shown = namesOf(terms.map(({ term, share }) => `${term} ${(100 * share).toFixed(1)} %`));
    return [lint("common-terms", first, `list ${first.list}: in over 1 % of the items${of(first)}: ${shown}`)];
  });
}

function lintUnseen({ items, lists }: StoredTerms): RuleProblem[] {
  const unseen = lists.filter(({ language, terms, found }) => {
    return terms > 0 && found === 0 && (items[language] ?? 0) >= LEAST_ITEMS;
  });
  return [...Map.groupBy(unseen, ({ language }) => language).values()].flatMap((cells) => {
    const [first] = cells;
    if (first === undefined) return [];
    const read = (items[first.language] ?? 0).toLocaleString("en");
    const names = namesOf(cells.map(({ list, terms }) => `${list} (${terms})`));
    return [lint("unseen-lists", first, `no term of these lists stands in any of ${read} items${of(first)}: ${names}`)];
  });
}

function of({ language }: { language: string }): string {
  return language === EVERY_LANGUAGE ? "" : ` in ${language}`;
}

function namesOf(names: readonly string[]): string {
  const more = names.length > EXAMPLES ? ` and ${names.length - EXAMPLES} more` : "";
  return `${names.slice(0, EXAMPLES).join(", ")}${more}`;
}

/** Points at the language's terms in the list. */
function lint(code: string, { list, language }: { list: string; language: string }, message: string): RuleProblem {
  const path = ["lists", list, language, 0];
  return { severity: "lint", code, message, suggestion: null, start: 0, end: 0, path };
}
