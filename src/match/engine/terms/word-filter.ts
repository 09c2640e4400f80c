import type { Steps } from "../../../core/steps.ts";
import { MOST_OPEN_WORDS, type OpenWords } from "../../../text/open-words.ts";
import { hashOf, hashOfPair } from "../../../text/vocabulary.ts";
import { BitFilter, bitOf } from "../tables/bit-filter.ts";
import { FormFilter } from "./form-filter.ts";
import type { TermStore } from "./term-store.ts";
import { isInvariable } from "./word-pattern.ts";

/** Room for more words than there are: filters without room are made anew, which takes time. */
const SPARE = 9 / 8;
/** Of words, so many have a form of one kind, as a rule. */
const FORMS = 1 / 4;
const TERMS_A_STEP = 256;

/**
 * Whether a word of a text may belong to a term that stands there. Never says no of such a word. Says yes of one in some
 * twenty others. A word that the rules have in phrases only, as most frequent ones, has to stand beside one of its
 * neighbours.
 */
export class WordFilter {
  readonly #seed: number;
  /** Words that stand in texts as they are; of them those that say something wherever they stand, and those side by side. */
  readonly #words = new BitFilter(0);
  readonly #alone = new BitFilter(0);
  readonly #pairs = new BitFilter(0);
  readonly #forms: FormFilter;
  readonly #filters: readonly BitFilter[];
  /** By open word, 1 where it passes. */
  readonly #marks = new Uint8Array(MOST_OPEN_WORDS);
  /** How many terms it knows. */
  #known = 0;

  /** @param seed that hashes of words begin with */
  constructor(seed: number) {
    this.#seed = seed;
    this.#forms = new FormFilter(seed, this.#alone, (text) => this.#addWord(hashOf(seed, text), false));
    this.#filters = [this.#words, this.#alone, this.#pairs, ...this.#forms.filters];
  }

  /** Whether it has learnt all terms of the store. */
  knows(store: TermStore): boolean {
    return this.#known === store.size;
  }

  /** Learns the terms that were added to the store since it last did, in steps. */
  *learn(store: TermStore): Steps<void> {
    yield* this.#addAll(store);
    while (!this.#filters.every((filter) => filter.hasRoom)) {
      this.#makeRoom(store);
      this.#known = 0;
      yield* this.#addAll(store);
    }
  }

  /** As much as is needed and some more: the smaller a filter, the nearer to the processor. */
  #makeRoom(store: TermStore): void {
    const words = SPARE * store.words.size;
    const guesses = new Map([
      [this.#words, words],
      [this.#alone, words],
      [this.#pairs, SPARE * (store.length - store.size)],
    ]);
    for (const filter of this.#filters)
      filter.clear(Math.max(guesses.get(filter) ?? FORMS * words, filter.hasRoom ? 0 : 2 * filter.count));
  }

  *#addAll(store: TermStore): Steps<void> {
    while (this.#known < store.size) {
      this.#addTerm(store, this.#known);
      // Before the step ends: who is asked meanwhile may go on from here.
      this.#known += 1;
      if (this.#known % TERMS_A_STEP === 0) yield;
    }
  }

  #addTerm(store: TermStore, term: number): void {
    const gaps = store.hasGaps(term) ? store.gapsOf(term) : null;
    const from = store.from(term);
    const to = store.to(term);
    /** Hash of the word before, if it stands in texts as it is, and whether it stands beside another such one. */
    let left: number | null = null;
    let isPaired = false;
    for (let at = from; at < to; at += 1) {
      const word = store.words.pattern(store.wordAt(at));
      const hash: number | null = isInvariable(word) ? hashOf(this.#seed, word.text) : null;
      if (hash === null) this.#forms.add(word);
      const isNext: boolean = left !== null && hash !== null && (gaps?.[at - from] ?? 0) === 0;
      if (left !== null) this.#addWord(left, isPaired || isNext);
      if (left !== null && hash !== null && isNext) this.#pairs.add(hashOfPair(left, hash));
      [left, isPaired] = [hash, isNext];
    }
    if (left !== null) this.#addWord(left, isPaired);
  }

  /** @param isPaired whether it stands beside a neighbour wherever the term stands */
  #addWord(hash: number, isPaired: boolean): void {
    this.#words.add(hash);
    if (!isPaired) this.#alone.add(hash);
  }

  /**
   * Puts the places of the words that may belong to a term first in `passing`, ascending. What is asked of all words is asked
   * without a branch: processors guess what follows one, and wait where they guessed wrong.
   * @returns how many they are
   */
  sift(open: OpenWords, passing: Int32Array): number {
    const { count } = open;
    const marks = this.#marks;
    if (this.#forms.isOpen) marks.fill(1, 0, count);
    else {
      this.#forms.mark(open, marks);
      this.#markWords(open, passing);
    }
    let found = 0;
    for (let at = 0; at < count; at += 1) {
      passing[found] = at;
      found += marks[at] ?? 0;
    }
    return found;
  }

  /** Marks those that stand in texts as rules have them. @param known for the places of words that the rules have anywhere */
  #markWords({ hashes, count, before, isFull }: OpenWords, known: Int32Array): void {
    const [words, alone, neighbours] = [this.#words.bits, this.#alone.bits, this.#pairs.bits];
    let found = 0;
    for (let at = 0; at < count; at += 1) {
      known[found] = at;
      found += bitOf(words, hashes[at] ?? 0);
    }
    for (let nth = 0; nth < found; nth += 1) {
      const at = known[nth] ?? 0;
      const hash = hashes[at] ?? 0;
      const left = bitOf(neighbours, hashOfPair(at === 0 ? before : (hashes[at - 1] ?? 0), hash));
      // Behind the last of a full room one more word may follow.
      const right = at + 1 < count ? bitOf(neighbours, hashOfPair(hash, hashes[at + 1] ?? 0)) : Number(isFull);
      this.#marks[at] = (this.#marks[at] ?? 0) | bitOf(alone, hash) | left | right;
    }
  }
}
