/** What puts the matches of a story in order. */
export interface OrderedMatch {
  itemId: string;
  itemRevision: number;
  watchId: string;
  firstSeenAt: number;
  /** Null: the item that opened the story. */
  relation: string | null;
}

/** The earliest item of a story first, of an item the latest revision, then by watch. */
export function inStoryOrder<T extends OrderedMatch>(matches: readonly T[]): readonly T[] {
  return matches.toSorted(
    (a, b) =>
      a.firstSeenAt - b.firstSeenAt ||
      Number(a.relation !== null) - Number(b.relation !== null) ||
      compare(a.itemId, b.itemId) ||
      b.itemRevision - a.itemRevision ||
      compare(a.watchId, b.watchId),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
