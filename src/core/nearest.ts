/** The candidate that a mistyped word probably meant: at most two slips away, and fewer than half its letters. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Math.min(2, Math.ceil(word.length / 2) - 1) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= fewest) continue;
    const slips = countSlips(word.toLowerCase(), candidate.toLowerCase());
    if (slips < fewest) [best, fewest] = [candidate, slips];
  }
  return best;
}

/** Letters added, left out, exchanged, or swapped with the next (optimal string alignment). */
function countSlips(left: string, right: string): number {
  let before: readonly number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, letter] of Array.from(left).entries()) {
    const next = [index + 1];
    for (let at = 1; at <= right.length; at += 1) {
      const exchange = (row[at - 1] ?? 0) + (letter === right[at - 1] ? 0 : 1);
      const isSwap = at > 1 && letter === right[at - 2] && left[index - 1] === right[at - 1];
      const swap = isSwap ? (before[at - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min(exchange, swap, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}
