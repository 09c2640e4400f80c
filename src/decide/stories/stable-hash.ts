import { sortHashes } from "./sort-hashes.ts";

const SEED_LOW = 0x9e3779b9 | 0;
const SEED_HIGH = 0x85ebca6b | 0;

let sorted = new Uint32Array(512);

/**
 * Hashes of 64 bits that are the same on every machine and in every version: stored keys and sketches depend on them.
 * Two multiply-xor lanes, ended as in MurmurHash3; no cryptography. Halves are kept apart: a bigint each would cost more
 * than the hashing.
 */
export class HashList {
  /** Two elements a hash, the low half and the high one; as many as `length` says. */
  halves: Uint32Array<ArrayBuffer>;
  length = 0;
  /** The hash that is being made. */
  #low = SEED_LOW;
  #high = SEED_HIGH;

  constructor(room = 256) {
    this.halves = new Uint32Array(2 * room);
  }

  clear(): void {
    this.length = 0;
  }

  dropLast(): void {
    this.length -= 1;
  }

  /** Adds the hash of a text, given as a part of its UTF-16 units. */
  addUnits(units: Uint16Array, from: number, to: number): void {
    this.begin();
    this.read(units, from, to);
    this.end();
  }

  /** Begins the hash of a text whose parts are read one after the other. */
  begin(): void {
    this.#low = SEED_LOW;
    this.#high = SEED_HIGH;
  }

  read(units: Uint16Array, from: number, to: number): void {
    let low = this.#low;
    let high = this.#high;
    for (let at = from; at < to; at += 1) {
      const unit = units[at] ?? 0;
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ unit, 0x5bd1e995) ^ (high >>> 15);
    }
    this.#low = low;
    this.#high = high;
  }

  /** Adds the hash that was begun. */
  end(): void {
    this.#addMixed(this.#low, this.#high);
  }

  /** Adds one hash for some of another list's, in their order. @param salt keeps kinds of hashes apart */
  addRun(of: HashList, from: number, to: number, salt = 0): void {
    const { halves } = of;
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
    this.add(of.halves[2 * at] ?? 0, of.halves[2 * at + 1] ?? 0);
  }

  /** Adds the first hashes of a list of halves. */
  addFirst(count: number, halves: Uint32Array, length = halves.length): void {
    for (let at = 0; at < Math.min(2 * count, length); at += 2) this.add(halves[at] ?? 0, halves[at + 1] ?? 0);
  }

  /** Adds the smallest hashes of another list, of those that stand before `end` in it. */
  addSmallest(count: number, of: HashList, end = of.length): void {
    const taken = Math.min(end, of.length);
    if (2 * taken > sorted.length) sorted = new Uint32Array(4 * taken);
    this.addFirst(count, sorted, sortHashes(of.halves, taken, sorted, 0));
  }

  #addMixed(low: number, high: number): void {
    const mixed = mix(low ^ (high >>> 7));
    this.add(mixed, mix(high ^ mixed));
  }

  add(low: number, high: number): void {
    if (2 * this.length === this.halves.length) this.#grow();
    this.halves[2 * this.length] = low;
    this.halves[2 * this.length + 1] = high;
    this.length += 1;
  }

  #grow(): void {
    const wider = new Uint32Array(2 * this.halves.length);
    wider.set(this.halves);
    this.halves = wider;
  }

  /** Sorted and without repetition. */
  toNumbers(): BigUint64Array<ArrayBuffer> {
    const numbers = new BigUint64Array(this.length);
    const end = sortHashes(this.halves, this.length, new Uint32Array(numbers.buffer), 0);
    return numbers.subarray(0, end / 2);
  }
}

function mix(value: number): number {
  const first = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}
