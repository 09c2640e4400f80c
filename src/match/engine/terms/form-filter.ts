import type { OpenWords } from "../../../text/open-words.ts";
import { addToHash } from "../../../text/vocabulary.ts";
import { BitFilter, bitOf } from "../tables/bit-filter.ts";
import { ARABIC_ARTICLE, HANGUL, LONGEST_PREFIX, mayHavePrefix, MIN_REST, PREFIX_UNITS } from "./affixes.ts";
import type { WordPattern } from "./word-pattern.ts";

/** Units that tell a stem or an end from others; shorter stems are told by the shorter number. */
const TOLD_BY = 4;
const SHORT = 2;

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
 * Whether a word of a text may be a form of a word that stands in texts in several: with wildcards, behind prefixes, before
 * particles. Never says no of one.
 */
export class FormFilter {
  readonly #seed: number;
  readonly #alone: BitFilter;
  readonly #addWhole: (text: string) => void;
  readonly #stems = new BitFilter(0);
  readonly #shortStems = new BitFilter(0);
  readonly #ends = new BitFilter(0);
  /** Beginnings of stems that stand behind prefixes. */
  readonly #rests = new BitFilter(0);
  readonly filters = [this.#stems, this.#shortStems, this.#ends, this.#rests];
  #hasShortStems = false;
  #hasEnds = false;
  #isOpen = false;
  /** Whether any word that may have a prefix may be such a form. */
  #isOpenBehindPrefixes = false;

  /**
   * @param seed that hashes of words begin with
   * @param alone words that say something wherever they stand: a form may be one of them behind a prefix
   * @param addWhole takes forms that stand in texts as they are
   */
  constructor(seed: number, alone: BitFilter, addWhole: (text: string) => void) {
    this.#seed = seed;
    this.#alone = alone;
    this.#addWhole = addWhole;
  }

  /** Whether any word may be such a form. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Adds a word that stands in texts in several forms. */
  add({ text, anyStart, anyEnd }: WordPattern): void {
    const wildcard = text.indexOf("?");
    const stem = wildcard < 0 ? text : text.slice(0, wildcard);
    const isWhole = !anyStart && !anyEnd && wildcard < 0;
    const hasPrefixes = mayHavePrefix(text.charCodeAt(0));
    // The article may be read before it, of which its end may be a letter.
    if (hasPrefixes && anyStart) this.#isOpenBehindPrefixes = true;
    else if (hasPrefixes) this.#addRest(stem, isWhole);
    if (anyStart || wildcard === 0) this.#addEnd(anyEnd || wildcard >= 0 ? "" : text);
    else if (!isWhole) this.#addStem(stem);
    else if (text.length < SHORT) this.#addWhole(text);
    else if (!hasPrefixes) this.#addStem(text);
  }

  /** Adds a word that stands behind prefixes, with its article and without: whole, or the beginning of a stem. */
  #addRest(stem: string, isWhole: boolean): void {
    const rest = stem.startsWith(ARABIC_ARTICLE) ? stem.slice(ARABIC_ARTICLE.length) : stem;
    if (isWhole) for (const text of new Set([stem, rest])) this.#addWhole(text);
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

  /** Sets the marks of all words: 1 where one may be such a form, else 0. */
  mark(open: OpenWords, marks: Uint8Array): void {
    const { pairs, tops, count } = open;
    const stems = this.#stems.bits;
    for (let at = 0; at < count; at += 1) {
      const pair = (tops[at] ?? 0) >> 1;
      marks[at] = bitOf(stems, hashPairs(pairs[pair] ?? 0, pairs[pair + 1] ?? 0));
    }
    if (this.#hasShortStems) this.#markShortStems(open, marks);
    if (this.#hasEnds) this.#markEnds(open, marks);
    this.#markBehindPrefixes(open, marks);
  }

  #markShortStems({ pairs, tops, count }: OpenWords, marks: Uint8Array): void {
    const stems = this.#shortStems.bits;
    for (let at = 0; at < count; at += 1)
      marks[at] = (marks[at] ?? 0) | bitOf(stems, hashPairs(pairs[(tops[at] ?? 0) >> 1] ?? 0, 0));
  }

  #markEnds({ units, tops, forms, count }: OpenWords, marks: Uint8Array): void {
    const ends = this.#ends.bits;
    for (let at = 0; at < count; at += 1) {
      const from = (tops[at] ?? 0) + ((forms[at] ?? 0) >> 1) - TOLD_BY;
      const hash = hashUnits(units[from] ?? 0, units[from + 1] ?? 0, units[from + 2] ?? 0, units[from + 3] ?? 0);
      marks[at] = (marks[at] ?? 0) | bitOf(ends, hash);
    }
  }

  #markBehindPrefixes({ units, tops, forms, count }: OpenWords, marks: Uint8Array): void {
    for (let at = 0; at < count; at += 1) {
      const from = tops[at] ?? 0;
      if (!mayHavePrefix(units[from] ?? 0)) continue;
      if (this.#mayStandBehind(units, from, from + ((forms[at] ?? 0) >> 1))) marks[at] = 1;
    }
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
}
