import type { Document } from "../document.ts";
import type { Occurrence } from "../occurrence.ts";
import type { TextPattern } from "./text-pattern.ts";

/** First token of `[from, to)` that ends after `offset`; `to` when there is none. */
function tokenEndingAfter(document: Document, [from, to]: readonly [number, number], offset: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((document.ends[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function occurrencesInField(pattern: TextPattern, document: Document, isTitle: boolean): readonly Occurrence[] {
  const text = isTitle ? document.title : document.body;
  if (!pattern.mayMatch(text)) return [];
  const tokens = isTitle ? ([0, document.titleEnd] as const) : ([document.titleEnd, document.length] as const);
  return pattern.find(text).flatMap(([start, end]) => {
    const first = tokenEndingAfter(document, tokens, start);
    let last = first;
    while (last + 1 < tokens[1] && (document.starts[last + 1] ?? end) < end) last += 1;
    if (first >= tokens[1] || (document.starts[first] ?? end) >= end) return [];
    return [{ first, last, marks: [{ first, last, chars: { start, end }, gloss: null }] }];
  });
}

/** Where a pattern matches: the tokens it touches, marked to the character. A match of punctuation alone has no place. */
export function occurrencesOfPattern(pattern: TextPattern, document: Document): readonly Occurrence[] {
  return [...occurrencesInField(pattern, document, true), ...occurrencesInField(pattern, document, false)];
}
