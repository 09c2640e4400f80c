import type { Evidence, Veto } from "../../../core/vocabulary.ts";
import type { Expression } from "../../expression/ast.ts";
import { printExpression } from "../../expression/print-expression.ts";
import { alternativeAt, type CompiledVeto, type CompiledWatch } from "../compile/compile-watch.ts";
import { readsLanguage } from "./conditions.ts";
import { sourceOf } from "../document.ts";
import type { Evaluation } from "./evaluation.ts";
import { evidenceOf } from "./evidence.ts";
import { heldClause } from "./held-clause.ts";
import type { Mark, Occurrence } from "../occurrence.ts";
import { bestOf, Prover, sentencesOf, type Proof } from "./proof.ts";

/** A watch's answer without its revision. */
export type Verdict =
  | { kind: "match"; watchId: string; evidence: Evidence }
  | { kind: "vetoed"; watchId: string; veto: Veto; evidence: Evidence };

interface BranchProof {
  branch: number;
  proof: Proof;
}

/** A place where a veto's words stand. */
interface VetoPlace {
  veto: CompiledVeto;
  occurrence: Occurrence;
  sentences: readonly number[];
}

const TITLE_SENTENCE = 0;

function bestProof(watch: CompiledWatch, evaluation: Evaluation, forbidden: ReadonlySet<number>): BranchProof | null {
  const { document } = evaluation.reading;
  const prover = new Prover(evaluation, forbidden);
  const proofs = watch.branches.flatMap((node, branch) => {
    const best = prover.prove(node)[0];
    return best === undefined ? [] : [{ branch, proof: best }];
  });
  return bestOf(document, proofs);
}

function vetoPlaces(vetoes: readonly CompiledVeto[], evaluation: Evaluation): VetoPlace[] {
  const { document } = evaluation.reading;
  return vetoes.flatMap((veto) =>
    evaluation.occurrences(veto.node).map((occurrence) => {
      return { veto, occurrence, sentences: sentencesOf(document, occurrence) };
    }),
  );
}

function wordsOf(marks: readonly Mark[], evaluation: Evaluation): string {
  return marks.map(({ first, last }) => sourceOf(evaluation.reading.document, first, last)).join(" … ");
}

function vetoAt({ veto, occurrence }: VetoPlace, place: Veto["place"], evaluation: Evaluation): Veto {
  return { name: veto.name, words: wordsOf(occurrence.marks, evaluation), place };
}

/** The veto that holds wherever its words stand, or in the title; null: none. */
function vetoOfItem(watch: CompiledWatch, places: readonly VetoPlace[], evaluation: Evaluation): Veto | null {
  const anywhere = watch.vetoes.find(({ reach, node }) => reach === "item" && evaluation.holds(node));
  if (anywhere !== undefined) {
    const marks = evaluation.occurrences(anywhere.node)[0]?.marks ?? [];
    return { name: anywhere.name, words: wordsOf(marks, evaluation), place: "item" };
  }
  const inTitle = places.find(({ sentences }) => sentences.includes(TITLE_SENTENCE));
  return inTitle === undefined ? null : vetoAt(inTitle, "title", evaluation);
}

/** The item is in a language that the watch does not read; null: it reads it. */
function vetoOfLanguage({ rule }: CompiledWatch, evaluation: Evaluation): Veto | null {
  const { item, language } = evaluation.reading.document;
  if (language === null || readsLanguage(rule, item, language)) return null;
  return { name: "lang", words: language, place: "item" };
}

/** A proof that no veto touches, or the veto that touches all of them. */
function decide(
  watch: CompiledWatch,
  evaluation: Evaluation,
  first: BranchProof,
): { proof: BranchProof; veto: Veto | null } {
  const unread = vetoOfLanguage(watch, evaluation);
  if (unread !== null || watch.vetoes.length === 0) return { proof: first, veto: unread };
  const places = vetoPlaces(
    watch.vetoes.filter(({ reach }) => reach !== "item"),
    evaluation,
  );
  const veto = vetoOfItem(watch, places, evaluation);
  if (veto !== null) return { proof: first, veto };
  const inProof = places.filter(({ veto: { reach } }) => reach === "proof");
  if (inProof.length === 0) return { proof: first, veto: null };
  const clean = bestProof(watch, evaluation, new Set(inProof.flatMap(({ sentences }) => sentences)));
  if (clean !== null) return { proof: clean, veto: null };
  const touching = inProof.find(({ sentences }) =>
    sentences.some((sentence) => first.proof.sentences.includes(sentence)),
  );
  return { proof: first, veto: touching === undefined ? null : vetoAt(touching, "proof", evaluation) };
}

/** Whether one of a watch's alternatives is true of the item, whatever its vetoes say. */
export function holdsIn(watch: CompiledWatch, evaluation: Evaluation): boolean {
  return watch.branches.some((node) => evaluation.holds(node));
}

/** Clauses in their printed form: a watch that matches once matches often, and a clause may be long. */
const printed = new WeakMap<Expression, string>();

/** What of a watch matched, in the printed form of the watch language. */
function clauseOf(watch: CompiledWatch, evaluation: Evaluation, { branch, proof }: BranchProof): string {
  const { expression, node } = alternativeAt(watch, branch);
  const prover = new Prover(evaluation, new Set());
  const sentences = proof.sentences.join(" ");
  const held = heldClause(expression, node, (part) =>
    prover.prove(part).some((each) => each.sentences.join(" ") === sentences),
  );
  const known = printed.get(held);
  if (known !== undefined) return known;
  const clause = printExpression(held);
  printed.set(held, clause);
  return clause;
}

/** One watch's answer about an item of which it `holds`; null: there is no proof of it. */
export function judgeWatch(watch: CompiledWatch, evaluation: Evaluation): Verdict | null {
  const first = bestProof(watch, evaluation, new Set());
  if (first === null) return null;
  const { proof, veto } = decide(watch, evaluation, first);
  const clause = clauseOf(watch, evaluation, proof);
  const { document, people } = evaluation.reading;
  const evidence = evidenceOf(document, proof.proof, { clause, people: people.mentions });
  const answer = { watchId: watch.rule.id, evidence };
  return veto === null ? { kind: "match", ...answer } : { kind: "vetoed", ...answer, veto };
}
