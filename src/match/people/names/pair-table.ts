const EMPTY = -1;
const SMALLEST = 1024;
/** Numbers of a slot; the fourth is there so that no slot lies over two lines of the processor's cache. */
const SLOT = 4;
const RIGHT = 1;
const HEAD = 2;
/** Of the filter, for each slot. */
const BITS = 8;
const MOST_VISITED = 300;
/** Filled further, the table doubles. */
const MAX_LOAD = 0.6;

const LEFT_FACTOR = 0x9e3779b1;
const RIGHT_FACTOR = 0x85ebca6b;

function hashOf(left: number, right: number): number {
  return mixed(Math.imul(left, LEFT_FACTOR) ^ Math.imul(right, RIGHT_FACTOR));
}

function mixed(both: number): number {
  const hash = Math.imul(both ^ (both >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

function grown(old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * old.length);
  larger.set(old);
  return larger;
}

/** Numbers; the only one by itself, as most are: a row of its own would be two more places of memory to wait for. */
export type OneOrMore = number | readonly number[];

/** Values by pairs of small numbers, in flat arrays: a hundred thousand names are half a million of them. */
export class PairTable {
  /** Left number, right number and first entry of each pair, side by side: a look-up reads memory in one place. */
  #slots: Int32Array<ArrayBuffer>;
  /** A bit for each hash that a pair has: most pairs of a text are nobody's, and this is small enough to be at hand. */
  #filter: Uint8Array<ArrayBuffer>;
  #pairs = 0;
  #values = new Int32Array(SMALLEST);
  #next = new Int32Array(SMALLEST);
  #entries = 0;

  /** @param expected pairs, so that the table need not grow; a guess will do */
  constructor(expected = 0) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(SMALLEST, expected / MAX_LOAD)));
    this.#slots = new Int32Array(SLOT * size).fill(EMPTY);
    this.#filter = new Uint8Array(size);
  }

  add(left: number, right: number, value: number): void {
    if (SLOT * this.#pairs >= this.#slots.length * MAX_LOAD) this.#grow();
    const slot = this.#find(left, right);
    const head = this.#slots[slot + HEAD] ?? EMPTY;
    // Keys of one name may meet in one pair several times.
    if (head !== EMPTY && this.#values[head] === value) return;
    if (head === EMPTY) {
      this.#slots[slot] = left;
      this.#slots[slot + RIGHT] = right;
      this.#mark(hashOf(left, right));
      this.#pairs += 1;
    }
    if (this.#entries === this.#values.length) {
      this.#values = grown(this.#values);
      this.#next = grown(this.#next);
    }
    this.#values[this.#entries] = value;
    this.#next[this.#entries] = head;
    this.#slots[slot + HEAD] = this.#entries;
    this.#entries += 1;
  }

  /** False: no pair of them has values. True for about one pair in twelve that has none. */
  mayHaveAny(lefts: OneOrMore, rights: OneOrMore): boolean {
    if (typeof lefts === "number")
      return typeof rights === "number"
        ? this.#mayHave(lefts, rights)
        : rights.some((right) => this.#mayHave(lefts, right));
    return lefts.some((left) => this.mayHaveAny(left, rights));
  }

  #mayHave(left: number, right: number): boolean {
    const bit = hashOf(left, right) & (BITS * this.#filter.length - 1);
    return ((this.#filter[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  }

  /** Visits the values of a pair, the latest first; the first 300: what so many share is nobody's. */
  visit(left: number, right: number, visit: (value: number) => void): void {
    let seen = 0;
    let entry = this.#slots[this.#find(left, right) + HEAD] ?? EMPTY;
    while (entry !== EMPTY && seen < MOST_VISITED) {
      visit(this.#values[entry] ?? EMPTY);
      entry = this.#next[entry] ?? EMPTY;
      seen += 1;
    }
  }

  #find(left: number, right: number): number {
    const slots = this.#slots;
    const mask = slots.length / SLOT - 1;
    let slot = hashOf(left, right) & mask;
    for (;;) {
      const at = SLOT * slot;
      if (slots[at + HEAD] === EMPTY || (slots[at] === left && slots[at + RIGHT] === right)) return at;
      slot = (slot + 1) & mask;
    }
  }

  #mark(hash: number): void {
    const bit = hash & (BITS * this.#filter.length - 1);
    this.#filter[bit >>> 3] = (this.#filter[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }

  #grow(): void {
    const old = this.#slots;
    this.#filter = new Uint8Array(2 * this.#filter.length);
    this.#slots = new Int32Array(2 * old.length).fill(EMPTY);
    for (let at = 0; at < old.length; at += SLOT) {
      const head = old[at + HEAD] ?? EMPTY;
      if (head === EMPTY) continue;
      const [left, right] = [old[at] ?? 0, old[at + RIGHT] ?? 0];
      const place = this.#find(left, right);
      this.#mark(hashOf(left, right));
      this.#slots[place] = left;
      this.#slots[place + RIGHT] = right;
      this.#slots[place + HEAD] = head;
    }
  }
}
