import type { WatchExplanation } from "../../match/explain/explain-watch.ts";

type Trace = WatchExplanation["match"];

const LONGEST_CLAUSE = 80;

/** An expression as far as a line has room for it. */
export function cutClause(clause: string): string {
  return clause.length > LONGEST_CLAUSE ? `${clause.slice(0, LONGEST_CLAUSE)}…` : clause;
}

/**
 * The parts of an expression, a line each, with the words that prove them: of what holds those that hold, of what does not
 * all. A part that stands in several places is opened in the first only, and one in which no word is found not at all.
 */
export function describeTree(trace: Trace, depth: number, opened = new Set<string>()): string[] {
  const { clause, holds, sentences, parts } = trace;
  const start = `${"  ".repeat(depth)}${holds ? "✓" : "✗"} ${cutClause(clause)}`;
  if (parts.length > 0 && !holds && !isFound(trace)) return [`${start}: nothing found (${countParts(trace)})`];
  const isKnown = opened.has(clause);
  if (parts.length > 0) opened.add(clause);
  const line = sentences.length === 0 ? start : `${start}: ${wordsOf(sentences)}`;
  const shown = holds ? parts.filter((part) => part.holds) : parts;
  if (isKnown && shown.length > 0) return [`${line} (parts as above)`];
  return [line, ...shown.flatMap((part) => describeTree(part, depth + 1, opened))];
}

/** Whether a word of it, or of one of its parts, stands in the item. */
function isFound({ sentences, parts }: Trace): boolean {
  return sentences.length > 0 || parts.some(isFound);
}

/** `1 part`; what stands in several places counts once. */
function countParts(trace: Trace): string {
  const { size } = new Set(trace.parts.flatMap(clausesOf));
  return size === 1 ? "1 part" : `${size} parts`;
}

function clausesOf({ clause, parts }: Trace): string[] {
  return [clause, ...parts.flatMap(clausesOf)];
}

/** `"Envoy … asks for asylum" (title)` */
export function wordsOf(sentences: Trace["sentences"]): string {
  return sentences
    .map(
      ({ field, sentence, marks }) => `"${marks.map(([from, to]) => sentence.slice(from, to)).join(" … ")}" (${field})`,
    )
    .join(" ");
}
