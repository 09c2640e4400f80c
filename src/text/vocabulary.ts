const FIRST_SLOTS = 1 << 12;
const FIRST_UNITS = 1 << 15;
/**
 * Integers a slot: hash, length and kind, number of the word and 1 more, first unit, and the first eight units in pairs.
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
/** The longest word: what `WordReader` cuts at, the longest fold of one more unit, and the gap behind it. */
const LONGEST = 250 + 32 + 2;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const PRIME = 0x01_00_01_93;

function grown(from: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const into = new Int32Array(length);
  into.set(from);
  return into;
}

/**
 * Folded words as numbers from 0. A word is written unit by unit at the end of the store (`push`, or the fields
 * themselves in a loop) and closed by `close`, which finds it or keeps it.
 */
export class Vocabulary {
  /** Units of all words, and of the open one from `top`, which is even. */
  units: Uint16Array;
  top = 0;
  /** Words begin with it: other in each process, so that nobody can write a text whose words share one slot. */
  readonly seed = (Math.random() * 2 ** 32) | 0;
  size = 0;
  /** The units again, two by two; an odd last one is followed by 0. */
  #pairs = new Int32Array(FIRST_UNITS / 2);
  #slots = new Int32Array(SLOT * FIRST_SLOTS);
  #records = new Int32Array((RECORD * FIRST_SLOTS) / 2);

  constructor() {
    this.units = new Uint16Array(this.#pairs.buffer);
  }

  /** Forgets all words; their numbers mean nothing any more. */
  clear(): void {
    this.#slots.fill(0);
    this.size = 0;
    this.top = 0;
  }

  /** The number of the word of `length` units from `top`, whose hash is `hash` (see `addToHash`). */
  close(length: number, hash: number, isCharacter: boolean): number {
    this.units[this.top + length] = 0;
    const form = (length << 1) | (isCharacter ? 1 : 0);
    const mixed = hash ^ (hash >>> 15);
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (SLOT * mixed) & mask;
    for (let entry = slots[slot + WORD] ?? 0; entry !== 0; entry = slots[slot + WORD] ?? 0) {
      if (slots[slot] === mixed && slots[slot + FORM] === form && this.#equals(slot, (length + 1) >> 1))
        return entry - 1;
      slot = (slot + SLOT) & mask;
    }
    return this.#keep(slot, mixed, form);
  }

  /** Whether the word of a slot is the open one, of so many pairs of units. */
  #equals(slot: number, pairs: number): boolean {
    const slots = this.#slots;
    const units = this.#pairs;
    const open = this.top >> 1;
    const kept = Math.min(pairs, PAIRS_KEPT);
    for (let at = 0; at < kept; at += 1) if (slots[slot + PAIRS + at] !== units[open + at]) return false;
    if (pairs <= PAIRS_KEPT) return true;
    const start = (slots[slot + START] ?? 0) >> 1;
    for (let at = PAIRS_KEPT; at < pairs; at += 1) if (units[start + at] !== units[open + at]) return false;
    return true;
  }

  #keep(slot: number, hash: number, form: number): number {
    const word = this.size;
    this.#slots[slot] = hash;
    this.#slots[slot + FORM] = form;
    this.#slots[slot + WORD] = word + 1;
    this.#slots[slot + START] = this.top;
    for (let at = 0; at < PAIRS_KEPT; at += 1) this.#slots[slot + PAIRS + at] = this.#pairs[(this.top >> 1) + at] ?? 0;
    this.#records[RECORD * word] = this.top;
    this.#records[RECORD * word + 1] = form;
    this.top += ((form >> 1) + 1) & ~1;
    this.size += 1;
    if (RECORD * this.size === this.#records.length) this.#growWords();
    if (this.top + LONGEST > this.units.length) {
      this.#pairs = grown(this.#pairs, 2 * this.#pairs.length);
      this.units = new Uint16Array(this.#pairs.buffer);
    }
    return word;
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
    for (let at = start; at < end; at += 1) text += String.fromCharCode(this.units[at] ?? 0);
    return text;
  }

  beginsWithDigit(word: number): boolean {
    const unit = this.units[this.#records[RECORD * word] ?? 0] ?? 0;
    return unit >= DIGIT_0 && unit <= DIGIT_9;
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
