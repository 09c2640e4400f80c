/** An item of the window, as later ones are compared with it. */
export interface IndexedItem {
  itemId: string;
  storyId: string;
  /** A name or a host; null: unknown. */
  outlet: string | null;
  /** Epoch milliseconds, UTC. */
  seenAt: number;
  /** The elements of its `StorySketch`. */
  sketch: Uint32Array;
}

/** An item to be found later by its keys. */
export interface NewIndexedItem extends IndexedItem {
  keys: BigUint64Array;
  /** `placeOf` its id. */
  place: number;
}

/** Items that are compared with one new item. */
export const MAX_CANDIDATES = 12;
/**
 * Items that are remembered for one key; a newer one takes the place of an older one. So boilerplate that thousands of
 * items share costs as much as a rare name, and a lookup does not grow with the window.
 */
export const PLACES_A_KEY = 16;

/** Which items count as sharing keys. */
export interface SharingRange {
  /** Seen at or after this instant. */
  since: number;
  /** Items for a list of keys. */
  limit: number;
  /**
   * A key that so many items have is boilerplate, or the text of a story that everybody has: it counts as that part of
   * one, and an item needs half of one.
   */
  crowd: number;
}

/**
 * Finds the items that may report what a new one reports. Implemented in memory and by the store; both are held to
 * `test/integration/story-index.test.ts`.
 */
export interface StoryIndex {
  /**
   * For each list of keys the items that share most of them, in the order of the lists.
   */
  findSharing(
    keysOfItems: readonly BigUint64Array[],
    range: SharingRange,
  ): Promise<readonly (readonly IndexedItem[])[]>;
  addSketches(items: readonly NewIndexedItem[]): Promise<void>;
}

/** Which of the places of a key an item takes: the same one for all its keys. */
export function placeOf(itemId: string): number {
  let sum = 0;
  for (let unit = 0; unit < itemId.length; unit += 1) sum = Math.imul(sum, 31) + itemId.charCodeAt(unit);
  return (sum >>> 0) % PLACES_A_KEY;
}
