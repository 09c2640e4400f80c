import { isOneRun, placeAt, type Document } from "./document.ts";
import { countBelow, occurrenceOf, type Occurrence } from "./occurrence.ts";

const NOWHERE = -1;

/**
 * Runs of words with gaps between them: from each place of the first word the shortest that reaches the last.
 * @param rows ascending places of each word
 * @param gaps how many words may stand before each word
 */
export function gappedRuns(
  document: Document,
  rows: readonly (readonly number[])[],
  gaps: ArrayLike<number>,
): readonly Occurrence[] {
  /** What is known of a word's places: where the run ends that goes on from there. Without it repeated words take exponential time. */
  const ends = rows.map(() => new Map<number, number>());

  /** Last place of the run from `place`, which holds word number `at`; `NOWHERE`: it does not go on. */
  function endOf(place: number, at: number): number {
    const nextRows = rows[at + 1];
    if (nextRows === undefined) return place;
    const known = ends[at]?.get(place);
    if (known !== undefined) return known;
    const end = firstEnd(place, at + 1, nextRows);
    ends[at]?.set(place, end);
    return end;
  }

  function firstEnd(previous: number, at: number, places: readonly number[]): number {
    const limit = placeAt(document, previous + 1) + 2 * (gaps[at] ?? 0);
    for (let next = countBelow(places, previous + 1); next < places.length; next += 1) {
      const place = places[next] ?? 0;
      if (placeAt(document, place) > limit || !isOneRun(document, previous, place)) return NOWHERE;
      const end = endOf(place, at);
      if (end !== NOWHERE) return end;
    }
    return NOWHERE;
  }

  return (rows[0] ?? []).flatMap((first) => {
    const last = endOf(first, 0);
    return last === NOWHERE ? [] : [occurrenceOf(first, last)];
  });
}
