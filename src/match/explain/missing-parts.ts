import type { EvidenceSentence } from "../../core/vocabulary.ts";
import { printExpression } from "../expression/print-expression.ts";
import { nearMissesOf, type NearMiss } from "./near-miss.ts";
import type { HeldProbes, Probe } from "./watch-probes.ts";

/** What is missing of an alternative of a watch, all of whose other parts stand in an item. */
export interface MissingPart {
  /** In the printed form of the watch language; null: the parts stand too far from each other. */
  missing: string | null;
  alternative: string;
  /** Words of the item that its other parts found, each once. */
  found: readonly string[];
}

/** The answers of probes by their ids. */
type Answers = ReadonlyMap<string, { evidence: { sentences: readonly EvidenceSentence[] } }> & HeldProbes;

/** What is missing of each alternative that comes near: mere distance first, then the shortest part, each part once. */
export function missingParts(whole: Probe, answers: Answers): readonly MissingPart[] {
  const parts = nearMissesOf(whole, answers).map((miss) => toMissingPart(miss, answers));
  const sorted = parts.toSorted((a, b) => (a.missing?.length ?? 0) - (b.missing?.length ?? 0));
  const seen = new Set<string>();
  return sorted.filter((part) => {
    const isNew = !seen.has(subjectOf(part));
    seen.add(subjectOf(part));
    return isNew;
  });
}

/** `@claim` that is missing everywhere is missing in the title, too. */
function subjectOf({ missing, alternative }: MissingPart): string {
  return missing?.replace(/^(?:title|lead|body):/, "") ?? alternative;
}

function toMissingPart({ alternative, missing }: NearMiss, answers: Answers): MissingPart {
  const words = alternative.parts.flatMap(({ id }) => {
    const sentences = id === null ? [] : (answers.get(id)?.evidence.sentences ?? []);
    return sentences.flatMap(({ sentence, marks }) => marks.map(([from, to]) => sentence.slice(from, to)));
  });
  return {
    missing: missing === null ? null : printExpression(missing.expression),
    alternative: printExpression(alternative.expression),
    found: [...new Set(words)],
  };
}
