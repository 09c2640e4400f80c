import { finish, type Steps } from "../../../core/steps.ts";
import { MOST_OPEN_WORDS, type OpenWords, type WordNumbers } from "../../../text/open-words.ts";
import { newSeed, Vocabulary } from "../../../text/vocabulary.ts";
import { IntColumn } from "../tables/int-column.ts";
import { WordFilter } from "./word-filter.ts";
import type { TermStore } from "./term-store.ts";

/** Words by which it is judged whether the filter is worth asking. */
const JUDGED_BY = 4096;
/** Where it is not, one text of so many asks it all the same, to see whether it is now. */
const ASK_ONE_IN = 16;

/** The number of all words that are surely none of the rules. */
export const NO_RULE_WORD = 0;

/**
 * Numbers, from 1, those words of texts that may be words of the rules. Most are not, and to say so takes less than to look
 * them up, which waits for memory.
 */
export class RuleWords implements WordNumbers {
  readonly #terms: TermStore;
  readonly #vocabulary: Vocabulary;
  /** Rows of the item read last in which such words stand, ascending. */
  readonly rows = new IntColumn(1024);
  readonly #filter: WordFilter;
  /** Places of those open words that are to be numbered. */
  readonly #passing = new Int32Array(MOST_OPEN_WORDS);
  #isWorthAsking = true;
  /** How many words the filter was asked of since that was judged, and how many of them passed. */
  #asked = 0;
  #passed = 0;
  #texts = 0;

  /**
   * @param terms of the rules; they may grow
   * @param seed that hashes of words begin with
   */
  constructor(terms: TermStore, seed = newSeed()) {
    this.#terms = terms;
    this.#vocabulary = new Vocabulary(seed);
    this.#filter = new WordFilter(seed);
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

  number(open: OpenWords, into: Int32Array, row: number): void {
    const filter = this.#filter;
    if (!filter.knows(this.#terms)) finish(this.learn());
    this.#forgetRowsFrom(row);
    const { pairs, tops, forms, hashes, count } = open;
    this.#texts += 1;
    const asks = this.#isWorthAsking || this.#texts % ASK_ONE_IN === 0;
    const passing = this.#passing;
    const passed = asks ? filter.sift(open, passing) : this.#passAll(open);
    into.fill(NO_RULE_WORD, row, row + count);
    for (let nth = 0; nth < passed; nth += 1) {
      const at = passing[nth] ?? 0;
      const top = (tops[at] ?? 0) >> 1;
      into[row + at] = this.#vocabulary.numberOf(pairs, top, forms[at] ?? 0, hashes[at] ?? 0) + 1;
      this.rows.push(row + at);
    }
    if (asks) this.#judge(count, passed);
  }

  #passAll(open: OpenWords): number {
    this.#vocabulary.readAhead(open);
    for (let at = 0; at < open.count; at += 1) this.#passing[at] = at;
    return open.count;
  }

  /** Where the rules have half of the words of texts, as ten thousand watches may, the filter costs more than it saves. */
  #judge(asked: number, passed: number): void {
    this.#asked += asked;
    this.#passed += passed;
    if (this.#asked < JUDGED_BY) return;
    this.#isWorthAsking = 2 * this.#passed <= this.#asked;
    this.#asked = 0;
    this.#passed = 0;
  }

  /** Takes in the terms that are new, which the next item would wait for, in steps. */
  learn(): Steps<void> {
    return this.#filter.learn(this.#terms);
  }

  /** Rows from `row` on are those of another item, or of a text that is read again. */
  #forgetRowsFrom(row: number): void {
    while (this.rows.length > 0 && this.rows.at(this.rows.length - 1) >= row) this.rows.length -= 1;
  }
}
