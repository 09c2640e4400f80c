const EMPTY = -1;
const SMALLEST = 1024;
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
  #left = new Int32Array(SMALLEST);
  #right = new Int32Array(SMALLEST);
  /** First entry of each pair. */
  #heads = new Int32Array(SMALLEST).fill(EMPTY);
  #pairs = 0;
  #values = new Int32Array(SMALLEST);
  #next = new Int32Array(SMALLEST);
  #entries = 0;

  add(left: number, right: number, value: number): void {
    if (this.#pairs >= this.#heads.length * MAX_LOAD) this.#grow();
    const slot = this.#find(left, right);
    const head = this.#heads[slot] ?? EMPTY;
    // Keys of one name may meet in one pair several times.
    if (head !== EMPTY && this.#values[head] === value) return;
    if (head === EMPTY) {
      this.#left[slot] = left;
      this.#right[slot] = right;
      this.#pairs += 1;
    }
    if (this.#entries === this.#values.length) {
      this.#values = grown(this.#values);
      this.#next = grown(this.#next);
    }
    this.#values[this.#entries] = value;
    this.#next[this.#entries] = head;
    this.#heads[slot] = this.#entries;
    this.#entries += 1;
  }

  /** Visits the values of a pair, the latest first; the first 300: what so many share is nobody's. */
  visit(left: number, right: number, visit: (value: number) => void): void {
    let seen = 0;
    let entry = this.#heads[this.#find(left, right)] ?? EMPTY;
    while (entry !== EMPTY && seen < MOST_VISITED) {
      visit(this.#values[entry] ?? EMPTY);
      entry = this.#next[entry] ?? EMPTY;
      seen += 1;
    }
  }

  #find(left: number, right: number): number {
    const mask = this.#heads.length - 1;
    let slot = slotOf(left, right, mask);
    while (this.#heads[slot] !== EMPTY && (this.#left[slot] !== left || this.#right[slot] !== right)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    const [lefts, rights, heads] = [this.#left, this.#right, this.#heads];
    const size = 2 * heads.length;
    this.#left = new Int32Array(size);
    this.#right = new Int32Array(size);
    this.#heads = new Int32Array(size).fill(EMPTY);
    for (const [slot, head] of heads.entries()) {
      if (head === EMPTY) continue;
      const [left, right] = [lefts[slot] ?? 0, rights[slot] ?? 0];
      const place = this.#find(left, right);
      this.#left[place] = left;
      this.#right[place] = right;
      this.#heads[place] = head;
    }
  }
}
