import { PLACES_A_KEY } from "./story-index.ts";

/** Integers a slot: the halves of the key, and what it leads to. */
const SLOT = 3;
const LEADS_TO = 2;
const LEAST_SLOTS = 64;
const FIRST_KEYS = 64;

/**
 * Which items have a key: one a place. Most keys have one item, which stands in the key's slot as its number and 1 more;
 * of others the slot holds the number of a block of places and 1 more, below 0. Keys are given by their halves, two signed
 * integers each.
 *
 * A large table is outside of the caches. So all keys of an item are asked for before the first answer is looked at: waiting
 * for many answers takes little longer than for one.
 */
export class KeyPlaces {
  /** Half of them stay free. */
  #slots: Int32Array;
  #size = 0;
  #blocks = new Int32Array(PLACES_A_KEY);
  #blockCount = 0;
  /** By key that was looked for last, what its slot leads to, and how many items have it. */
  #leads = new Int32Array(FIRST_KEYS);
  counts = new Int32Array(FIRST_KEYS);
  /** The items of the first key, behind them those of the second, and so on. */
  found = new Int32Array(FIRST_KEYS * PLACES_A_KEY);
  /** Made of what was asked for ahead, so that it is not left out. */
  #ahead = 0;

  /** @param keys how many there will be, as far as that is known */
  constructor(keys: number) {
    this.#slots = new Int32Array(SLOT * 2 ** Math.ceil(Math.log2(2 * keys + LEAST_SLOTS)));
  }

  /** Puts an item in its place at each of the keys. @param places by item */
  put(halves: Int32Array, item: number, places: Uint8Array): void {
    this.#askForSlots(halves);
    for (let at = 0; at < halves.length; at += 2) {
      const slot = this.#slotOf(halves[at] ?? 0, halves[at + 1] ?? 0);
      const lead = this.#slots[slot + LEADS_TO] ?? 0;
      if (lead < 0) this.#blocks[blockOf(lead) + (places[item] ?? 0)] = item + 1;
      else if (lead > 0) this.#slots[slot + LEADS_TO] = this.#join(lead - 1, item, places);
      else {
        this.#slots[slot] = halves[at] ?? 0;
        this.#slots[slot + 1] = halves[at + 1] ?? 0;
        this.#slots[slot + LEADS_TO] = item + 1;
        this.#size += 1;
        if (2 * SLOT * this.#size >= this.#slots.length) this.#grow();
      }
    }
  }

  /** Leaves the items of the keys in `found`, and how many each has in `counts`. */
  find(halves: Int32Array): void {
    this.#makeRoom(halves.length / 2);
    this.#askForSlots(halves);
    this.#askForBlocks(halves);
    let end = 0;
    for (let key = 0; key < halves.length / 2; key += 1) {
      const from = end;
      const lead = this.#leads[key] ?? 0;
      if (lead < 0) end = this.#readBlock(blockOf(lead), from);
      else if (lead > 0) {
        this.found[from] = lead - 1;
        end = from + 1;
      }
      this.counts[key] = end - from;
    }
  }

  #askForSlots(halves: Int32Array): void {
    const slots = this.#slots;
    let ahead = 0;
    for (let at = 0; at < halves.length; at += 2)
      ahead ^= slots[slotOfHalves(halves[at] ?? 0, halves[at + 1] ?? 0, slots.length) + LEADS_TO] ?? 0;
    this.#ahead = ahead;
  }

  #askForBlocks(halves: Int32Array): void {
    let ahead = this.#ahead;
    for (let at = 0; at < halves.length; at += 2) {
      const lead = this.#slots[this.#slotOf(halves[at] ?? 0, halves[at + 1] ?? 0) + LEADS_TO] ?? 0;
      this.#leads[at / 2] = lead;
      if (lead < 0) ahead ^= this.#blocks[blockOf(lead)] ?? 0;
    }
    this.#ahead = ahead;
  }

  /** Writes the items of a block to `found`, without asking of each place whether it is free. @returns the end of them */
  #readBlock(block: number, from: number): number {
    let end = from;
    for (let at = block; at < block + PLACES_A_KEY; at += 1) {
      const entry = this.#blocks[at] ?? 0;
      this.found[end] = entry - 1;
      end += -entry >>> 31;
    }
    return end;
  }

  /** Where the key is, or the free slot that it would take. */
  #slotOf(low: number, high: number): number {
    const slots = this.#slots;
    let slot = slotOfHalves(low, high, slots.length);
    while (slots[slot + LEADS_TO] !== 0 && (slots[slot] !== low || slots[slot + 1] !== high))
      slot = slot + SLOT === slots.length ? 0 : slot + SLOT;
    return slot;
  }

  /** @returns what leads to both items, or to the second one where they have one place */
  #join(one: number, other: number, places: Uint8Array): number {
    const place = places[other] ?? 0;
    if (places[one] === place) return other + 1;
    const block = PLACES_A_KEY * this.#blockCount;
    if (block === this.#blocks.length) this.#blocks = widened(this.#blocks, 2 * block);
    this.#blocks[block + (places[one] ?? 0)] = one + 1;
    this.#blocks[block + place] = other + 1;
    this.#blockCount += 1;
    return -this.#blockCount;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Int32Array(2 * old.length);
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + LEADS_TO] === 0) continue;
      let slot = slotOfHalves(old[from] ?? 0, old[from + 1] ?? 0, slots.length);
      while (slots[slot + LEADS_TO] !== 0) slot = slot + SLOT === slots.length ? 0 : slot + SLOT;
      for (let at = 0; at < SLOT; at += 1) slots[slot + at] = old[from + at] ?? 0;
    }
    this.#slots = slots;
  }

  #makeRoom(keys: number): void {
    if (keys <= this.counts.length) return;
    this.#leads = new Int32Array(2 * keys);
    this.counts = new Int32Array(2 * keys);
    this.found = new Int32Array(2 * keys * PLACES_A_KEY);
  }
}

/** Where the block begins to which a slot leads. */
function blockOf(lead: number): number {
  return PLACES_A_KEY * (-lead - 1);
}

function widened(from: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const into = new Int32Array(length);
  into.set(from);
  return into;
}

/** Keys are hashes or, in tests, small numbers. @param length of the table: 3 times a power of two */
function slotOfHalves(low: number, high: number, length: number): number {
  return SLOT * ((low ^ Math.imul(high, 0x9e3779b1)) & (length / SLOT - 1));
}
