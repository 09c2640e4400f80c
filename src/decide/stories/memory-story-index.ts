import type { IndexedItem, NewIndexedItem, SharingRange, StoryIndex } from "./story-index.ts";

const LEAST_SHARED = 0.5;

/** An index of this process alone: for `match --stories`, and for the items of one batch among each other. */
export class MemoryStoryIndex implements StoryIndex {
  readonly #items = new Map<string, IndexedItem>();
  readonly #places = new Map<bigint, (string | undefined)[]>();

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
    const shared = new Map<string, number>();
    for (const key of keys) {
      const itemIds = (this.#places.get(key) ?? []).filter((itemId) => itemId !== undefined);
      const weight = itemIds.length < crowd ? 1 : 1 / crowd;
      for (const itemId of itemIds) shared.set(itemId, (shared.get(itemId) ?? 0) + weight);
    }
    return [...shared]
      .flatMap(([itemId, count]) => {
        const item = this.#items.get(itemId);
        return item === undefined || item.seenAt < since || count < LEAST_SHARED ? [] : [{ item, count }];
      })
      .toSorted(
        (a, b) => b.count - a.count || b.item.seenAt - a.item.seenAt || (a.item.itemId < b.item.itemId ? -1 : 1),
      )
      .slice(0, limit)
      .map(({ item }) => item);
  }

  add({ keys, place, ...item }: NewIndexedItem): void {
    this.#items.set(item.itemId, item);
    for (const key of keys) {
      const places = this.#places.get(key) ?? [];
      places[place] = item.itemId;
      this.#places.set(key, places);
    }
  }
}
