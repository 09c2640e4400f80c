import { tokenise } from "../../../text/tokenise.ts";
import { joinInOrder, withoutNear } from "./distance.ts";
import { EVERYWHERE, isInRegions, sourceOf } from "../document.ts";
import type { Node } from "../compile/node.ts";
import { inOrder, occurrenceOf, type Occurrence } from "../occurrence.ts";
import type { ItemReading } from "./item-reading.ts";
import { NearTruth } from "./near-truth.ts";
import { pastYearTest } from "./past-years.ts";
import { occurrencesOfPattern } from "../terms/pattern-occurrences.ts";

const NONE: readonly Occurrence[] = [];

/** Evaluates nodes on one item; a node that several watches share is evaluated once. */
export class Evaluation {
  readonly reading: ItemReading;
  readonly #occurrences = new Map<number, readonly Occurrence[]>();
  readonly #truths = new Map<number, boolean>();
  readonly #nearTruth: NearTruth;

  constructor(reading: ItemReading) {
    this.reading = reading;
    this.#nearTruth = new NearTruth(reading);
  }

  /** Whether the expression is true of the item. */
  holds(node: Node): boolean {
    const { terms } = this.reading;
    if (node.kind === "term" && node.regions === EVERYWHERE) return terms.has(node.term);
    if (node.kind === "terms" && node.regions === EVERYWHERE) return terms.hasAny(node.from, node.to);
    const known = this.#truths.get(node.id);
    if (known !== undefined) return known;
    const truth = this.#decide(node);
    this.#truths.set(node.id, truth);
    return truth;
  }

  #decide(node: Node): boolean {
    switch (node.kind) {
      case "and":
        return node.operands.every((operand) => this.holds(operand));
      case "or":
        return node.operands.some((operand) => this.holds(operand));
      case "not":
        return !this.holds(node.operand);
      case "near":
        return this.holds(node.left) && this.holds(node.right) && this.#isNear(node);
      case "term":
      case "terms":
      case "list":
      case "past":
      case "person":
      case "pattern":
      case "not-near":
      case "at-least":
        break;
    }
    return this.occurrences(node).length > 0;
  }

  #isNear(node: Node & { kind: "near" }): boolean {
    return this.#nearTruth.holds(node) ?? this.occurrences(node).length > 0;
  }

  /** Where the expression is met, in order of the text; NOT is met nowhere. */
  occurrences(node: Node): readonly Occurrence[] {
    // Most terms of a watch do not stand in the item.
    const { terms } = this.reading;
    if (node.kind === "term" && !terms.has(node.term)) return NONE;
    const known = this.#occurrences.get(node.id);
    if (known !== undefined) return known;
    const found = inOrder(this.#find(node));
    this.#occurrences.set(node.id, found);
    return found;
  }

  #find(node: Node): readonly Occurrence[] {
    switch (node.kind) {
      case "and":
        return this.holds(node) ? this.#ofAll(node.operands) : NONE;
      case "or":
        return this.#ofAll(node.operands);
      case "not":
        return NONE;
      case "near":
        return this.#near(node);
      case "not-near":
        return this.#notNear(node);
      case "at-least": {
        const occurrences = this.occurrences(node.operand);
        return countApart(occurrences) >= node.count ? occurrences : NONE;
      }
      case "term":
      case "terms":
      case "list":
      case "past":
      case "person":
      case "pattern":
        break;
    }
    return this.#inRegions(this.#leaf(node), node.regions);
  }

  #ofAll(operands: readonly Node[]): readonly Occurrence[] {
    const found: Occurrence[] = [];
    for (const operand of operands) for (const occurrence of this.occurrences(operand)) found.push(occurrence);
    return found;
  }

  #ofChoice({ from, to }: { from: number; to: number }): readonly Occurrence[] {
    const { terms } = this.reading;
    const found: Occurrence[] = [];
    for (let at = from; at < to; at += 1) {
      const term = terms.store.choiceAt(at);
      if (terms.has(term)) for (const occurrence of terms.get(term)) found.push(occurrence);
    }
    return found;
  }

  #near(node: Node & { kind: "near" }): readonly Occurrence[] {
    const { document } = this.reading;
    const left = this.occurrences(node.left);
    const right = left.length === 0 ? NONE : this.occurrences(node.right);
    if (right.length === 0) return NONE;
    const inThisOrder = joinInOrder(document, left, right, node.distance);
    return node.ordered ? inThisOrder : [...inThisOrder, ...joinInOrder(document, right, left, node.distance)];
  }

  #notNear(node: Node & { kind: "not-near" }): readonly Occurrence[] {
    const operands = this.occurrences(node.operand);
    if (operands.length === 0) return NONE;
    return withoutNear(this.reading.document, operands, this.occurrences(node.absent), node);
  }

  #leaf(node: Node & { kind: "term" | "terms" | "list" | "past" | "person" | "pattern" }): readonly Occurrence[] {
    const { document, terms, lists, people } = this.reading;
    if (node.kind === "term") return terms.get(node.term);
    if (node.kind === "terms") return this.#ofChoice(node);
    if (node.kind === "list") return lists.get(node.list);
    if (node.kind === "person") return people.occurrences(node.who, node.sure);
    if (node.kind === "pattern") return occurrencesOfPattern(node.pattern, document);
    const isPast = pastYearTest(document.item.publishedAt, document.language);
    return document
      .findNumbers()
      .filter((at) => tokenise(sourceOf(document, at, at)).some(({ text }) => isPast(text)))
      .map((at) => occurrenceOf(at, at));
  }

  #inRegions(occurrences: readonly Occurrence[], regions: number): readonly Occurrence[] {
    if (regions === EVERYWHERE || occurrences.length === 0) return occurrences;
    const { document } = this.reading;
    return occurrences.filter(
      ({ first, last }) => isInRegions(document, first, regions) && isInRegions(document, last, regions),
    );
  }
}

/** Occurrences, overlapping ones counted once; in order of the text. */
function countApart(occurrences: readonly Occurrence[]): number {
  let count = 0;
  let end = -1;
  for (const { first, last } of occurrences) {
    if (first > end) count += 1;
    end = Math.max(end, last);
  }
  return count;
}
