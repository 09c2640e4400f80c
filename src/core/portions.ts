/** What one portion may hold. */
export interface PortionLimits {
  items: number;
  characters: number;
}

/** What one thread hands to another at once, so that either is busy with it for a few milliseconds only. */
export const HANDED_OVER: PortionLimits = { items: 500, characters: 1_000_000 };

/** Splits items into portions, in order; an item that is longer than a portion may be has one of its own. */
export function* portionsOf<Item>(
  items: readonly Item[],
  limits: PortionLimits,
  lengthOf: (item: Item) => number,
): Generator<readonly Item[]> {
  let portion: Item[] = [];
  let characters = 0;
  for (const item of items) {
    const length = lengthOf(item);
    if (portion.length > 0 && (portion.length >= limits.items || characters + length > limits.characters)) {
      yield portion;
      portion = [];
      characters = 0;
    }
    portion.push(item);
    characters += length;
  }
  if (portion.length > 0) yield portion;
}
