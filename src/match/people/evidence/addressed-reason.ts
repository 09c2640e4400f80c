import type { SurnameContext } from "./surname-context.ts";
import type { SurnameReason } from "./surname-reason.ts";

/** Words of a post right behind a name. */
const APPOSITION = 2;

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

/** `นายอนุวัฒน์ โฆษก…`, `Ingibjörg utanríkisráðherra`: the own post right behind a name, in the press of the person's country. */
export function apposedReason(
  { index, words, evidence, chosen }: SurnameContext,
  person: number,
  last: number,
): SurnameReason | null {
  const behind = words.slice(last + 1, last + 1 + APPOSITION);
  const isTold = !chosen.cancelled.has(person) && evidence.tellsPostAtHome(index.people[person], behind);
  return isTold ? { kind: "office", word: behind[0]?.source ?? "" } : null;
}
