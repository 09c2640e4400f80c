const FIRST_SLOTS = 1 << 12;
const FIRST_UNITS = 1 << 15;
const FIRST_WORDS = FIRST_SLOTS / 2;
/** Integers a word: hash, first unit, length and kind, and one that keeps records within a line of the cache. */
const RECORD = 4;
/** The longest word: what `WordReader` cuts at, and the longest fold of one more unit. */
const LONGEST = 250 + 32;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const PRIME = 0x01_00_01_93;

function grown<T extends Int32Array | Uint16Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

/**
 * Folded words as numbers from 0. A word is written unit by unit at the end of the store (`push`, or the fields
 * themselves in a loop) and closed by `close`, which finds it or keeps it.
 */
export class Vocabulary {
  /** Units of all words, and of the open one from `top`. */
  units = new Uint16Array(FIRST_UNITS);
  top = 0;
  /** Words begin with it: other in each process, so that nobody can write a text whose words share one slot. */
  readonly seed = (Math.random() * 2 ** 32) | 0;
  size = 0;
  #slots = new Int32Array(FIRST_SLOTS);
  /** By word: hash, first unit, length and kind; side by side, because looking a word up waits for memory. */
  #records = new Int32Array(RECORD * FIRST_WORDS);

  /** Forgets all words; their numbers mean nothing any more. */
  clear(): void {
    this.#slots.fill(0);
    this.size = 0;
    this.top = 0;
  }

  /** The number of the word of `length` units from `top`, whose hash is `hash` (see `addToHash`). */
  close(length: number, hash: number, isCharacter: boolean): number {
    const form = (length << 1) | (isCharacter ? 1 : 0);
    const mixed = hash ^ (hash >>> 15);
    const slots = this.#slots;
    const records = this.#records;
    const mask = slots.length - 1;
    let slot = mixed & mask;
    for (let entry = slots[slot] ?? 0; entry !== 0; entry = slots[slot] ?? 0) {
      const at = RECORD * (entry - 1);
      if (records[at] === mixed && records[at + 2] === form && this.#equals(records[at + 1] ?? 0, length))
        return entry - 1;
      slot = (slot + 1) & mask;
    }
    return this.#keep(slot, mixed, form);
  }

  #equals(start: number, length: number): boolean {
    const { units, top } = this;
    for (let at = 0; at < length; at += 1) if (units[start + at] !== units[top + at]) return false;
    return true;
  }

  #keep(slot: number, hash: number, form: number): number {
    const word = this.size;
    const at = RECORD * word;
    this.#slots[slot] = word + 1;
    this.#records[at] = hash;
    this.#records[at + 1] = this.top;
    this.#records[at + 2] = form;
    this.top += form >> 1;
    this.size += 1;
    if (RECORD * this.size === this.#records.length) this.#growWords();
    if (this.top + LONGEST > this.units.length) {
      this.units = grown(this.units, new Uint16Array(2 * this.units.length));
    }
    return word;
  }

  #growWords(): void {
    this.#records = grown(this.#records, new Int32Array(2 * this.#records.length));
    this.#slots = new Int32Array(2 * this.#slots.length);
    const mask = this.#slots.length - 1;
    for (let word = 0; word < this.size; word += 1) {
      let slot = (this.#records[RECORD * word] ?? 0) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = word + 1;
    }
  }

  textOf(word: number): string {
    const start = this.#records[RECORD * word + 1] ?? 0;
    const end = start + ((this.#records[RECORD * word + 2] ?? 0) >> 1);
    let text = "";
    for (let at = start; at < end; at += 1) text += String.fromCharCode(this.units[at] ?? 0);
    return text;
  }

  beginsWithDigit(word: number): boolean {
    const unit = this.units[this.#records[RECORD * word + 1] ?? 0] ?? 0;
    return unit >= DIGIT_0 && unit <= DIGIT_9;
  }

  /** Whether the word is one Han or kana character: two of them count as a word. */
  isCharacter(word: number): boolean {
    return ((this.#records[RECORD * word + 2] ?? 0) & 1) === 1;
  }
}

/** FNV-1a over units; begin with the vocabulary's seed. */
export function addToHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}
