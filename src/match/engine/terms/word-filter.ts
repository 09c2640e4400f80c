import { hashOf } from "../../../text/vocabulary.ts";
import { mayHavePrefix } from "./affixes.ts";
import { BitFilter } from "../tables/bit-filter.ts";
import type { WordIndex } from "./word-index.ts";
import type { WordPattern } from "./word-pattern.ts";

/** Units that tell a stem or an end from others; shorter stems are told by the shorter number. */
const TOLD_BY = 4;
const SHORT = 2;

function isHangul(unit: number): boolean {
  return unit >= 0xac00 && unit <= 0xd7a3;
}

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
 * Whether a word of a text may be a word of the rules. Never says no of such a word. Says yes of all words of scripts that
 * attach prefixes or particles, and of one in some thirty others.
 */
export class WordFilter {
  readonly #seed: number;
  readonly #words = new BitFilter(0);
  readonly #stems = new BitFilter(0);
  readonly #shortStems = new BitFilter(0);
  readonly #ends = new BitFilter(0);
  #hasShortStems = false;
  #hasEnds = false;
  /** Whether any word may be one of the rules. */
  #isOpen = false;
  #known = 0;

  /** @param seed that hashes of words begin with */
  constructor(seed: number) {
    this.#seed = seed;
  }

  /** Learns the words that were added to the index since it was last called. */
  learn(index: WordIndex): void {
    if (this.#known === index.size) return;
    const filters = [this.#words, this.#stems, this.#shortStems, this.#ends];
    if (!filters.every((filter) => filter.hasRoom(index.size - this.#known))) {
      for (const filter of filters) filter.clear(2 * index.size);
      this.#known = 0;
    }
    for (; this.#known < index.size; this.#known += 1) this.#add(index.pattern(this.#known));
  }

  #add({ text, anyStart, anyEnd }: WordPattern): void {
    const wildcard = text.indexOf("?");
    if (anyStart || wildcard === 0) this.#addEnd(wildcard < 0 && !anyEnd ? text : "");
    else if (anyEnd || wildcard > 0) this.#addStem(wildcard < 0 ? text : text.slice(0, wildcard));
    else this.#words.add(hashOf(this.#seed, text));
  }

  #addEnd(text: string): void {
    if (text.length < TOLD_BY) this.#isOpen = true;
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

  /** Whether the word of this hash may be one of the rules. Its units stand from `from` on; behind them are zeros. */
  mayBe(units: Uint16Array, from: number, length: number, hash: number): boolean {
    if (this.#isOpen || this.#words.has(hash)) return true;
    const first = units[from] ?? 0;
    const second = units[from + 1] ?? 0;
    if (this.#stems.has(hashUnits(first, second, units[from + 2] ?? 0, units[from + 3] ?? 0))) return true;
    if (this.#hasShortStems && this.#shortStems.has(hashUnits(first, second, 0, 0))) return true;
    return mayHavePrefix(first) || isHangul(first) || (this.#hasEnds && this.#mayEndSo(units, from + length - TOLD_BY));
  }

  #mayEndSo(units: Uint16Array, from: number): boolean {
    const first = units[from] ?? 0;
    return this.#ends.has(hashUnits(first, units[from + 1] ?? 0, units[from + 2] ?? 0, units[from + 3] ?? 0));
  }
}
