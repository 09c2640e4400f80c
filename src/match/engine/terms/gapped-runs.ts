import { placeAt, type Document } from "../document.ts";
import { countBelow, occurrenceOf, type Occurrence } from "../occurrence.ts";

/** Places from which a run goes on to the last word, ascending, and where it ends. */
interface Runs {
  starts: readonly number[];
  ends: readonly number[];
}

/**
 * Runs of words with gaps between them: from each place of the first word the shortest that reaches the last. They are
 * put together from the last word on, so that a text that repeats the words takes no more steps than it has places.
 * @param rows ascending places of each word
 * @param gaps how many words may stand before each word
 */
export function gappedRuns(
  document: Document,
  rows: readonly (readonly number[])[],
  gaps: ArrayLike<number>,
): readonly Occurrence[] {
  const last = rows.at(-1) ?? [];
  let runs: Runs = { starts: last, ends: last };
  for (let at = rows.length - 2; at >= 0; at -= 1)
    runs = before(document, rows[at] ?? [], { runs, gap: gaps[at + 1] ?? 0 });
  const { starts, ends } = runs;
  return starts.map((first, at) => occurrenceOf(first, ends[at] ?? first));
}

/** The runs that begin at one of `places` and go on with one of `runs`. */
function before(document: Document, places: readonly number[], { runs, gap }: { runs: Runs; gap: number }): Runs {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const place of places) {
    const at = countBelow(runs.starts, place + 1);
    const next = runs.starts[at];
    if (next === undefined || placeAt(document, next) > placeAt(document, place + 1) + 2 * gap) continue;
    if (document.runOf[next] !== document.runOf[place]) continue;
    starts.push(place);
    ends.push(runs.ends[at] ?? next);
  }
  return { starts, ends };
}
