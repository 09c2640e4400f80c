import { PLACES_A_KEY } from "./story-index.ts";

const FIRST_SLOTS = 512;
/** Integers a slot: the halves of the key, and what it leads to. */
const SLOT = 3;
const LEADS_TO = 2;

/**
 * Which items have a key: one a place. Most keys have one item, which stands in the key's slot as its number and 1 more;
 * of others the slot holds the number of a block of places and 1 more, below 0. Keys are given by their halves, as
 * signed integers.
 */
export class KeyPlaces {
  #slots = new Int32Array(SLOT * FIRST_SLOTS);
  #size = 0;
  #blocks = new Int32Array(PLACES_A_KEY);
  #blockCount = 0;

  /** Puts an item in its place at the key. @param places by item */
  put(low: number, high: number, item: number, places: Uint8Array): void {
    const slot = this.#slotOf(low, high);
    const present = this.#slots[slot + LEADS_TO] ?? 0;
    if (present === 0) return this.#keep(slot, low, high, item);
    const place = places[item] ?? 0;
    const presentPlace = places[present - 1] ?? 0;
    if (present < 0) this.#blocks[PLACES_A_KEY * (-present - 1) + place] = item + 1;
    else if (presentPlace === place) this.#slots[slot + LEADS_TO] = item + 1;
    else this.#slots[slot + LEADS_TO] = -1 - this.#addBlock(present - 1, presentPlace, item, place);
  }

  /** Writes the items that have the key to `into`; how many there are. */
  find(low: number, high: number, into: Int32Array): number {
    const present = this.#slots[this.#slotOf(low, high) + LEADS_TO] ?? 0;
    if (present > 0) {
      into[0] = present - 1;
      return 1;
    }
    if (present === 0) return 0;
    const block = PLACES_A_KEY * (-present - 1);
    let found = 0;
    for (let at = block; at < block + PLACES_A_KEY; at += 1) {
      const item = this.#blocks[at] ?? 0;
      if (item === 0) continue;
      into[found] = item - 1;
      found += 1;
    }
    return found;
  }

  /** Where the key is, or the free slot that it would take. */
  #slotOf(low: number, high: number): number {
    const slots = this.#slots;
    let slot = slotOfHalves(low, high, slots.length);
    while (slots[slot + LEADS_TO] !== 0 && (slots[slot] !== low || slots[slot + 1] !== high))
      slot = slot + SLOT === slots.length ? 0 : slot + SLOT;
    return slot;
  }

  #keep(slot: number, low: number, high: number, item: number): void {
    this.#slots[slot] = low;
    this.#slots[slot + 1] = high;
    this.#slots[slot + LEADS_TO] = item + 1;
    this.#size += 1;
    if (2 * SLOT * this.#size >= this.#slots.length) this.#grow();
  }

  #addBlock(one: number, onePlace: number, other: number, otherPlace: number): number {
    if (PLACES_A_KEY * this.#blockCount === this.#blocks.length) {
      const wider = new Int32Array(2 * this.#blocks.length);
      wider.set(this.#blocks);
      this.#blocks = wider;
    }
    this.#blocks[PLACES_A_KEY * this.#blockCount + onePlace] = one + 1;
    this.#blocks[PLACES_A_KEY * this.#blockCount + otherPlace] = other + 1;
    this.#blockCount += 1;
    return this.#blockCount - 1;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Int32Array(2 * old.length);
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + LEADS_TO] === 0) continue;
      let slot = slotOfHalves(old[from] ?? 0, old[from + 1] ?? 0, slots.length);
      while (slots[slot + LEADS_TO] !== 0) slot = slot + SLOT === slots.length ? 0 : slot + SLOT;
      slots.set(old.subarray(from, from + SLOT), slot);
    }
    this.#slots = slots;
  }
}

/** Keys are hashes or, in tests, small numbers. @param length of the table: 3 times a power of two */
function slotOfHalves(low: number, high: number, length: number): number {
  return SLOT * ((low ^ Math.imul(high, 0x9e3779b1)) & (length / SLOT - 1));
}
