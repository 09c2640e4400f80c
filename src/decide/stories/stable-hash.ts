const SEED_LOW = 0x9e3779b9;
const SEED_HIGH = 0x85ebca6b;

/**
 * Hashes of 64 bits that are the same on every machine and in every version: stored keys and sketches depend on them.
 * Two multiply-xor lanes, ended as in MurmurHash3; no cryptography. Halves are kept apart: a bigint each would cost more
 * than the hashing.
 */
export class HashList {
  #values: BigUint64Array;
  #halves: Uint32Array;
  length = 0;

  constructor(room = 256) {
    this.#values = new BigUint64Array(room);
    this.#halves = new Uint32Array(this.#values.buffer);
  }

  clear(): void {
    this.length = 0;
  }

  /** Adds the hash of a text. */
  addText(text: string): void {
    let low = SEED_LOW;
    let high = SEED_HIGH;
    for (let unit = 0; unit < text.length; unit += 1) {
      const code = text.charCodeAt(unit);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x5bd1e995) ^ (high >>> 15);
    }
    this.#addMixed(low, high);
  }

  /** Adds one hash for some of another list's, in their order. @param salt keeps kinds of hashes apart */
  addRun(of: HashList, from: number, to: number, salt = 0): void {
    const halves = of.#halves;
    let low = SEED_LOW ^ salt;
    let high = SEED_HIGH ^ salt;
    for (let at = 2 * from; at < 2 * to; at += 2) {
      low = Math.imul(low ^ (halves[at] ?? 0), 0x01000193) ^ (low >>> 13);
      high = Math.imul(high ^ (halves[at + 1] ?? 0), 0x5bd1e995) ^ (high >>> 15);
    }
    this.#addMixed(low, high);
  }

  /** Adds a hash of another list. */
  addOf(of: HashList, at: number): void {
    this.#add(of.#halves[2 * at] ?? 0, of.#halves[2 * at + 1] ?? 0);
  }

  /** Adds the first hashes of a list as `sorted` gives it. */
  addFirst(halves: Uint32Array, count: number): void {
    const end = Math.min(2 * count, halves.length);
    for (let at = 0; at < end; at += 2) this.#add(halves[at] ?? 0, halves[at + 1] ?? 0);
  }

  #addMixed(low: number, high: number): void {
    const mixed = mix(low ^ (high >>> 7));
    this.#add(mixed, mix(high ^ mixed));
  }

  #add(low: number, high: number): void {
    if (this.length === this.#values.length) this.#grow();
    this.#halves[2 * this.length] = low;
    this.#halves[2 * this.length + 1] = high;
    this.length += 1;
  }

  #grow(): void {
    const wider = new BigUint64Array(2 * this.#values.length);
    wider.set(this.#values);
    this.#values = wider;
    this.#halves = new Uint32Array(wider.buffer);
  }

  /**
   * Sorted and without repetition; of the first `count` only, where that is given. Two elements a hash, the low half and
   * the high one.
   */
  sorted(count = this.length): Uint32Array {
    const halves = new Uint32Array(this.#values.subarray(0, Math.min(count, this.length)).toSorted().buffer);
    let kept = 0;
    for (let at = 0; at < halves.length; at += 2) {
      const isRepeated = kept > 0 && halves[at] === halves[kept - 2] && halves[at + 1] === halves[kept - 1];
      if (isRepeated) continue;
      halves[kept] = halves[at] ?? 0;
      halves[kept + 1] = halves[at + 1] ?? 0;
      kept += 2;
    }
    return halves.subarray(0, kept);
  }
}

function mix(value: number): number {
  const first = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}
