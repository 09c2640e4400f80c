import { itemText } from "../../../text/item-text.ts";
import { baseLanguage } from "../../base-language.ts";
import type { MatchItem } from "../../rule-set.ts";
import type { ListIndex } from "../terms/list-index.ts";
import type { Sign } from "../compile/necessary.ts";
import type { TermIndex } from "../terms/term-index.ts";
import { mayBeArabic } from "../terms/affixes.ts";
import { TextScan } from "./text-scan.ts";
import { isInvariable, type WordPattern } from "../terms/word-pattern.ts";
import { WordSieve } from "./word-sieve.ts";

/**
 * Whether one of the signs may stand in an item: of its term the rarest word, that of another language left aside. To look
 * through an item is a fraction of the work of reading it.
 */
export class ItemSieve {
  readonly #signs: readonly Sign[];
  readonly #terms: TermIndex;
  readonly #lists: ListIndex;
  /** By language; null: of all. */
  readonly #scans = new Map<string | null, TextScan>();

  constructor(signs: readonly Sign[], { terms, lists }: { terms: TermIndex; lists: ListIndex }) {
    this.#signs = signs;
    this.#terms = terms;
    this.#lists = lists;
  }

  mayShow(item: MatchItem): boolean {
    const scan = this.#scanFor(baseLanguage(item.lang));
    const { title, body } = itemText(item);
    return scan.mayFind(title) || scan.mayFind(body);
  }

  /** Languages that no list has are read like an unknown one. */
  #scanFor(language: string | null): TextScan {
    const known = this.#scans.get(language);
    if (known !== undefined) return known;
    const isListed = language !== null && this.#lists.hasLanguage(language);
    const scan = language === null || isListed ? this.#make(language) : this.#scanFor(null);
    this.#scans.set(language, scan);
    return scan;
  }

  #make(language: string | null): TextScan {
    const terms = new Set(this.#termsFor(language));
    const words = new WordSieve(terms.size, mayBeArabic(language));
    for (const term of terms) this.#addTerm(words, term);
    return new TextScan(words);
  }

  /** Two words that stand side by side say more than the rarest one, above all where words are characters. */
  #addTerm(words: WordSieve, term: number): void {
    const { store } = this.#terms;
    const patterns = Array.from(store.wordsOf(term), (word) => store.words.pattern(word));
    const [left, right] = invariablePair(patterns, store.hasGaps(term) ? store.gapsOf(term) : []);
    const anchor = patterns[store.anchorOf(term)];
    if (left !== undefined && right !== undefined) words.addPair(left, right);
    else if (anchor !== undefined) words.add(anchor);
  }

  *#termsFor(language: string | null): Generator<number> {
    const { store } = this.#terms;
    for (const sign of this.#signs) {
      if (sign.kind === "term") yield sign.term;
      else if (sign.kind === "terms") for (let at = sign.from; at < sign.to; at += 1) yield store.choiceAt(at);
      else if (sign.kind === "list") yield* this.#lists.termsFor(sign.list, language);
    }
  }
}

/** Of two invariable words side by side the longest. @param gaps how many words may stand before each; absent: none */
function invariablePair(patterns: readonly WordPattern[], gaps: readonly number[]): readonly WordPattern[] {
  let best: readonly WordPattern[] = [];
  let most = 0;
  for (const [at, right] of patterns.entries()) {
    const left = patterns[at - 1];
    const length = (left?.text.length ?? 0) + right.text.length;
    if (left === undefined || length <= most || (gaps[at] ?? 0) > 0) continue;
    if (!isInvariable(left) || !isInvariable(right)) continue;
    [best, most] = [[left, right], length];
  }
  return best;
}
