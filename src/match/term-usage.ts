import type { ListTermsInItem } from "./engine/create-engine.ts";
import { EVERY_LANGUAGE, type RuleSet } from "./rule-set.ts";

/** How the terms of one language of a list did over items of that language. */
export interface CellUsage {
  list: string;
  language: string;
  /** By term, how many items it stood in. */
  counts: readonly { term: string; items: number }[];
}

/** Counts in how many items each list term stands. An item counts for its own language only, and where it is unknown for none. */
export class TermUsage {
  readonly #lists: RuleSet["lists"];
  readonly #names: readonly string[];
  readonly #counts = new Map<string, Int32Array>();
  readonly #items = new Map<string, number>();

  constructor({ lists }: Pick<RuleSet, "lists">) {
    this.#lists = lists;
    this.#names = Object.keys(lists);
  }

  add({ language, terms }: ListTermsInItem): void {
    if (language === null) return;
    for (const lang of [language, EVERY_LANGUAGE]) this.#items.set(lang, this.itemsIn(lang) + 1);
    for (const { list, lang, at } of terms) {
      if (lang !== language && lang !== EVERY_LANGUAGE) continue;
      const counts = this.#countsOf(this.#names[list] ?? "", lang);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }

  /** How many items of a language were counted; `*`: of all. */
  itemsIn(language: string): number {
    return this.#items.get(language) ?? 0;
  }

  /** Every language of every list, in the order of the rules. */
  cells(): readonly CellUsage[] {
    return Object.entries(this.#lists).flatMap(([list, byLanguage]) =>
      Object.entries(byLanguage).map(([language, terms]) => {
        const counts = this.#countsOf(list, language);
        return { list, language, counts: terms.map(({ term }, at) => ({ term, items: counts[at] ?? 0 })) };
      }),
    );
  }

  #countsOf(list: string, language: string): Int32Array {
    const key = `${list}\n${language}`;
    const known = this.#counts.get(key) ?? new Int32Array(this.#lists[list]?.[language]?.length ?? 0);
    this.#counts.set(key, known);
    return known;
  }
}
