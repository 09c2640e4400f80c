import { isThin, medianTerms } from "../match/lint-lists.ts";
import type { RuleSet } from "../match/rule-set.ts";
import type { TermUsage } from "../match/term-usage.ts";

/** One language of one list. */
export interface ListCell {
  list: string;
  /** `*`: terms for every language. */
  language: string;
  terms: number;
  /** Terms that stood in one of the items that were counted. */
  found: number;
  /** What is usual: the median over the list's languages; 0 where they are too few to compare. */
  median: number;
  thin: boolean;
}

/** Every language of every list, with how many of its terms stood in the items that were counted. */
export function listTable(lists: RuleSet["lists"], usage: TermUsage): readonly ListCell[] {
  return usage.cells().map(({ list, language, counts }) => {
    const median = medianTerms(lists[list] ?? {});
    const terms = counts.length;
    const found = counts.filter(({ items }) => items > 0).length;
    return { list, language, terms, found, median, thin: isThin({ terms, median }) };
  });
}

/** Terms that stand in more than this share of the items of their language say little about any of them. */
const COMMON = 0.01;
/** Fewer items of a language say nothing about shares. */
export const LEAST_ITEMS = 200;

/** A term of a list that stands in very many items of its language. */
export interface CommonTerm {
  list: string;
  language: string;
  term: string;
  /** Of the items of the language, 0 to 1. */
  share: number;
}

/** The terms that stand in over 1 % of the items of their language, the most common first; languages with 200 items or more. */
export function commonTerms(usage: TermUsage): readonly CommonTerm[] {
  return usage
    .cells()
    .flatMap(({ list, language, counts }) => {
      const items = usage.itemsIn(language);
      if (items < LEAST_ITEMS) return [];
      return counts.map((count) => ({ list, language, term: count.term, share: count.items / items }));
    })
    .filter(({ share }) => share > COMMON)
    .toSorted((a, b) => b.share - a.share);
}
