import { KeyPlaces } from "./key-places.ts";
import {
  PLACES_A_KEY,
  type IndexedItem,
  type NewIndexedItem,
  type SharingRange,
  type StoryIndex,
} from "./story-index.ts";

const LEAST_SHARED = 0.5;

/** An index of this process alone: for `match --stories`, and for the items of one batch among each other. */
export class MemoryStoryIndex implements StoryIndex {
  readonly #numbers = new Map<string, number>();
  readonly #items: NewIndexedItem[] = [];
  readonly #places = new KeyPlaces();
  /** By number of item: how much it shares with the one in hand; all 0 in between. */
  #shared = new Float64Array(64);
  readonly #found = new Int32Array(PLACES_A_KEY);
  readonly #placeOf = (item: number): number => this.#items[item]?.place ?? 0;

  async findSharing(
    keysOfItems: readonly (readonly bigint[])[],
    range: SharingRange,
  ): Promise<readonly (readonly IndexedItem[])[]> {
    return keysOfItems.map((keys) => this.findSharingOne(keys, range));
  }

  async addSketches(items: readonly NewIndexedItem[]): Promise<void> {
    for (const item of items) this.add(item);
  }

  /** The items that share most of these keys, the latest first among equals. */
  findSharingOne(keys: readonly bigint[], { since, limit, crowd }: SharingRange): IndexedItem[] {
    const candidates: { item: IndexedItem; count: number }[] = [];
    for (const number of this.#weigh(keys, crowd)) {
      const item = this.#items[number];
      const count = this.#shared[number] ?? 0;
      this.#shared[number] = 0;
      if (item !== undefined && item.seenAt >= since && count >= LEAST_SHARED) candidates.push({ item, count });
    }
    return candidates
      .toSorted(
        (a, b) => b.count - a.count || b.item.seenAt - a.item.seenAt || (a.item.itemId < b.item.itemId ? -1 : 1),
      )
      .slice(0, limit)
      .map(({ item }) => item);
  }

  /** The numbers of the items that have any of the keys; what they share is in `#shared`. */
  #weigh(keys: readonly bigint[], crowd: number): readonly number[] {
    const touched: number[] = [];
    for (const key of keys) {
      const count = this.#places.find(key, this.#found);
      const weight = count < crowd ? 1 : 1 / crowd;
      for (let at = 0; at < count; at += 1) {
        const number = this.#found[at] ?? 0;
        const before = this.#shared[number] ?? 0;
        if (before === 0) touched.push(number);
        this.#shared[number] = before + weight;
      }
    }
    return touched;
  }

  add(item: NewIndexedItem): void {
    const number = this.#numbers.get(item.itemId) ?? this.#items.length;
    this.#numbers.set(item.itemId, number);
    this.#items[number] = item;
    if (number >= this.#shared.length) this.#shared = new Float64Array(2 * this.#shared.length);
    for (const key of item.keys) this.#places.put(key, number, this.#placeOf);
  }
}
