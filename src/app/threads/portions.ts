/** Limits of one portion, so that the main thread takes it in a few milliseconds. */
const MAX_ITEMS = 500;
const MAX_CHARACTERS = 1_000_000;

/** Splits items into portions of at most 500 items and about a million characters. */
export function* portionsOf<Item>(items: readonly Item[], lengthOf: (item: Item) => number): Generator<Item[]> {
  let portion: Item[] = [];
  let characters = 0;
  for (const item of items) {
    const length = lengthOf(item);
    if (portion.length > 0 && (portion.length >= MAX_ITEMS || characters + length > MAX_CHARACTERS)) {
      yield portion;
      portion = [];
      characters = 0;
    }
    portion.push(item);
    characters += length;
  }
  if (portion.length > 0) yield portion;
}
