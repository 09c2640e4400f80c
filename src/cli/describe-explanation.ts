import type { explainPasted } from "../app/explain-item.ts";

type Explanation = ReturnType<typeof explainPasted>[number];
type Trace = Explanation["match"];
type Sentences = Trace["sentences"];

const CUT = 100;

/** Why a watch matched, was held back or is silent, as a tree of its parts. `all`: the tree also of a silent watch. */
export function describeWatchExplanation(explanation: Explanation, { all }: { all: boolean }): string {
  const { watchId, answer, unread, nearMiss, match, vetoes } = explanation;
  const lines = [`${watchId}: ${describeAnswer(explanation)}`];
  if (all || answer !== null || nearMiss !== null) lines.push(...describeTrace(match, 1));
  if (answer === null && nearMiss !== null && unread === null) lines.push(`  missing: ${nearMiss}`);
  for (const { key, name, sentences } of vetoes) {
    const decides = answer?.kind === "vetoed" && [name, name.replace(/^@/, ""), key].includes(answer.veto.name);
    lines.push(`  ${key} ${name}: ${wordsOf(sentences)}${decides ? "" : ", where it does not veto"}`);
  }
  return lines.join("\n");
}

function describeAnswer({ answer, unread }: Explanation): string {
  if (unread === "language") return "does not read this language (lang)";
  if (unread === "feed") return "does not read this feed (feeds)";
  if (answer === null) return "no match";
  return answer.kind === "match"
    ? "match"
    : `vetoed by ${answer.veto.name} ("${answer.veto.words}", ${answer.veto.place})`;
}

/** Parts of what holds are shown where they hold; all parts of what does not. */
function describeTrace({ clause, holds, sentences, parts }: Trace, depth: number): string[] {
  const shown = holds ? parts.filter((part) => part.holds) : parts;
  const short = clause.length > CUT ? `${clause.slice(0, CUT)}…` : clause;
  const words = sentences.length === 0 ? "" : `: ${wordsOf(sentences)}`;
  const line = `${"  ".repeat(depth)}${holds ? "✓" : "✗"} ${short}${words}`;
  return [line, ...shown.flatMap((part) => describeTrace(part, depth + 1))];
}

function wordsOf(sentences: Sentences): string {
  return sentences
    .map(
      ({ field, sentence, marks }) => `"${marks.map(([from, to]) => sentence.slice(from, to)).join(" … ")}" (${field})`,
    )
    .join(" ");
}
