import { itemText } from "../../text/item-text.ts";
import { WordReader } from "../../text/word-reader.ts";
import type { MatchItem } from "../rule-set.ts";
import { baseLanguage } from "./document.ts";
import type { ListIndex } from "./list-index.ts";
import type { Sign } from "./necessary.ts";
import type { TermIndex } from "./term-index.ts";
import { WordSieve } from "./word-sieve.ts";

/** A sieve and what reads texts into it. */
interface Sieve {
  words: WordSieve;
  reader: WordReader;
}

/**
 * Whether one of the signs may stand in an item: of its term the rarest word, that of another language left aside. Cuts the
 * item and looks its words up nowhere but here, which is a fraction of the work of reading it.
 */
export class ItemSieve {
  readonly #signs: readonly Sign[];
  readonly #terms: TermIndex;
  readonly #lists: ListIndex;
  /** By language; null: of all. */
  readonly #sieves = new Map<string | null, Sieve>();

  constructor(signs: readonly Sign[], { terms, lists }: { terms: TermIndex; lists: ListIndex }) {
    this.#signs = signs;
    this.#terms = terms;
    this.#lists = lists;
  }

  mayShow(item: MatchItem): boolean {
    const { words, reader } = this.#sieveFor(baseLanguage(item.lang));
    const { title, body } = itemText(item);
    words.isHit = false;
    reader.clear();
    reader.read(title);
    if (!words.isHit) reader.read(body);
    return words.isHit;
  }

  /** Languages that no list has are read like an unknown one. */
  #sieveFor(language: string | null): Sieve {
    const known = this.#sieves.get(language);
    if (known !== undefined) return known;
    const isListed = language !== null && this.#lists.hasLanguage(language);
    const sieve = language === null || isListed ? this.#make(language) : this.#sieveFor(null);
    this.#sieves.set(language, sieve);
    return sieve;
  }

  #make(language: string | null): Sieve {
    const words = new WordSieve();
    const { store } = this.#terms;
    const seen = new Set<number>();
    for (const term of this.#termsFor(language)) {
      if (store.to(term) === store.from(term)) continue;
      const word = store.wordAt(store.from(term) + store.anchorOf(term));
      if (!seen.has(word)) words.add(store.words.pattern(word));
      seen.add(word);
    }
    return { words, reader: new WordReader(words) };
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
