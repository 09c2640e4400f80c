const EMPTY = -1;
const SMALLEST = 1024;
/** Numbers of a slot; the fourth is there so that no slot lies over two lines of the processor's cache. */
const SLOT = 4;
const RIGHT = 1;
const HEAD = 2;
const MOST_VISITED = 300;
/** Filled further, the table doubles. */
const MAX_LOAD = 0.6;

function slotOf(left: number, right: number, mask: number): number {
  let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) & mask;
}

function grown(old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * old.length);
  larger.set(old);
  return larger;
}

/** Values by pairs of small numbers, in flat arrays: a hundred thousand names are half a million of them. */
export class PairTable {
  /** Left number, right number and first entry of each pair, side by side: a look-up reads memory in one place. */
  #slots = new Int32Array(SLOT * SMALLEST).fill(EMPTY);
  #pairs = 0;
  #values = new Int32Array(SMALLEST);
  #next = new Int32Array(SMALLEST);
  #entries = 0;

  add(left: number, right: number, value: number): void {
    if (SLOT * this.#pairs >= this.#slots.length * MAX_LOAD) this.#grow();
    const slot = this.#find(left, right);
    const head = this.#slots[slot + HEAD] ?? EMPTY;
    // Keys of one name may meet in one pair several times.
    if (head !== EMPTY && this.#values[head] === value) return;
    if (head === EMPTY) {
      this.#slots[slot] = left;
      this.#slots[slot + RIGHT] = right;
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
    let slot = slotOf(left, right, mask);
    for (;;) {
      const at = SLOT * slot;
      if (slots[at + HEAD] === EMPTY || (slots[at] === left && slots[at + RIGHT] === right)) return at;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(2 * old.length).fill(EMPTY);
    for (let at = 0; at < old.length; at += SLOT) {
      const head = old[at + HEAD] ?? EMPTY;
      if (head === EMPTY) continue;
      const [left, right] = [old[at] ?? 0, old[at + RIGHT] ?? 0];
      const place = this.#find(left, right);
      this.#slots[place] = left;
      this.#slots[place + RIGHT] = right;
      this.#slots[place + HEAD] = head;
    }
  }
}
