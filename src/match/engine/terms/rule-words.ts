import { roomOf, type OpenWords, type WordNumbers } from "../../../text/open-words.ts";
import { Vocabulary } from "../../../text/vocabulary.ts";
import { WordFilter } from "./word-filter.ts";
import type { WordIndex } from "./word-index.ts";

/** The number of all words that are surely none of the rules. */
export const NO_RULE_WORD = 0;

/**
 * Numbers, from 1, those words of texts that may be words of the rules. Most are not, and to say so takes less than to look
 * them up, which waits for memory.
 */
export class RuleWords implements WordNumbers {
  readonly #index: WordIndex;
  readonly #vocabulary = new Vocabulary();
  readonly #filter = new WordFilter(this.seed);

  /** @param index words of the rules; it may grow */
  constructor(index: WordIndex) {
    this.#index = index;
  }

  get seed(): number {
    return this.#vocabulary.seed;
  }

  /** Numbers given, and 0. */
  get size(): number {
    return this.#vocabulary.size + 1;
  }

  /** Forgets all words; their numbers mean nothing any more. */
  clear(): void {
    this.#vocabulary.clear();
  }

  /** The folded text of a word that has a number above 0. */
  textOf(word: number): string {
    return this.#vocabulary.textOf(word - 1);
  }

  number({ units, pairs, forms, hashes, count }: OpenWords, into: Int32Array, row: number): void {
    this.#filter.learn(this.#index);
    let from = 0;
    for (let at = 0; at < count; at += 1) {
      const form = forms[at] ?? 0;
      const hash = hashes[at] ?? 0;
      const length = form >> 1;
      into[row + at] = this.#filter.mayBe(units, from, length, hash)
        ? this.#vocabulary.numberOf(pairs, from >> 1, form, hash) + 1
        : NO_RULE_WORD;
      from += roomOf(length);
    }
  }
}
