import { keepRead } from "../../../core/read-ahead.ts";
import { IntColumn } from "../tables/int-column.ts";
import { RowIndex } from "../tables/row-index.ts";
import { WordIndex } from "./word-index.ts";

/** All terms of all rules as integers. Ids count from 0; equal terms have one id. */
export class TermStore {
  /** Words of all terms. */
  readonly words = new WordIndex();
  /** Words of each term, in order; behind them, of terms with gaps, the gap before each word as -1, -2 … */
  readonly #terms = new RowIndex();
  /** By term, which of its words is the rarest. */
  readonly #anchors = new IntColumn();
  /** Terms of all ORs of terms, those of each side by side. */
  readonly #choices = new IntColumn();

  get size(): number {
    return this.#terms.size;
  }

  /** Words of all terms together, and gaps. */
  get length(): number {
    return this.#terms.values.length;
  }

  /**
   * Id of a term, a new one if need be.
   * @param words of `words`
   * @param gaps how many words may stand before each
   */
  add(words: readonly number[], gaps: readonly number[]): number {
    const hasGaps = gaps.some((gap) => gap > 0);
    const known = this.size;
    const term = this.#terms.add(hasGaps ? [...words, ...gaps.map((gap) => -1 - gap)] : words);
    if (this.size > known) this.#anchors.push(this.#rarest(words));
    return term;
  }

  /** Without counts of real text the longest word is the best guess for the rarest. */
  #rarest(words: readonly number[]): number {
    let rarest = 0;
    for (let at = 1; at < words.length; at += 1)
      if (this.words.lengthOf(words[at] ?? 0) > this.words.lengthOf(words[rarest] ?? 0)) rarest = at;
    return rarest;
  }

  /** Words of a term: from `from` to `to` in `wordAt`. */
  from(term: number): number {
    return this.#terms.from(term);
  }

  to(term: number): number {
    const to = this.#terms.to(term);
    return this.hasGaps(term) ? (this.#terms.from(term) + to) / 2 : to;
  }

  wordAt(at: number): number {
    return this.#terms.values.at(at);
  }

  wordsOf(term: number): Int32Array {
    return this.#terms.values.values.subarray(this.from(term), this.to(term));
  }

  hasGaps(term: number): boolean {
    const to = this.#terms.to(term);
    return to > this.#terms.from(term) && this.wordAt(to - 1) < 0;
  }

  /** Of a term with gaps, how many words may stand before each of its words. */
  gapsOf(term: number): readonly number[] {
    return Array.from(this.#terms.values.values.subarray(this.to(term), this.#terms.to(term)), (gap) => -1 - gap);
  }

  /** Reads ahead the words of terms. */
  readAhead(terms: readonly number[]): void {
    let read = 0;
    for (const term of terms) read ^= this.#terms.from(term) ^ this.#anchors.at(term);
    for (const term of terms) read ^= this.#terms.values.at(this.#terms.from(term));
    keepRead(read);
  }

  /** Which of the words of a term is the rarest. */
  anchorOf(term: number): number {
    return this.#anchors.at(term);
  }

  /** Keeps the terms of an OR side by side: most of what rules say is such a choice. @returns where they stand */
  addChoice(terms: readonly number[]): { from: number; to: number } {
    const from = this.#choices.length;
    for (const term of terms) this.#choices.push(term);
    return { from, to: this.#choices.length };
  }

  choiceAt(at: number): number {
    return this.#choices.at(at);
  }
}
