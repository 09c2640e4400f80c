import type { WatchExplanation } from "../../match/explain/explain-watch.ts";
import { cutClause, wordsOf } from "./describe-tree.ts";

type Veto = WatchExplanation["vetoes"][number];
type Answer = NonNullable<WatchExplanation["answer"]>;

/**
 * The vetoes whose words stand in the item, a line each: `blocked by: unless striker: "Striker" (title)`. Of what matched also
 * those that do not strike, and why, and not the one that the verdict names in full; where nothing matched, only those that would set any match of the item aside.
 */
export function describeVetoes({ answer, vetoes }: Pick<WatchExplanation, "answer" | "vetoes">): string[] {
  if (answer === null) return vetoes.filter(strikes).map(describeBlocking);
  const blocking = blockingOf(vetoes, answer);
  return vetoes
    .filter((veto) => !isVerdict(veto, answer))
    .map((veto) => (blocking.has(veto) ? describeBlocking(veto) : describeIdle(veto)));
}

function describeBlocking(veto: Veto): string {
  return `  blocked by: ${describeVeto(veto)}`;
}

function describeIdle(veto: Veto): string {
  const where = veto.key === "unless_title" ? "not in the title" : "not in the proof";
  return `  not blocked by: ${describeVeto(veto)}, ${where}`;
}

function describeVeto({ key, name, sentences }: Veto): string {
  return `${key} ${cutClause(name)}: ${wordsOf(sentences)}`;
}

/** Those that set the match aside, or would have done so had another not come first. */
function blockingOf(vetoes: readonly Veto[], answer: Answer): ReadonlySet<Veto> {
  const named = vetoes.filter((veto) => isNamed(veto, answer));
  const meant = named.filter((veto) => hasWords(veto, answer));
  const inProof = vetoes.filter((veto) => isInProof(veto, answer));
  // The shortest sentence with a veto's words, which is shown, need not be the one that struck.
  return new Set([...vetoes.filter(strikes), ...inProof, ...(meant.length > 0 ? meant : named)]);
}

/** Whether the answer names the veto, or those that are written together with it. */
function isNamed({ key, name }: Veto, answer: Answer): boolean {
  if (answer.kind !== "vetoed") return false;
  const own = key !== "exclude" && name.startsWith("@") ? name.slice(1) : null;
  return answer.veto.name === (own ?? (key === "exclude" ? name : key));
}

/** `vetoed by history ("1954", title)` has said all that there is to say of the exclusion. */
function isVerdict(veto: Veto, answer: Answer): boolean {
  return veto.key === "exclude" && isNamed(veto, answer) && hasWords(veto, answer);
}

/** Whether the words by which the answer was vetoed are the veto's. */
function hasWords({ sentences }: Veto, answer: Answer): boolean {
  if (answer.kind !== "vetoed") return false;
  const words = new Set(
    sentences.flatMap(({ sentence, marks }) => marks.map(([from, to]) => sentence.slice(from, to))),
  );
  return answer.veto.words.split(" … ").every((word) => words.has(word));
}

/** Whether its words stand in a sentence that proves the match. */
function isInProof({ key, sentences }: Veto, { evidence }: Answer): boolean {
  if (key === "unless_title") return false;
  return sentences.some(({ field, start }) =>
    evidence.sentences.some((proving) => proving.field === field && proving.start === start),
  );
}

/** It sets any match of the item aside, wherever the proof stands. */
function strikes({ key, sentences }: Veto): boolean {
  return key === "unless_anywhere" || sentences.some(({ field }) => field === "title");
}
