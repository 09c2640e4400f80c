import type { Distance } from "../expression/ast.ts";
import { isSameField, paragraphAt, placeAt, sentenceAt, type Document } from "./document.ts";
import type { NotNearSide } from "./node.ts";
import type { Occurrence } from "./occurrence.ts";

/** Joined spans kept for one NEAR: a text that repeats two words thousands of times must not square them. */
const MAX_JOINED = 2000;

/** Whether two tokens, `left` before `right`, are no farther apart than the distance. */
function isWithin(document: Document, left: number, right: number, distance: Distance): boolean {
  switch (distance.unit) {
    case "words":
      return (
        isSameField(document, left, right) && placeAt(document, right) - placeAt(document, left) <= 2 * distance.count
      );
    case "sentences":
      return sentenceAt(document, right) - sentenceAt(document, left) < distance.count;
    case "paragraph":
      return paragraphAt(document, right) === paragraphAt(document, left);
  }
}

/** Whether a whole joined span keeps the distance: between its parts in words, over all of it in sentences and paragraphs. */
function joins(document: Document, before: Occurrence, after: Occurrence, distance: Distance): boolean {
  return distance.unit === "words"
    ? isWithin(document, before.last, after.first, distance)
    : isWithin(document, before.first, after.last, distance);
}

/** Index of the first occurrence that begins after `token`. */
function firstAfter(occurrences: readonly Occurrence[], token: number): number {
  let low = 0;
  let high = occurrences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((occurrences[middle]?.first ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Joined spans of `befores` followed by `afters` (both in order of the text), disjoint and within the distance. */
export function joinInOrder(
  document: Document,
  befores: readonly Occurrence[],
  afters: readonly Occurrence[],
  distance: Distance,
): Occurrence[] {
  const joined: Occurrence[] = [];
  for (const before of befores) {
    for (let at = firstAfter(afters, before.last); at < afters.length; at += 1) {
      const after = afters[at];
      if (after === undefined || !isWithin(document, before.last, after.first, distance)) break;
      if (!joins(document, before, after, distance)) continue;
      joined.push({ first: before.first, last: after.last, marks: [...before.marks, ...after.marks] });
      if (joined.length >= MAX_JOINED) return joined;
    }
  }
  return joined;
}

function isNear(document: Document, operand: Occurrence, other: Occurrence, node: NotNear): boolean {
  const { side, distance } = node;
  if (other.last < operand.first) {
    return side !== "after-operand" && isWithin(document, other.last, operand.first, distance);
  }
  if (other.first > operand.last) {
    return side !== "before-operand" && isWithin(document, operand.last, other.first, distance);
  }
  return side === "either";
}

interface NotNear {
  side: NotNearSide;
  distance: Distance;
}

/** Occurrences of the operand with none of `others` at the distance; overlapping ones count as near on either side. */
export function withoutNear(
  document: Document,
  operands: readonly Occurrence[],
  others: readonly Occurrence[],
  node: NotNear,
): readonly Occurrence[] {
  if (others.length === 0) return operands;
  return operands.filter((operand) => !others.some((other) => isNear(document, operand, other, node)));
}
