import { KeyPlaces } from "./key-places.ts";
import type { IndexedItem, NewIndexedItem, SharingRange, StoryIndex } from "./story-index.ts";

const FIRST_ITEMS = 64;

/** An index of this process alone: for `match --stories`, and for the items of one batch among each other. */
export class MemoryStoryIndex implements StoryIndex {
  readonly #items: IndexedItem[] = [];
  readonly #keyPlaces: KeyPlaces;
  /** By number of item, as are the next two. */
  #places = new Uint8Array(FIRST_ITEMS);
  #seenAt = new Float64Array(FIRST_ITEMS);
  /** How much it shares with the one in hand, in parts of a key that a crowd has; all 0 in between. */
  #shared = new Int32Array(FIRST_ITEMS);

  /** @param keys how many there will be, as far as that is known */
  constructor(keys = 0) {
    this.#keyPlaces = new KeyPlaces(keys);
  }

  async findSharing(
    keysOfItems: readonly BigUint64Array[],
    range: SharingRange,
  ): Promise<readonly (readonly IndexedItem[])[]> {
    return keysOfItems.map((keys) => this.findSharingOne(keys, range));
  }

  async addSketches(items: readonly NewIndexedItem[]): Promise<void> {
    for (const item of items) this.add(item);
  }

  /** The items that share most of these keys, the latest first among equals. */
  findSharingOne(keys: BigUint64Array, { since, limit, crowd }: SharingRange): IndexedItem[] {
    const best: number[] = [];
    const touched = this.#weigh(keys, crowd);
    for (const item of touched) {
      if (2 * (this.#shared[item] ?? 0) < crowd || (this.#seenAt[item] ?? 0) < since) continue;
      let at = best.length;
      while (at > 0 && this.#isBetter(item, best[at - 1] ?? 0)) at -= 1;
      if (at === limit) continue;
      best.splice(at, 0, item);
      if (best.length > limit) best.pop();
    }
    for (const item of touched) this.#shared[item] = 0;
    return best.flatMap((item) => this.#items[item] ?? []);
  }

  #isBetter(one: number, other: number): boolean {
    const more = (this.#shared[one] ?? 0) - (this.#shared[other] ?? 0);
    if (more !== 0) return more > 0;
    const later = (this.#seenAt[one] ?? 0) - (this.#seenAt[other] ?? 0);
    if (later !== 0) return later > 0;
    return (this.#items[one]?.itemId ?? "") < (this.#items[other]?.itemId ?? "");
  }

  /** The numbers of the items that have any of the keys; what they share is in `#shared`. */
  #weigh(keys: BigUint64Array, crowd: number): readonly number[] {
    const touched: number[] = [];
    this.#keyPlaces.find(halvesOf(keys));
    const { counts, found } = this.#keyPlaces;
    let at = 0;
    for (let key = 0; key < keys.length; key += 1) {
      const count = counts[key] ?? 0;
      const weight = count < crowd ? crowd : 1;
      for (const end = at + count; at < end; at += 1) {
        const item = found[at] ?? 0;
        const before = this.#shared[item] ?? 0;
        if (before === 0) touched.push(item);
        this.#shared[item] = before + weight;
      }
    }
    return touched;
  }

  /** An item that is added again is another one. */
  add({ itemId, storyId, outlet, seenAt, sketch, keys, place }: NewIndexedItem): void {
    const item = this.#items.length;
    if (item === this.#places.length) this.#grow();
    this.#items.push({ itemId, storyId, outlet, seenAt, sketch });
    this.#places[item] = place;
    this.#seenAt[item] = seenAt;
    this.#keyPlaces.put(halvesOf(keys), item, this.#places);
  }

  #grow(): void {
    const room = 2 * this.#places.length;
    const places = new Uint8Array(room);
    places.set(this.#places);
    this.#places = places;
    const seenAt = new Float64Array(room);
    seenAt.set(this.#seenAt);
    this.#seenAt = seenAt;
    this.#shared = new Int32Array(room);
  }
}

/** Two elements a key, the low half and the high one. */
function halvesOf(keys: BigUint64Array): Int32Array {
  return new Int32Array(keys.buffer, keys.byteOffset, 2 * keys.length);
}
