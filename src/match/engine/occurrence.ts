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
export function occurrenceOf(first: number, last: number, gloss: string | null = null): Occurrence {
  return { first, last, marks: [{ first, last, chars: null, gloss }] };
}

export function covers(outer: Occurrence, inner: Occurrence): boolean {
  return outer.first <= inner.first && outer.last >= inner.last;
}

/** In order of the text, one of each span; where spans are equal the first with a gloss stays. */
export function inOrder(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  if (occurrences.length < 2) return occurrences;
  const glossed = (occurrence: Occurrence): number => (occurrence.marks[0]?.gloss === null ? 1 : 0);
  const sorted = occurrences.toSorted((a, b) => a.first - b.first || a.last - b.last || glossed(a) - glossed(b));
  return sorted.filter(({ first, last }, index) => {
    const previous = sorted[index - 1];
    return previous === undefined || previous.first !== first || previous.last !== last;
  });
}
