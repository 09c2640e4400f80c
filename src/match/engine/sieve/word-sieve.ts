import type { OpenWords, WordNumbers } from "../../../text/open-words.ts";
import { addToHash, hashOf, hashOfPair, newSeed } from "../../../text/vocabulary.ts";
import { ARABIC_ARTICLE, beginsPrefix, HANGUL, LONGEST_PREFIX, MIN_REST, PREFIX_UNITS } from "../terms/affixes.ts";
import { BitFilter } from "../tables/bit-filter.ts";
import { IntSet } from "../tables/int-set.ts";
import { longestRun, type WordPattern } from "../terms/word-pattern.ts";

const MIN_RUN = 3;
/** Longer stems are told apart by so many letters. */
const LONGEST_STEM = 30;
/** A power of two; stems have some thousands of first letters. */
const BEGINNINGS = 1 << 16;
const UNIT_BITS = 10;
const LAST_BITS = (1 << (MIN_RUN * UNIT_BITS)) - 1;
const ARABIC = /[\u0600-\u06ff]/;

function beginningOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (BEGINNINGS - 1);
}

/** The last three units of a row of them, of each the bits that tell letters of a script apart. */
export function addToLast(last: number, unit: number): number {
  return ((last << UNIT_BITS) ^ unit) & LAST_BITS;
}

/** The same of the first three of a text. */
function beginningUnits(text: string): number {
  let last = 0;
  for (let at = 0; at < MIN_RUN; at += 1) last = addToLast(last, text.charCodeAt(at));
  return last;
}

/**
 * In the place of a vocabulary, a look at the words of a text: whether one of them may be a word that is looked for. Never
 * lets such a word pass unseen; sees one where there is none once in some hundred thousand words, and where a prefix or a
 * particle would not be read as one.
 */
export class WordSieve implements WordNumbers {
  readonly seed = newSeed();
  /** Whether a word was seen since it was last set. */
  isHit = false;
  /** Whether every word may be one that is looked for. */
  #isOpen = false;
  /** Hashes of beginnings of words, and of whole words, that may be looked for. */
  readonly beginnings: BitFilter;
  readonly ends: BitFilter;
  readonly #words = new IntSet();
  readonly #stems = new IntSet();
  /** Lengths of stems, a bit each, and what the first letters of all stems are: most words begin otherwise. */
  #stemLengths = 0;
  readonly #stemBeginnings = new Uint8Array(BEGINNINGS);
  /** Runs of letters that stand anywhere in words, their first three letters, and their lengths. */
  readonly #runs = new IntSet();
  readonly #runBeginnings = new Uint8Array(BEGINNINGS);
  readonly #runLengths = new Set<number>();
  /** Words side by side, and the word before the next. */
  readonly #pairs = new IntSet();
  #before = 0;
  readonly #attachesArabic: boolean;

  /**
   * @param count about how many words will be looked for
   * @param attachesArabic whether the texts may be Arabic, which writes prefixes as one with a word
   */
  constructor(count: number, attachesArabic: boolean) {
    this.#attachesArabic = attachesArabic;
    this.beginnings = new BitFilter(count);
    this.ends = new BitFilter(count);
  }

  /** Looks for a word, filed as `WordIndex` files it. */
  add({ text, anyStart, anyEnd }: WordPattern): void {
    const wildcard = text.indexOf("?");
    if (anyStart || wildcard === 0) this.#addRun(longestRun(text));
    else if (anyEnd || wildcard > 0) this.#addStem(wildcard < 0 ? text : text.slice(0, wildcard));
    else this.#addWord(text);
  }

  /** Looks for two invariable words that stand side by side. */
  addPair(left: WordPattern, right: WordPattern): void {
    const hash = this.#hashOf(right.text);
    this.ends.add(hash);
    this.#pairs.add(hashOfPair(this.#hashOf(left.text), hash));
  }

  #addWord(text: string): void {
    const hash = this.#hashOf(text);
    this.ends.add(hash);
    this.#words.add(hash);
    // Particles stand behind the word.
    if (HANGUL.test(text)) this.#addStem(text);
    if (text.startsWith(ARABIC_ARTICLE) && text !== ARABIC_ARTICLE) this.#addWord(text.slice(ARABIC_ARTICLE.length));
  }

  #addStem(text: string): void {
    if (ARABIC_ARTICLE.startsWith(text)) this.#isOpen = true;
    const stem = text.slice(0, LONGEST_STEM);
    this.#stemLengths |= 1 << stem.length;
    this.beginnings.add(this.#hashOf(stem));
    this.#stems.add(this.#hashOf(stem));
    if (stem.length < MIN_RUN) this.#stemBeginnings.fill(1);
    else this.#stemBeginnings[beginningOf(this.#hashOf(stem.slice(0, MIN_RUN)))] = 1;
    if (text.startsWith(ARABIC_ARTICLE) && text !== ARABIC_ARTICLE) this.#addStem(text.slice(ARABIC_ARTICLE.length));
  }

  #addRun(run: string): void {
    // What is read into an Arabic word may be the run's beginning.
    if (run.length < MIN_RUN || ARABIC.test(run)) this.#isOpen = true;
    this.#runs.add(this.#hashOf(run));
    this.#runBeginnings[beginningOf(beginningUnits(run))] = 1;
    this.#runLengths.add(run.length);
  }

  #hashOf(text: string): number {
    return hashOf(this.seed, text);
  }

  /** Looks at the words of a text, and gives them no numbers. */
  number({ units, tops, forms, hashes, count }: OpenWords): void {
    for (let word = 0; word < count && !this.isHit; word += 1) {
      const from = tops[word] ?? 0;
      const hash = hashes[word] ?? 0;
      this.isHit = this.#isFound(units, from, from + ((forms[word] ?? 0) >> 1), hash);
      this.#before = hash;
    }
  }

  /** Whether words that no filter knows may be looked for. */
  get asksAll(): boolean {
    return this.#isOpen;
  }

  /** Whether runs of letters are looked for that stand anywhere in words. */
  get hasRuns(): boolean {
    return this.#runLengths.size > 0;
  }

  /** Whether a run may begin with the three units that `addToLast` has put together last. */
  mayBeginRun(last: number): boolean {
    return this.#runBeginnings[beginningOf(last)] !== 0;
  }

  /** Whether a word that begins with the unit may begin with a prefix. */
  mayAttach(unit: number): boolean {
    return beginsPrefix(unit, this.#attachesArabic);
  }

  /** Whether a word, the first `length` units, is looked for; `before`: the hash of the word before it. */
  finds(units: Uint16Array, length: number, { hash, before }: { hash: number; before: number }): boolean {
    this.#before = before;
    return this.#isFound(units, 0, length, hash);
  }

  #isFound(units: Uint16Array, from: number, end: number, hash: number): boolean {
    return (
      this.#isOpen ||
      this.#words.has(hash) ||
      this.#pairs.has(hashOfPair(this.#before, hash)) ||
      this.#stands(units, from, end)
    );
  }

  /** Whether more of what is looked for than a whole word or a pair stands in a word. */
  #stands(units: Uint16Array, from: number, end: number): boolean {
    if (this.#runLengths.size > 0 && this.#holdsRun(units, from, end)) return true;
    if (this.#beginsStem(units, from, end)) return true;
    if (!this.mayAttach(units[from] ?? 0)) return false;
    const last = Math.min(from + LONGEST_PREFIX, end - MIN_REST);
    for (let at = from; at < last && PREFIX_UNITS.has(units[at] ?? 0); at += 1)
      if (this.#begins(units, at + 1, end)) return true;
    return false;
  }

  /** Whether a word or stem begins here. */
  #begins(units: Uint16Array, from: number, end: number): boolean {
    if (this.#beginsStem(units, from, end)) return true;
    return this.#words.has(this.#hashUnits(units, from, end));
  }

  #beginsStem(units: Uint16Array, from: number, end: number): boolean {
    const beginning = this.#hashUnits(units, from, Math.min(from + MIN_RUN, end));
    if (this.#stemBeginnings[beginningOf(beginning)] === 0) return false;
    const lengths = this.#stemLengths;
    const last = Math.min(end, from + LONGEST_STEM);
    let hash = this.seed;
    for (let at = from; at < last; at += 1) {
      hash = addToHash(hash, units[at] ?? 0);
      if ((lengths & (1 << (at + 1 - from))) !== 0 && this.#stems.has(hash)) return true;
    }
    return false;
  }

  #holdsRun(units: Uint16Array, from: number, end: number): boolean {
    let last = 0;
    for (let at = from; at < end; at += 1) {
      last = addToLast(last, units[at] ?? 0);
      const start = at + 1 - MIN_RUN;
      if (this.mayBeginRun(last) && start >= from && this.#isRun(units, start, end)) return true;
    }
    return false;
  }

  #isRun(units: Uint16Array, at: number, end: number): boolean {
    for (const length of this.#runLengths)
      if (at + length <= end && this.#runs.has(this.#hashUnits(units, at, at + length))) return true;
    return false;
  }

  #hashUnits(units: Uint16Array, from: number, to: number): number {
    let hash = this.seed;
    for (let at = from; at < to; at += 1) hash = addToHash(hash, units[at] ?? 0);
    return hash;
  }
}
