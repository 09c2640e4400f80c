import { HashList } from "./stable-hash.ts";
import type { Span } from "./word-stem.ts";

/** What a stem is in an item, as bits. */
export const STEM = {
  inTitle: 1,
  inLead: 2,
  /** Written with a capital inside a sentence, or with a digit, anywhere: the words that tell one event from another. */
  name: 4,
  bareNumber: 8,
  /** Characters of a script that has no spaces to find words by. */
  unspaced: 16,
} as const;

/** More than stand in headline and lead together; half of the slots stay free. */
const MOST_STEMS = 512;
const SLOTS = 2 * MOST_STEMS;

/** The stems of an item, each once in the order they come, with what they are there. */
export class ItemStems {
  readonly hashes = new HashList(MOST_STEMS);
  /** By stem. */
  readonly marks = new Uint8Array(MOST_STEMS);
  /** By stem, its place in the units of the words. */
  readonly froms = new Int32Array(MOST_STEMS);
  readonly tos = new Int32Array(MOST_STEMS);
  /** By hash, the number of the stem and 1 more. */
  readonly #slots = new Int32Array(SLOTS);

  get count(): number {
    return this.hashes.length;
  }

  clear(): void {
    this.#slots.fill(0);
    this.hashes.clear();
  }

  /** @param marks what it is in this place */
  add(units: Uint16Array, { from, to }: Span, marks: number): void {
    const stem = this.count;
    if (stem === MOST_STEMS) return;
    const { hashes } = this;
    hashes.addUnits(units, from, to);
    const slot = this.#slotOf(stem);
    const known = this.#slots[slot] ?? 0;
    if (known !== 0) {
      hashes.dropLast();
      this.marks[known - 1] = (this.marks[known - 1] ?? 0) | marks;
      return;
    }
    this.#slots[slot] = stem + 1;
    this.froms[stem] = from;
    this.tos[stem] = to;
    this.marks[stem] = marks;
  }

  /** Where the hash of this stem is, or the free slot that it would take. */
  #slotOf(stem: number): number {
    const { halves } = this.hashes;
    const low = halves[2 * stem] ?? 0;
    const high = halves[2 * stem + 1] ?? 0;
    let slot = low & (SLOTS - 1);
    for (let known = this.#slots[slot] ?? 0; known !== 0; known = this.#slots[slot] ?? 0) {
      if (halves[2 * known - 2] === low && halves[2 * known - 1] === high) return slot;
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }
}
