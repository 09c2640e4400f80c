import type { StorySketch } from "./story-sketch.ts";

const FIRST_SLOTS = 1024;

/** The names and words of the sketch in hand, to be found by their hashes in those of many others. */
export class SketchWords {
  /** How many of the hashes that were counted last are names of the sketch in hand. */
  names = 0;
  /** How many are other words of it. */
  words = 0;
  #elements: Uint32Array = new Uint32Array();
  #wordsFrom = 0;
  /** By hash, where it stands in the elements; 0: free. Half of them stay free. */
  #slots = new Int32Array(FIRST_SLOTS);

  take({ elements, namesFrom, wordsFrom, titleFrom }: StorySketch): void {
    if (titleFrom - namesFrom > this.#slots.length) this.#slots = new Int32Array(2 * roomFor(titleFrom - namesFrom));
    else this.#slots.fill(0);
    this.#elements = elements;
    this.#wordsFrom = wordsFrom;
    const mask = this.#slots.length - 1;
    for (let at = namesFrom; at < titleFrom; at += 2) {
      let slot = (elements[at] ?? 0) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = at;
    }
  }

  /** Counts those of these hashes that the sketch in hand has, too. */
  count(elements: Uint32Array, from: number, to: number): void {
    let [names, words] = [0, 0];
    for (let at = from; at < to; at += 2) {
      const place = this.#find(elements[at] ?? 0, elements[at + 1] ?? 0);
      if (place === 0) continue;
      if (place < this.#wordsFrom) names += 1;
      else words += 1;
    }
    this.names = names;
    this.words = words;
  }

  /** Where the hash stands in the elements; 0: nowhere. */
  #find(low: number, high: number): number {
    const slots = this.#slots;
    const own = this.#elements;
    const mask = slots.length - 1;
    let slot = low & mask;
    for (let place = slots[slot] ?? 0; place !== 0; place = slots[slot] ?? 0) {
      if (own[place] === low && own[place + 1] === high) return place;
      slot = (slot + 1) & mask;
    }
    return 0;
  }
}

/** A power of two. */
function roomFor(count: number): number {
  return 2 ** Math.ceil(Math.log2(count));
}
