import type { WatchExplanation } from "../../match/explain/explain-watch.ts";

type Trace = WatchExplanation["match"];
type Sentences = Trace["sentences"];

const CUT = 100;

/** What all watches say, those first that have something to say; watches without a word of theirs in a line of their own. */
export function describeWatches(explanations: readonly WatchExplanation[], options: { all: boolean }): string {
  const silent = options.all ? [] : explanations.filter(isSilent);
  const speaking = explanations
    .filter((each) => !silent.includes(each))
    .toSorted((a, b) => Number(a.answer === null) - Number(b.answer === null));
  const lines = speaking.map((each) => describeWatchExplanation(each, options));
  const others = silent.length === 0 ? [] : [`no match: ${silent.map(({ watchId }) => watchId).join(", ")}`];
  return [...lines, ...others].join("\n");
}

/** Nothing of it stands in the item but, at most, single words of it. */
function isSilent({ answer, unread, nearMiss, vetoes, namesakes }: WatchExplanation): boolean {
  return answer === null && unread === null && nearMiss === null && vetoes.length === 0 && namesakes.length === 0;
}

/** Why a watch matched, was held back or is silent, as a tree of its parts. `all`: the tree also of a silent watch. */
function describeWatchExplanation(explanation: WatchExplanation, { all }: { all: boolean }): string {
  const { watchId, answer, unread, nearMiss, match, vetoes, namesakes } = explanation;
  const lines = [`${watchId}: ${describeAnswer(explanation)}`];
  if (answer !== null) lines.push(...answer.evidence.sentences.map(describeSentence));
  if (all || answer !== null || nearMiss !== null) lines.push(...describeTrace(match, { depth: 1, all }));
  if (answer === null && nearMiss !== null && unread === null) lines.push(`  missing: ${nearMiss}`);
  if (unread === null) lines.push(...namesakes.map(describeNamesake));
  for (const { key, name, sentences } of vetoes) {
    const decides = answer?.kind === "vetoed" && [name, name.replace(/^@/, ""), key].includes(answer.veto.name);
    lines.push(`  ${key} ${name}: ${wordsOf(sentences)}${decides ? "" : ", where it does not veto"}`);
  }
  return lines.join("\n");
}

/** `  not counted: "Ivan Example" (ivan-example): namesake (trade "footballer")` */
function describeNamesake({ personId, spelling, reason }: WatchExplanation["namesakes"][number]): string {
  return `  not counted: "${spelling}" (${personId}): ${reason}`;
}

/** A proving sentence, its marks in brackets. */
function describeSentence({ field, sentence, marks }: Sentences[number]): string {
  const marked = marks
    .toReversed()
    .reduce((text, [from, to]) => `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`, sentence);
  return `  ${field}: ${marked}`;
}

function describeAnswer({ answer, unread }: WatchExplanation): string {
  if (answer === null && unread === "language") return "does not read this language (lang)";
  if (unread === "feed") return "does not read this feed (feeds)";
  if (answer === null) return "no match";
  return answer.kind === "match"
    ? "match"
    : `vetoed by ${answer.veto.name} ("${answer.veto.words}", ${answer.veto.place})`;
}

/**
 * Parts of what holds are shown where they hold; of what does not, all, but parts of which no word stands in the text
 * only by themselves unless `all` are wanted.
 */
function describeTrace(trace: Trace, { depth, all }: { depth: number; all: boolean }): string[] {
  const { clause, holds, sentences, parts } = trace;
  const opened = all || holds || hasWords(trace) ? parts : [];
  const shown = holds ? opened.filter((part) => part.holds) : opened;
  const short = clause.length > CUT ? `${clause.slice(0, CUT)}…` : clause;
  const words = sentences.length === 0 ? "" : `: ${wordsOf(sentences)}`;
  const line = `${"  ".repeat(depth)}${holds ? "✓" : "✗"} ${short}${words}`;
  return [line, ...shown.flatMap((part) => describeTrace(part, { depth: depth + 1, all }))];
}

function hasWords({ sentences, parts }: Trace): boolean {
  return sentences.length > 0 || parts.some(hasWords);
}

function wordsOf(sentences: Sentences): string {
  return sentences
    .map(
      ({ field, sentence, marks }) => `"${marks.map(([from, to]) => sentence.slice(from, to)).join(" … ")}" (${field})`,
    )
    .join(" ");
}
