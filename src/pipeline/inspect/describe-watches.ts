import type { WatchExplanation } from "../../match/explain/explain-watch.ts";
import { cutClause, describeTree } from "./describe-tree.ts";
import { describePersons } from "./describe-persons.ts";
import { describeVetoes } from "./describe-vetoes.ts";

type Sentences = WatchExplanation["match"]["sentences"];

/** How the watch language prints that something is not there. */
const ABSENCE = "NOT ";
/** Missing parts of one watch that are shown; the tree of its parts has all. */
const MOST_MISSING = 3;
const MOST_SILENT = 20;
/** Lines of a terminal as it opens; what stands above them is out of sight. */
const SCREEN = 24;

/**
 * What all watches say, those first that have something to say: the verdict and what decides it. Then whose names count
 * and whose do not, each once, and the watches that nothing comes near in a line.
 * @param options `tree`: also every part of each watch; of what is longer than a screen the last line is the verdict again
 */
export function describeWatches(explanations: readonly WatchExplanation[], options: { tree: boolean }): string {
  const silent = options.tree ? [] : explanations.filter(isSilent);
  const speaking = explanations
    .filter((each) => !silent.includes(each))
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .flatMap((each) => [
      ...describeVerdict(each),
      ...(options.tree ? ["  parts:", ...describeTree(each.match, 2)] : []),
    ]);
  const lines = [...speaking, ...describePersons(explanations), ...describeSilent(silent)];
  const again = options.tree && lines.length > SCREEN ? explanations.map(describeOutcome) : [];
  return [...lines, ...again].join("\n");
}

/** No alternative of it comes near. */
function isSilent({ answer, unread, missing }: WatchExplanation): boolean {
  return answer === null && (unread !== null || missing.length === 0);
}

/** Matches, then what a veto held back, then what comes near. */
function rankOf({ answer }: WatchExplanation): number {
  return answer === null ? 2 : Number(answer.kind === "vetoed");
}

/** `no match: asylum, officials`, and watches that do not read the item at all. */
function describeSilent(silent: readonly WatchExplanation[]): string[] {
  const lines = Map.groupBy(silent, describeAnswer);
  return [...lines].map(([verdict, watches]) => {
    const ids = watches.slice(0, MOST_SILENT).map(({ watchId }) => watchId);
    const more = watches.length - ids.length;
    return `${verdict}: ${ids.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  });
}

function describeAnswer({ answer, unread }: WatchExplanation): string {
  if (answer === null && unread === "language") return "does not read this language (lang)";
  if (unread === "feed") return "does not read this feed (feeds)";
  if (answer === null) return "no match";
  return answer.kind === "match"
    ? "match"
    : `vetoed by ${answer.veto.name} ("${answer.veto.words}", ${answer.veto.place})`;
}

function describeOutcome(explanation: WatchExplanation): string {
  return `${explanation.watchId}: ${describeAnswer(explanation)}`;
}

/** Why a watch matched: sentence and clause; why it did not: the veto that would hold it back all the same, then what is missing. */
function describeVerdict(explanation: WatchExplanation): string[] {
  const { answer, unread } = explanation;
  const verdict = describeOutcome(explanation);
  if (answer !== null)
    return [
      verdict,
      ...answer.evidence.sentences.map(describeSentence),
      `  clause: ${answer.evidence.clause}`,
      ...describeVetoes(explanation),
    ];
  if (unread !== null) return [verdict];
  return [verdict, ...describeVetoes(explanation), ...describeMissing(explanation)];
}

function describeMissing({ missing }: WatchExplanation): string[] {
  const more = missing.length - MOST_MISSING;
  return [
    ...missing.slice(0, MOST_MISSING).map(({ missing: part, alternative, found }) => {
      const words = found.map((word) => `"${word}"`).join(" … ");
      return part === null
        ? `  too far apart: ${words} for ${cutClause(alternative)}`
        : `  ${describePart(part)}${words === "" ? "" : `, beside ${words}`}`;
    }),
    ...(more > 0 ? [`  … or ${more === 1 ? "1 other part" : `one of ${more} other parts`}`] : []),
  ];
}

/** Of an absence that is missing, what is there instead. */
function describePart(part: string): string {
  return part.startsWith(ABSENCE)
    ? `forbidden: ${cutClause(part.slice(ABSENCE.length))}`
    : `missing: ${cutClause(part)}`;
}

/** A proving sentence, its marks in brackets. */
function describeSentence({ field, sentence, marks }: Sentences[number]): string {
  const marked = marks
    .toReversed()
    .reduce((text, [from, to]) => `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`, sentence);
  return `  ${field}: ${marked}`;
}
