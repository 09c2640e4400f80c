import { sentenceAt, type Document } from "../document.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Node } from "../compile/node.ts";
import type { Mark, Occurrence } from "../occurrence.ts";

/** Sentences that make an expression true, ascending, with the words in them that do it. */
export interface Proof {
  sentences: readonly number[];
  marks: readonly Mark[];
}

/** Proofs kept for each part of an expression while they are combined. */
const MAX_PROOFS = 12;
/** Marks kept for each proof: nobody reads more, and a text that repeats a word has a hundred thousand. */
const MAX_MARKS = 500;

function lengthOf(document: Document, { sentences }: Proof): number {
  return sentences.reduce((sum, index) => {
    const sentence = document.sentences[index];
    return sum + (sentence === undefined ? 0 : sentence.end - sentence.start);
  }, 0);
}

/** Fewer sentences first; then with the headline; then shorter; then earlier in the text. */
function compareProofs(document: Document, a: Proof, b: Proof): number {
  return (
    a.sentences.length - b.sentences.length ||
    Number(b.sentences[0] === 0) - Number(a.sentences[0] === 0) ||
    lengthOf(document, a) - lengthOf(document, b) ||
    (a.sentences[0] ?? 0) - (b.sentences[0] ?? 0)
  );
}

/** The sentences an occurrence needs; those between the parts of a wide NEAR prove nothing. */
export function sentencesOf(document: Document, { marks }: Pick<Occurrence, "marks">): readonly number[] {
  const sentences = new Set<number>();
  for (const { first, last } of marks) {
    for (let at = sentenceAt(document, first); at <= sentenceAt(document, last); at += 1) sentences.add(at);
  }
  return [...sentences].toSorted((a, b) => a - b);
}

function joined(a: Proof, b: Proof): Proof {
  const sentences = [...new Set([...a.sentences, ...b.sentences])].toSorted((x, y) => x - y);
  return { sentences, marks: [...a.marks, ...b.marks].slice(0, MAX_MARKS) };
}

/** Finds the proofs of expressions in one item, best first, none in a forbidden sentence. */
export class Prover {
  readonly #evaluation: Evaluation;
  readonly #document: Document;
  readonly #forbidden: ReadonlySet<number>;

  constructor(evaluation: Evaluation, forbidden: ReadonlySet<number>) {
    this.#evaluation = evaluation;
    this.#document = evaluation.reading.document;
    this.#forbidden = forbidden;
  }

  /** Empty where the expression does not hold outside the forbidden sentences. */
  prove(node: Node): readonly Proof[] {
    if (!this.#evaluation.holds(node)) return [];
    switch (node.kind) {
      case "and":
        return node.operands.reduce<readonly Proof[]>(
          (proofs, operand) => this.#both(proofs, this.prove(operand)),
          [{ sentences: [], marks: [] }],
        );
      case "or":
        return this.#best(node.operands.flatMap((operand) => this.prove(operand)));
      case "not":
        return [{ sentences: [], marks: [] }];
      case "at-least":
        return this.#enough(node);
      case "term":
      case "terms":
      case "list":
      case "past":
      case "person":
      case "pattern":
      case "near":
      case "not-near":
        break;
    }
    return this.#best(this.#allowed(node).map(({ marks }) => this.#proofOf(marks)));
  }

  #proofOf(marks: readonly Mark[]): Proof {
    const sentences = sentencesOf(this.#document, { marks });
    return { sentences, marks: marks.length > MAX_MARKS ? marks.slice(0, MAX_MARKS) : marks };
  }

  #allowed(node: Node): readonly Occurrence[] {
    const occurrences = this.#evaluation.occurrences(node);
    if (this.#forbidden.size === 0) return occurrences;
    return occurrences.filter((occurrence) => this.#isAllowed(occurrence));
  }

  #isAllowed(occurrence: Occurrence): boolean {
    return sentencesOf(this.#document, occurrence).every((sentence) => !this.#forbidden.has(sentence));
  }

  #both(left: readonly Proof[], right: readonly Proof[]): readonly Proof[] {
    return this.#best(left.flatMap((a) => right.map((b) => joined(a, b))));
  }

  /** Proofs of the same sentences are one, with all their marks. */
  #best(proofs: readonly Proof[]): readonly Proof[] {
    const bySentences = new Map<string, Mark[]>();
    const distinct: Proof[] = [];
    for (const { sentences, marks } of proofs) {
      const key = sentences.join(" ");
      const known = bySentences.get(key);
      if (known === undefined) {
        const own = marks.slice(0, MAX_MARKS);
        bySentences.set(key, own);
        distinct.push({ sentences, marks: own });
      } else known.push(...marks.slice(0, MAX_MARKS - known.length));
    }
    return distinct.toSorted((a, b) => compareProofs(this.#document, a, b)).slice(0, MAX_PROOFS);
  }

  /** The sentences with most occurrences until there are enough; overlapping ones count once. */
  #enough({ operand, count }: Node & { kind: "at-least" }): readonly Proof[] {
    const bySentence = new Map<string, Occurrence[]>();
    let end = -1;
    for (const occurrence of this.#allowed(operand)) {
      if (occurrence.first <= end) continue;
      end = occurrence.last;
      const key = sentencesOf(this.#document, occurrence).join(" ");
      const row = bySentence.get(key);
      if (row === undefined) bySentence.set(key, [occurrence]);
      else row.push(occurrence);
    }
    const chosen: Occurrence[] = [];
    for (const occurrences of [...bySentence.values()].toSorted((a, b) => b.length - a.length)) {
      if (chosen.length < count) for (const occurrence of occurrences) chosen.push(occurrence);
    }
    return chosen.length < count ? [] : [this.#proofOf(chosen.flatMap(({ marks }) => marks))];
  }
}

/** The best of several proofs; null: there is none. */
export function bestOf<T extends { proof: Proof }>(document: Document, proofs: readonly T[]): T | null {
  return proofs.toSorted((a, b) => compareProofs(document, a.proof, b.proof))[0] ?? null;
}
