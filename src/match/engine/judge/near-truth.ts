import { EVERYWHERE, type Document } from "../document.ts";
import { IntColumn } from "../tables/int-column.ts";
import type { Node } from "../compile/node.ts";
import { addSpan, SPAN } from "../occurrence.ts";
import { isWithinWords } from "./distance.ts";
import type { ItemReading } from "./item-reading.ts";

type Near = Node & { kind: "near" };

/** Places of one side times those of the other that are compared one by one: a text may repeat two words thousands of times. */
const MOST_PAIRS = 1000;

function isChoice(node: Node): boolean {
  if (node.kind === "or") return node.operands.every(isChoice);
  return (node.kind === "term" || node.kind === "terms" || node.kind === "list") && node.regions === EVERYWHERE;
}

/**
 * Whether a NEAR in words, of terms and lists wherever they stand, is true of an item, from the first and last rows of its terms
 * alone: most that are asked for are not, and a list of all their places would be thrown away.
 */
export class NearTruth {
  readonly #reading: ItemReading;
  readonly #lefts = new IntColumn(16);
  readonly #rights = new IntColumn(16);

  constructor(reading: ItemReading) {
    this.#reading = reading;
  }

  /** @returns null: that NEAR is of another kind, or its terms stand in too many places */
  holds({ left, right, distance, ordered }: Near): boolean | null {
    if (distance.unit !== "words" || !isChoice(left) || !isChoice(right)) return null;
    const { document } = this.#reading;
    const lefts = this.#spansOf(left, this.#lefts);
    const rights = this.#spansOf(right, this.#rights);
    if (lefts.length * rights.length > SPAN * SPAN * MOST_PAIRS) return null;
    const { count } = distance;
    return isAnyWithin(document, lefts, rights, count) || (!ordered && isAnyWithin(document, rights, lefts, count));
  }

  /** The places where terms of the node stand. */
  #spansOf(node: Node, spans: IntColumn): IntColumn {
    spans.clear();
    this.#addSpans(node, spans);
    return spans;
  }

  #addSpans(node: Node, spans: IntColumn): void {
    const { terms, lists } = this.#reading;
    if (node.kind === "or") for (const operand of node.operands) this.#addSpans(operand, spans);
    else if (node.kind === "term") terms.addSpans(node.term, spans);
    else if (node.kind === "terms")
      for (let at = node.from; at < node.to; at += 1) terms.addSpans(terms.store.choiceAt(at), spans);
    else if (node.kind === "list") for (const { first, last } of lists.get(node.list)) addSpan(spans, first, last);
  }
}

/** Whether one of the spans `befores` is followed by one of `afters`, disjoint and no more than so many words behind it. */
function isAnyWithin(document: Document, befores: IntColumn, afters: IntColumn, words: number): boolean {
  for (let before = 0; before < befores.length; before += SPAN) {
    const last = befores.at(before + 1);
    for (let after = 0; after < afters.length; after += SPAN) {
      const first = afters.at(after);
      if (first > last && isWithinWords(document, last, first, words)) return true;
    }
  }
  return false;
}
