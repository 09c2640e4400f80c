import type { WatchExplanation } from "../../match/explain/explain-watch.ts";

type Trace = WatchExplanation["match"];

const LONGEST_CLAUSE = 80;

/** An expression as far as a line has room for it. */
export function cutClause(clause: string): string {
  return clause.length > LONGEST_CLAUSE ? `${clause.slice(0, LONGEST_CLAUSE)}…` : clause;
}

/**
 * The parts of an expression, a line each, with the words that prove them: of what holds those that hold, of what does not
 * all. A part that stands in several places is opened in the first only.
 */
export function describeTree(trace: Trace, depth: number, opened = new Set<string>()): string[] {
  const { clause, holds, sentences, parts } = trace;
  const isKnown = opened.has(clause);
  if (parts.length > 0) opened.add(clause);
  const words = sentences.length === 0 ? "" : `: ${wordsOf(sentences)}`;
  const line = `${"  ".repeat(depth)}${holds ? "✓" : "✗"} ${cutClause(clause)}${words}`;
  const shown = holds ? parts.filter((part) => part.holds) : parts;
  if (isKnown && shown.length > 0) return [`${line} (parts as above)`];
  return [line, ...shown.flatMap((part) => describeTree(part, depth + 1, opened))];
}

/** `"Envoy … asks for asylum" (title)` */
export function wordsOf(sentences: Trace["sentences"]): string {
  return sentences
    .map(
      ({ field, sentence, marks }) => `"${marks.map(([from, to]) => sentence.slice(from, to)).join(" … ")}" (${field})`,
    )
    .join(" ");
}
