import { isConjunction } from "./longer-name.ts";
import type { Spelling } from "./spelling.ts";
import type { TextWord } from "./text-words.ts";

/** Inside a name stand names and particles, no other words. */
export function mayStandBetween({ isNameLike, info }: TextWord): boolean {
  return isNameLike || info.isParticle;
}

/** Articles, `de`, initials; `Petrov i Ivanova` are two people. */
export function isSmall(word: TextWord): boolean {
  const { info } = word;
  return (info.isParticle || info.fold.length === 1) && !isConjunction(word);
}

/** Words that may stand inside any name: particles, initials, fathers' names. */
export function isPassing(word: TextWord): boolean {
  return isSmall(word) || word.info.isPatronymic;
}

/** The same, where an initial is that of a word between, and the name's own other words. */
export function maySkip(word: TextWord, { others, surname }: Spelling): boolean {
  const { fold, script } = word.info;
  if (fold.length === 1 && others.size > 0 && script === surname.script) return someBeginsWith(others, fold);
  return isPassing(word) || others.has(fold);
}

function someBeginsWith(others: ReadonlySet<string>, initial: string): boolean {
  for (const other of others) if (other.startsWith(initial)) return true;
  return false;
}
