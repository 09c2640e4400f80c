import type { Steps } from "../../../core/steps.ts";
import { MOST_OPEN_WORDS, type OpenWords } from "../../../text/open-words.ts";
import { addToHash, hashOf, hashOfPair } from "../../../text/vocabulary.ts";
import { ARABIC_ARTICLE, HANGUL, LONGEST_PREFIX, mayHavePrefix, MIN_REST, PREFIX_UNITS } from "./affixes.ts";
import { BitFilter, bitOf } from "../tables/bit-filter.ts";
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

/** Of four units, two by two as `OpenWords` has them. */
function hashPairs(first: number, second: number): number {
  return Math.imul(first, 0x9e_37_79_b1) ^ Math.imul(second, 0x85_eb_ca_77);
}

function hashUnits(first: number, second: number, third: number, fourth: number): number {
  return hashPairs(first | (second << 16), third | (fourth << 16));
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
  /** By open word, 1 where it passes. */
  readonly #marks = new Uint8Array(MOST_OPEN_WORDS);
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
   * Puts the places of the words that may belong to a term first in `passing`, ascending. What is asked of all words is asked
   * without a branch: processors guess what follows one, and wait where they guessed wrong.
   * @returns how many they are
   */
  sift(open: OpenWords, passing: Int32Array): number {
    const { count } = open;
    const marks = this.#marks;
    if (this.#isOpen) marks.fill(1, 0, count);
    else {
      this.#markForms(open);
      this.#markWords(open, passing);
    }
    let found = 0;
    for (let at = 0; at < count; at += 1) {
      passing[found] = at;
      found += marks[at] ?? 0;
    }
    return found;
  }

  #markForms(open: OpenWords): void {
    const { pairs, tops, count } = open;
    const stems = this.#stems.bits;
    for (let at = 0; at < count; at += 1) {
      const pair = (tops[at] ?? 0) >> 1;
      const isStem = bitOf(stems, hashPairs(pairs[pair] ?? 0, pairs[pair + 1] ?? 0));
      this.#marks[at] = isStem | this.#formOf(open, at);
    }
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

  /** 1 where a word may be a form of which few rules have any. */
  #formOf({ units, pairs, tops, forms }: OpenWords, at: number): number {
    const from = tops[at] ?? 0;
    if (this.#hasShortStems && this.#shortStems.has(hashPairs(pairs[from >> 1] ?? 0, 0))) return 1;
    const end = from + ((forms[at] ?? 0) >> 1);
    if (mayHavePrefix(units[from] ?? 0) && this.#mayStandBehind(units, from, end)) return 1;
    return this.#hasEnds && this.#mayEndSo(units, end - TOLD_BY) ? 1 : 0;
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
