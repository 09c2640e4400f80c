const dictionary = new Intl.Segmenter("th", { granularity: "word" });

/** Where words begin in a text of Thai, Lao, Khmer or Burmese, UTF-16 units, ascending; other text between them, too. */
export function dictionaryBounds(text: string): readonly number[] {
  return Array.from(dictionary.segment(text), ({ index }) => index);
}

/** The first of ascending numbers that is larger than `position`. */
export function firstAfter(bounds: readonly number[], position: number): number | undefined {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return bounds[low];
}
