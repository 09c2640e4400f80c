import { keepRead } from "../../../core/read-ahead.ts";
import { IntColumn } from "./int-column.ts";

const FIRST_SLOTS = 1 << 10;
/** Numbers of each pair that was asked for. */
const ASKED = 4;
/** Pairs that are kept before they are sifted: a word that fits many wildcards makes thousands of pairs in every row. */
const MOST_UNSIFTED = 4096;
const NOT_FILED = -1;
/** Bits of the filter for each slot: few enough to stay near the processor, which the slots of a million pairs do not. */
const FILTER_BITS = 4;

function hashOf(left: number, right: number): number {
  const mixed = Math.imul(left, 0x9e_37_79_b1) ^ Math.imul(right, 0x85_eb_ca_77);
  return mixed ^ (mixed >>> 15);
}

/** Numbers, from 0, of pairs of words that stand side by side in terms. */
export class PairIndex {
  size = 0;
  /** By slot: left word, right word, number; a free slot has the number -1. */
  #slots = new Int32Array(3 * FIRST_SLOTS).fill(NOT_FILED);
  /** A bit is set for each pair: most pairs of a text are in no term, and this says so at once. */
  #filter = new Int32Array((FILTER_BITS * FIRST_SLOTS) / 32);
  /** Pairs that were asked for: left word, right word, row, hash. */
  readonly #asked = new IntColumn();
  /** So far they passed the filter. */
  #sifted = 0;

  /** Forgets what was asked. */
  begin(): void {
    this.#asked.clear();
    this.#sifted = 0;
  }

  /** Asks for a pair whose right word stands in a row of an item; the answers come all at once, so that slots can be read ahead. */
  ask(left: number, right: number, row: number): void {
    this.#asked.push(left);
    this.#asked.push(right);
    this.#asked.push(row);
    this.#asked.push(hashOf(left, right));
    if (this.#asked.length - this.#sifted >= ASKED * MOST_UNSIFTED) this.#sift();
  }

  /** Tells which of the pairs asked for terms have, in the order in which they were asked for. */
  tell(found: (pair: number, left: number, right: number, row: number) => void): void {
    this.#sift();
    const { values, length } = this.#asked;
    const slots = this.#slots;
    const mask = slots.length / 3 - 1;
    let read = 0;
    for (let at = 0; at < length; at += ASKED) read ^= slots[3 * ((values[at + 3] ?? 0) & mask)] ?? 0;
    keepRead(read);
    for (let at = 0; at < length; at += ASKED) {
      const left = values[at] ?? 0;
      const right = values[at + 1] ?? 0;
      const pair = slots[this.#slotOf(values[at + 3] ?? 0, left, right) + 2] ?? NOT_FILED;
      if (pair !== NOT_FILED) found(pair, left, right, values[at + 2] ?? 0);
    }
  }

  /**
   * Keeps those that pass the filter, without a branch: nobody can guess which do, and behind a wrong guess memory would be asked
   * for one at a time.
   */
  #sift(): void {
    const { values, length } = this.#asked;
    const filter = this.#filter;
    const mask = filter.length - 1;
    let to = this.#sifted;
    for (let at = to; at < length; at += ASKED) {
      const hash = values[at + 3] ?? 0;
      for (let part = 0; part < ASKED; part += 1) values[to + part] = values[at + part] ?? 0;
      to += ASKED * (((filter[(hash >>> 5) & mask] ?? 0) >>> hash) & 1);
    }
    this.#asked.length = to;
    this.#sifted = to;
  }

  /** The number of a pair, a new one if need be. */
  add(left: number, right: number): number {
    const hash = hashOf(left, right);
    const slot = this.#slotOf(hash, left, right);
    const known = this.#slots[slot + 2] ?? NOT_FILED;
    if (known !== NOT_FILED) return known;
    this.#file(slot, hash, { left, right, number: this.size });
    this.size += 1;
    if (6 * this.size > this.#slots.length) this.#grow();
    return this.size - 1;
  }

  #file(slot: number, hash: number, { left, right, number }: { left: number; right: number; number: number }): void {
    this.#slots[slot] = left;
    this.#slots[slot + 1] = right;
    this.#slots[slot + 2] = number;
    const at = this.#filterWord(hash);
    this.#filter[at] = (this.#filter[at] ?? 0) | (1 << hash);
  }

  /** Other bits of the hash than those that choose the bit. */
  #filterWord(hash: number): number {
    return (hash >>> 5) & (this.#filter.length - 1);
  }

  #slotOf(hash: number, left: number, right: number): number {
    const slots = this.#slots;
    const mask = slots.length / 3 - 1;
    let at = hash & mask;
    while (slots[3 * at + 2] !== NOT_FILED && (slots[3 * at] !== left || slots[3 * at + 1] !== right))
      at = (at + 1) & mask;
    return 3 * at;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(2 * old.length).fill(NOT_FILED);
    this.#filter = new Int32Array(2 * this.#filter.length);
    for (let at = 0; at < old.length; at += 3) {
      const number = old[at + 2] ?? NOT_FILED;
      if (number === NOT_FILED) continue;
      const left = old[at] ?? 0;
      const right = old[at + 1] ?? 0;
      const hash = hashOf(left, right);
      this.#file(this.#slotOf(hash, left, right), hash, { left, right, number });
    }
  }
}
