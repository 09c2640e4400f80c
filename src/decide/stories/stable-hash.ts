/**
 * Hashes of 64 bits that are the same on every machine and in every version: stored keys and sketches depend on them.
 * Two multiply-xor lanes, ended as in MurmurHash3; no cryptography. Halves are kept apart: a bigint each would cost more
 * than the hashing.
 */
export class HashList {
  #values: BigUint64Array;
  #halves: Uint32Array;
  length = 0;

  constructor(most: number) {
    this.#values = new BigUint64Array(most);
    this.#halves = new Uint32Array(this.#values.buffer);
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
    this.#add(low, high);
  }

  /** Adds one hash for some of another list's, in their order. @param salt keeps kinds of hashes apart */
  addRun(of: HashList, from: number, to: number, salt = 0): void {
    let low = SEED_LOW ^ salt;
    let high = SEED_HIGH ^ salt;
    for (let at = 2 * from; at < 2 * to; at += 2) {
      low = Math.imul(low ^ (of.#halves[at] ?? 0), 0x01000193) ^ (low >>> 13);
      high = Math.imul(high ^ (of.#halves[at + 1] ?? 0), 0x5bd1e995) ^ (high >>> 15);
    }
    this.#add(low, high);
  }

  #add(low: number, high: number): void {
    const mixed = mix(low ^ (high >>> 7));
    this.#halves[2 * this.length] = mixed;
    this.#halves[2 * this.length + 1] = mix(high ^ mixed);
    this.length += 1;
  }

  /** Sorted and without repetition; of the first `count` only, where that is given. */
  sorted(count = this.length): BigUint64Array {
    const all = this.#values.slice(0, Math.min(count, this.length)).toSorted();
    const halves = new Uint32Array(all.buffer);
    let kept = 0;
    for (let at = 0; at < halves.length; at += 2) {
      const isRepeated = kept > 0 && halves[at] === halves[kept - 2] && halves[at + 1] === halves[kept - 1];
      if (isRepeated) continue;
      halves[kept] = halves[at] ?? 0;
      halves[kept + 1] = halves[at + 1] ?? 0;
      kept += 2;
    }
    return all.subarray(0, kept / 2);
  }
}

const SEED_LOW = 0x9e3779b9;
const SEED_HIGH = 0x85ebca6b;

function mix(value: number): number {
  const first = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}

/** Hashes of texts, sorted and without repetition. */
export function hashesOf(texts: Iterable<string>, most: number): BigUint64Array {
  const list = new HashList(most);
  for (const text of texts) list.addText(text);
  return list.sorted();
}
