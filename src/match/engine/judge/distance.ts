import type { Distance } from "../../expression/ast.ts";
import { isSameField, paragraphAt, placeAt, sentenceAt, type Document } from "../document.ts";
import type { NotNearSide } from "../compile/node.ts";
import { countBelow, type Occurrence } from "../occurrence.ts";

/** Joined spans kept for one NEAR: a text that repeats two words thousands of times must not square them. */
const MAX_JOINED = 2000;
/** Pairs of spans that are compared for it, of which none may join: wide spans that begin in one sentence and end in another. */
const MAX_COMPARED = 200_000;

/** Whether two tokens, `left` before `right`, stand in one field with no more than so many words between them. */
export function isWithinWords(document: Document, left: number, right: number, words: number): boolean {
  return isSameField(document, left, right) && placeAt(document, right) - placeAt(document, left) <= 2 * words;
}

/** Whether two tokens, `left` before `right`, are no farther apart than the distance. */
function isWithin(document: Document, left: number, right: number, distance: Distance): boolean {
  if (distance.unit === "paragraph") return paragraphAt(document, right) === paragraphAt(document, left);
  if (distance.unit === "sentences") return sentenceAt(document, right) - sentenceAt(document, left) < distance.count;
  return isWithinWords(document, left, right, distance.count);
}

/** Whether a whole joined span keeps the distance: between its parts in words, over all of it in sentences and paragraphs. */
function joins(document: Document, before: Occurrence, after: Occurrence, distance: Distance): boolean {
  return distance.unit === "words"
    ? isWithin(document, before.last, after.first, distance)
    : isWithin(document, before.first, after.last, distance);
}

/** Joined spans of `befores` followed by `afters` (both in order of the text), disjoint and within the distance. */
export function joinInOrder(
  document: Document,
  befores: readonly Occurrence[],
  afters: readonly Occurrence[],
  distance: Distance,
): Occurrence[] {
  const joined: Occurrence[] = [];
  const firsts = afters.map(({ first }) => first);
  let compared = 0;
  for (const before of befores) {
    for (let at = countBelow(firsts, before.last + 1); at < afters.length && compared < MAX_COMPARED; at += 1) {
      const after = afters[at];
      compared += 1;
      if (after === undefined || !isWithin(document, before.last, after.first, distance)) break;
      if (!joins(document, before, after, distance)) continue;
      joined.push({ first: before.first, last: after.last, marks: [...before.marks, ...after.marks] });
      if (joined.length >= MAX_JOINED) return joined;
    }
  }
  return joined;
}

/** Occurrences of the operand with none of `others` at the distance; overlapping ones count as near on either side. */
export function withoutNear(
  document: Document,
  operands: readonly Occurrence[],
  others: readonly Occurrence[],
  { side, distance }: { side: NotNearSide; distance: Distance },
): readonly Occurrence[] {
  if (others.length === 0) return operands;
  const firsts = others.map(({ first }) => first).toSorted((a, b) => a - b);
  const lasts = others.map(({ last }) => last).toSorted((a, b) => a - b);
  return operands.filter((operand) => {
    const before = countBelow(lasts, operand.first);
    const begun = countBelow(firsts, operand.last + 1);
    if (side === "either" && begun > before) return false;
    const previous = side === "after-operand" ? undefined : lasts[before - 1];
    const next = side === "before-operand" ? undefined : firsts[begun];
    const isFree = previous === undefined || !isWithin(document, previous, operand.first, distance);
    return isFree && (next === undefined || !isWithin(document, operand.last, next, distance));
  });
}
