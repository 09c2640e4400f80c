import { keepRead } from "../core/read-ahead.ts";
import type { OpenWords, WordNumbers } from "./open-words.ts";

const FIRST_SLOTS = 1 << 12;
const FIRST_UNITS = 1 << 15;
/**
 * Integers a slot: hash, length and kind, number of the word and 1 more, first pair, and the first eight units in pairs.
 * Looking a word up waits for memory: most words are found in one line of the cache.
 */
const SLOT = 8;
const FORM = 1;
const WORD = 2;
const START = 3;
const PAIRS = 4;
const PAIRS_KEPT = SLOT - PAIRS;
/** Integers a word: first unit, length and kind. */
const RECORD = 2;
const PRIME = 0x01_00_01_93;
const PAIR_PRIME = 0x85_eb_ca_6b;

/** A word that is to be kept. */
interface OpenWord {
  pairs: Int32Array;
  from: number;
  form: number;
  hash: number;
}

/** Pairs of units of a word of this form. */
function pairsOf(form: number): number {
  return ((form >> 1) + 1) >> 1;
}

/** FNV's low bits alone are poor. */
function mixed(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** Whether the first pairs are the same, without asking one by one. */
function begins(slots: Int32Array, at: number, pairs: Int32Array, from: number): boolean {
  const difference =
    ((slots[at] ?? 0) ^ (pairs[from] ?? 0)) |
    ((slots[at + 1] ?? 0) ^ (pairs[from + 1] ?? 0)) |
    ((slots[at + 2] ?? 0) ^ (pairs[from + 2] ?? 0)) |
    ((slots[at + 3] ?? 0) ^ (pairs[from + 3] ?? 0));
  return difference === 0;
}

function grown(from: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const into = new Int32Array(length);
  into.set(from);
  return into;
}

/** Folded words as numbers from 0. */
export class Vocabulary implements WordNumbers {
  readonly seed: number;
  size = 0;
  /** Units of all words, two by two; an odd last one is followed by 0. */
  #pairs = new Int32Array(FIRST_UNITS / 2);
  #units = new Uint16Array(this.#pairs.buffer);
  /** Pairs that are taken. */
  #top = 0;
  #slots = new Int32Array(SLOT * FIRST_SLOTS);
  #records = new Int32Array((RECORD * FIRST_SLOTS) / 2);

  /** @param seed that hashes of words begin with */
  constructor(seed = newSeed()) {
    this.seed = seed;
  }

  /** Forgets all words; their numbers mean nothing any more. */
  clear(): void {
    this.#slots.fill(0);
    this.size = 0;
    this.#top = 0;
  }

  /** Reads ahead where words stand that are to be numbered one by one. */
  readAhead({ hashes, count }: OpenWords): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let read = 0;
    for (let at = 0; at < count; at += 1) read ^= slots[(SLOT * mixed(hashes[at] ?? 0)) & mask] ?? 0;
    keepRead(read);
  }

  /** Numbers words, from the row `row` of `into` on. */
  number(open: OpenWords, into: Int32Array, row: number): void {
    const { pairs, tops, forms, hashes, count } = open;
    for (let at = 0; at < count; at += 1)
      into[row + at] = this.numberOf(pairs, (tops[at] ?? 0) >> 1, forms[at] ?? 0, hashes[at] ?? 0);
  }

  /** The number of the word of this form and hash whose pairs begin at `from`, a new one if need be. */
  numberOf(pairs: Int32Array, from: number, form: number, seededHash: number): number {
    const hash = mixed(seededHash);
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (SLOT * hash) & mask;
    for (let entry = slots[slot + WORD] ?? 0; entry !== 0; entry = slots[slot + WORD] ?? 0) {
      const isSameForm = slots[slot] === hash && slots[slot + FORM] === form;
      if (
        isSameForm &&
        begins(slots, slot + PAIRS, pairs, from) &&
        this.#goesOn(slots[slot + START] ?? 0, pairs, from, form)
      )
        return entry - 1;
      slot = (slot + SLOT) & mask;
    }
    return this.#keep(slot, { pairs, from, form, hash });
  }

  /** Whether a word of the same first pairs is the same to its end. */
  #goesOn(start: number, pairs: Int32Array, from: number, form: number): boolean {
    const count = pairsOf(form);
    for (let at = PAIRS_KEPT; at < count; at += 1) if (this.#pairs[start + at] !== pairs[from + at]) return false;
    return true;
  }

  #keep(slot: number, { pairs, from, form, hash }: OpenWord): number {
    const word = this.size;
    const count = pairsOf(form);
    if (this.#top + count > this.#pairs.length) this.#growPairs();
    this.#pairs.set(pairs.subarray(from, from + count), this.#top);
    const slots = this.#slots;
    slots[slot] = hash;
    slots[slot + FORM] = form;
    slots[slot + WORD] = word + 1;
    slots[slot + START] = this.#top;
    for (let at = 0; at < PAIRS_KEPT; at += 1) slots[slot + PAIRS + at] = pairs[from + at] ?? 0;
    this.#records[RECORD * word] = 2 * this.#top;
    this.#records[RECORD * word + 1] = form;
    this.#top += count;
    this.size += 1;
    if (RECORD * this.size === this.#records.length) this.#growWords();
    return word;
  }

  #growPairs(): void {
    this.#pairs = grown(this.#pairs, 2 * this.#pairs.length);
    this.#units = new Uint16Array(this.#pairs.buffer);
  }

  /** Twice the room; half of the slots are free. */
  #growWords(): void {
    this.#records = grown(this.#records, 2 * this.#records.length);
    const old = this.#slots;
    const slots = new Int32Array(2 * old.length);
    const mask = slots.length - 1;
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + WORD] === 0) continue;
      let slot = (SLOT * (old[from] ?? 0)) & mask;
      while (slots[slot + WORD] !== 0) slot = (slot + SLOT) & mask;
      for (let at = 0; at < SLOT; at += 1) slots[slot + at] = old[from + at] ?? 0;
    }
    this.#slots = slots;
  }

  textOf(word: number): string {
    const start = this.#records[RECORD * word] ?? 0;
    const end = start + ((this.#records[RECORD * word + 1] ?? 0) >> 1);
    let text = "";
    for (let at = start; at < end; at += 1) text += String.fromCharCode(this.#units[at] ?? 0);
    return text;
  }

  /** Whether the word is one Han or kana character: two of them count as a word. */
  isCharacter(word: number): boolean {
    return ((this.#records[RECORD * word + 1] ?? 0) & 1) === 1;
  }
}

/** FNV-1a over units; begin with the vocabulary's seed. */
export function addToHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

/** What hashes of words begin with: another each time, so that nobody can write a text whose words share one slot. */
export function newSeed(): number {
  return (Math.random() * 2 ** 32) | 0;
}

/** `addToHash` of all units of a word. */
export function hashOf(seed: number, word: string): number {
  let hash = seed;
  for (let at = 0; at < word.length; at += 1) hash = addToHash(hash, word.charCodeAt(at));
  return hash;
}

/** Hash of two words side by side, from theirs. */
export function hashOfPair(left: number, right: number): number {
  return Math.imul(left ^ (left >>> 16), PAIR_PRIME) ^ right;
}
