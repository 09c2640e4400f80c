import type { IntColumn } from "./tables/int-column.ts";

/** Words that stand in the text because of one term, person or pattern. */
export interface Mark {
  /** Tokens, both included. */
  first: number;
  last: number;
  /** UTF-16 offsets into the field where a pattern begins or ends inside a token; else null. */
  chars: { start: number; end: number } | null;
  /** Meaning of a list term. */
  gloss: string | null;
}

/** One place where an expression is met: the joined span, and the marks inside it that met it. */
export interface Occurrence {
  first: number;
  last: number;
  marks: readonly Mark[];
}

/** An occurrence of one run of tokens. */
export function occurrenceOf(first: number, last: number): Occurrence {
  return { first, last, marks: [{ first, last, chars: null, gloss: null }] };
}

/** Integers a span: its first row and its last. Spans stand in a column where places are only compared. */
export const SPAN = 2;

export function addSpan(spans: IntColumn, first: number, last: number): void {
  spans.push(first);
  spans.push(last);
}

/** How many of the ascending `numbers` are smaller than `bound`. */
export function countBelow(numbers: readonly number[], bound: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Tells which occurrences lie inside one of `outers`, in logarithmic time each. */
export function coveredBy(outers: readonly Occurrence[]): (inner: Occurrence) => boolean {
  if (outers.length === 0) return () => false;
  const sorted = outers.toSorted((a, b) => a.first - b.first);
  const firsts = sorted.map(({ first }) => first);
  const reaches: number[] = [];
  for (const { last } of sorted) reaches.push(Math.max(reaches.at(-1) ?? -1, last));
  return ({ first, last }) => (reaches[countBelow(firsts, first + 1) - 1] ?? -1) >= last;
}

function isSame(a: Occurrence, b: Occurrence): boolean {
  if (a.first !== b.first || a.last !== b.last || a.marks.length !== b.marks.length) return false;
  return a.marks.every((mark, at) => mark.first === b.marks[at]?.first && mark.last === b.marks[at]?.last);
}

function withGlossFirst(a: Occurrence, b: Occurrence): number {
  return Number(b.marks[0]?.gloss !== null) - Number(a.marks[0]?.gloss !== null);
}

/** In order of the text, equal ones once; of those the first with a gloss stays. */
export function inOrder(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  if (occurrences.length < 2) return occurrences;
  const sorted = occurrences.toSorted((a, b) => a.first - b.first || a.last - b.last || withGlossFirst(a, b));
  return sorted.filter((occurrence, at) => {
    const previous = sorted[at - 1];
    return previous === undefined || !isSame(previous, occurrence);
  });
}
