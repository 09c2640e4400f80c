import type { Steps } from "../../../core/steps.ts";
import type { OpenWords } from "../../../text/open-words.ts";
import { addToHash, hashOf, hashOfPair } from "../../../text/vocabulary.ts";
import { ARABIC_ARTICLE, HANGUL, LONGEST_PREFIX, mayHavePrefix, MIN_REST, PREFIX_UNITS } from "./affixes.ts";
import { BitFilter } from "../tables/bit-filter.ts";
import type { TermStore } from "./term-store.ts";
import { isInvariable, type WordPattern } from "./word-pattern.ts";

/** Units that tell a stem or an end from others; shorter stems are told by the shorter number. */
const TOLD_BY = 4;
const SHORT = 2;
/** Room for more words than there are: filters without room are made anew, which takes time. */
const SPARE = 9 / 8;
/** Of words, so many have a form of one kind, as a rule. */
const FORMS = 1 / 4;
const TERMS_A_STEP = 256;

function hashUnits(first: number, second: number, third: number, fourth: number): number {
  return Math.imul(first | (second << 16), 0x9e_37_79_b1) ^ Math.imul(third | (fourth << 16), 0x85_eb_ca_77);
}

/** Of a text that is at least so long. */
function hashOfFour(text: string, from: number): number {
  return hashUnits(
    text.charCodeAt(from),
    text.charCodeAt(from + 1),
    text.charCodeAt(from + 2),
    text.charCodeAt(from + 3),
  );
}

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
  readonly #stems = new BitFilter(0);
  readonly #shortStems = new BitFilter(0);
  readonly #ends = new BitFilter(0);
  /** Beginnings of stems that stand behind prefixes. */
  readonly #rests = new BitFilter(0);
  readonly #filters = [this.#words, this.#alone, this.#pairs, this.#stems, this.#shortStems, this.#ends, this.#rests];
  #hasShortStems = false;
  #hasEnds = false;
  /** Whether any word may be one of the rules. */
  #isOpen = false;
  /** Whether any word that may have a prefix may be one of the rules. */
  #isOpenBehindPrefixes = false;
  /** How many terms it knows. */
  #known = 0;

  /** @param seed that hashes of words begin with */
  constructor(seed: number) {
    this.#seed = seed;
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
      if (hash === null) this.#addForms(word);
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

  #addText(text: string): void {
    this.#addWord(hashOf(this.#seed, text), false);
  }

  /** Adds a word that stands in texts in several forms: with wildcards, behind prefixes, before particles. */
  #addForms({ text, anyStart, anyEnd }: WordPattern): void {
    const wildcard = text.indexOf("?");
    const stem = wildcard < 0 ? text : text.slice(0, wildcard);
    const isWhole = !anyStart && !anyEnd && wildcard < 0;
    const hasPrefixes = mayHavePrefix(text.charCodeAt(0));
    // The article may be read before it, of which its end may be a letter.
    if (hasPrefixes && anyStart) this.#isOpenBehindPrefixes = true;
    else if (hasPrefixes) this.#addRest(stem, isWhole);
    if (anyStart || wildcard === 0) this.#addEnd(anyEnd || wildcard >= 0 ? "" : text);
    else if (!isWhole) this.#addStem(stem);
    else if (text.length < SHORT) this.#addText(text);
    else if (!hasPrefixes) this.#addStem(text);
  }

  /** Adds a word that stands behind prefixes, with its article and without: whole, or the beginning of a stem. */
  #addRest(stem: string, isWhole: boolean): void {
    const rest = stem.startsWith(ARABIC_ARTICLE) ? stem.slice(ARABIC_ARTICLE.length) : stem;
    if (isWhole) for (const text of new Set([stem, rest])) this.#addText(text);
    else if (rest.length < MIN_REST) this.#isOpenBehindPrefixes = true;
    else this.#rests.add(hashUnits(rest.charCodeAt(0), rest.charCodeAt(1), rest.charCodeAt(2), 0));
  }

  #addEnd(text: string): void {
    // Particles stand behind a Korean one.
    if (text.length < TOLD_BY || HANGUL.test(text)) this.#isOpen = true;
    else this.#ends.add(hashOfFour(text, text.length - TOLD_BY));
    this.#hasEnds = true;
  }

  #addStem(text: string): void {
    if (text.length >= TOLD_BY) this.#stems.add(hashOfFour(text, 0));
    else if (text.length < SHORT) this.#isOpen = true;
    else {
      this.#shortStems.add(hashUnits(text.charCodeAt(0), text.charCodeAt(1), 0, 0));
      this.#hasShortStems = true;
    }
  }

  /**
   * Whether a word may belong to a term.
   * @param open the words, of which it is the one at `at`, with its units from `from` on; behind them are zeros
   */
  mayBe(open: OpenWords, at: number, from: number): boolean {
    const { units } = open;
    const hash = open.hashes[at] ?? 0;
    if (this.#isOpen) return true;
    if (this.#words.has(hash) && (this.#alone.has(hash) || this.#isPaired(open, at))) return true;
    if (this.#mayBeginSo(units, from)) return true;
    const end = from + ((open.forms[at] ?? 0) >> 1);
    if (mayHavePrefix(units[from] ?? 0) && this.#mayStandBehind(units, from, end)) return true;
    return this.#hasEnds && this.#mayEndSo(units, end - TOLD_BY);
  }

  /** Whether a word stands beside another with which it may stand side by side in a term. */
  #isPaired({ hashes, before, count, isFull }: OpenWords, at: number): boolean {
    const hash = hashes[at] ?? 0;
    if (this.#pairs.has(hashOfPair(at === 0 ? before : (hashes[at - 1] ?? 0), hash))) return true;
    // Behind the last of a full room one more word may follow.
    return at + 1 === count ? isFull : this.#pairs.has(hashOfPair(hash, hashes[at + 1] ?? 0));
  }

  #mayBeginSo(units: Uint16Array, from: number): boolean {
    const first = units[from] ?? 0;
    const second = units[from + 1] ?? 0;
    if (this.#stems.has(hashUnits(first, second, units[from + 2] ?? 0, units[from + 3] ?? 0))) return true;
    return this.#hasShortStems && this.#shortStems.has(hashUnits(first, second, 0, 0));
  }

  /** Whether a word may stand behind letters that may be prefixes, a stem also behind the article, or behind none. */
  #mayStandBehind(units: Uint16Array, from: number, end: number): boolean {
    if (this.#isOpenBehindPrefixes) return true;
    const last = Math.min(from + LONGEST_PREFIX + ARABIC_ARTICLE.length, end - MIN_REST);
    for (let at = from; at <= last; at += 1) {
      if (this.#rests.has(hashUnits(units[at] ?? 0, units[at + 1] ?? 0, units[at + 2] ?? 0, 0))) return true;
      if (at > from && this.#alone.has(this.#hashUnits(units, at, end))) return true;
      if (!PREFIX_UNITS.has(units[at] ?? 0)) return false;
    }
    return false;
  }

  #hashUnits(units: Uint16Array, from: number, end: number): number {
    let hash = this.#seed;
    for (let at = from; at < end; at += 1) hash = addToHash(hash, units[at] ?? 0);
    return hash;
  }

  #mayEndSo(units: Uint16Array, from: number): boolean {
    const first = units[from] ?? 0;
    return this.#ends.has(hashUnits(first, units[from + 1] ?? 0, units[from + 2] ?? 0, units[from + 3] ?? 0));
  }
}
