import type { SurnameContext } from "./surname-context.ts";
import type { SurnameReason } from "./surname-reason.ts";

/** Why the given name that somebody is addressed by counts as theirs, in the word at `at`; null: it does not. */
export function addressedReason(
  { index, words, chosen, evidence, named, known }: SurnameContext,
  person: number,
  at: number,
): SurnameReason | null {
  if (named.has(person)) return { kind: "full-name" };
  if (known.has(person)) return { kind: "story" };
  if (chosen.cancelled.has(person) || !evidence.tellsPost(index.people[person], at)) return null;
  return { kind: "office", word: words[at - 1]?.source ?? "" };
}
