import type { RuleProblem } from "./rule-problem.ts";
import { EVERY_LANGUAGE, type RuleSet } from "./rule-set.ts";

/** A list is compared over its languages when it has this many. */
const LEAST_LANGUAGES = 4;
/** Less than this share of the median is thin. */
const THIN = 1 / 4;
/** A language is expected in every list when it has this share of them. */
const AT_HOME = 1 / 2;
const MOST_SHOWN = 5;

type Lists = RuleSet["lists"];

/** How many terms a language of a list has, and how many are usual. */
interface Cell {
  list: string;
  language: string;
  terms: number;
  /** Of the list's languages. */
  median: number;
}

/** Whether a language has far fewer terms in a list than the list's languages usually have. */
export function isThin({ terms, median }: Pick<Cell, "terms" | "median">): boolean {
  return terms < median * THIN;
}

/** The middle number of terms of a list's languages; 0 where it has too few languages to compare. */
export function medianTerms(list: Lists[string]): number {
  const counts = Object.entries(list).flatMap(([language, terms]) =>
    language === EVERY_LANGUAGE || terms.length === 0 ? [] : [terms.length],
  );
  if (counts.length < LEAST_LANGUAGES) return 0;
  return counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
}

/** Languages that have most of the lists that are compared, in their order. */
export function languagesAtHome(lists: Lists): readonly string[] {
  const compared = Object.values(lists).filter((list) => medianTerms(list) > 0);
  const times = new Map<string, number>();
  for (const list of compared)
    for (const [language, terms] of Object.entries(list))
      if (terms.length > 0 && language !== EVERY_LANGUAGE) times.set(language, (times.get(language) ?? 0) + 1);
  return [...times].filter(([, count]) => count >= compared.length * AT_HOME).map(([language]) => language);
}

/** Languages that have far fewer terms in a list than the others, or none although both have most of each other: one lint each. */
export function lintLists(lists: Lists): RuleProblem[] {
  const home = new Set(languagesAtHome(lists));
  const compared = Object.entries(lists).flatMap(([list, byLanguage]) => {
    const median = medianTerms(byLanguage);
    if (median === 0) return [];
    const written = Object.values(byLanguage).filter((terms) => terms.length > 0).length;
    // A list in a few languages is a desk's own: nobody means to write it in all.
    return [{ list, byLanguage, median, isForAll: written >= home.size * AT_HOME }];
  });
  const languages = new Set(compared.flatMap(({ byLanguage }) => Object.keys(byLanguage)));
  languages.delete(EVERY_LANGUAGE);
  return [...languages].flatMap((language) => {
    const cells = compared.map(({ list, byLanguage, median, isForAll }) => {
      return { list, language, terms: byLanguage[language]?.length ?? 0, median, isForAll };
    });
    const thin = cells.filter((cell) => isThin(cell) && (cell.terms > 0 || (cell.isForAll && home.has(language))));
    const someList = cells.find(({ terms }) => terms > 0)?.list ?? "";
    return thin.length === 0 ? [] : [toLint(thin, someList)];
  });
}

function toLint(thin: readonly Cell[], someList: string): RuleProblem {
  const [first] = thin.filter(({ terms }) => terms > 0);
  const language = thin[0]?.language ?? "";
  const shown = thin.slice(0, MOST_SHOWN).map(({ list, terms, median }) => `${list} ${terms} of ${median}`);
  const more = thin.length > MOST_SHOWN ? ` and ${thin.length - MOST_SHOWN} more` : "";
  const lists = thin.length === 1 ? "1 list has" : `${thin.length} lists have`;
  return {
    severity: "lint",
    code: "thin-lists",
    message: `${language}: ${lists} far fewer terms than its languages usually have (the median): ${shown.join(", ")}${more}`,
    suggestion: null,
    start: 0,
    end: 0,
    path: ["lists", first?.list ?? someList, language, 0],
  };
}
