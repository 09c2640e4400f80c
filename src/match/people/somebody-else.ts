import type { Spelling } from "./spelling.ts";
import { isGivenNameOf, type Bearer, type SurnameContext } from "./surname-context.ts";
import { GAP, type TextWord } from "./text-words.ts";
import { isCased } from "./words/script.ts";

/** Nouns have capitals there: a capital before a surname says nothing. */
export const CAPITAL_NOUNS = "de";

/** Whether a bare surname is another person's: a first name before it, a `Jr` behind it, a bracket word near it. */
export function isSomebodyElse(context: SurnameContext, at: number, { spelling, last }: Bearer): boolean {
  const { words, brackets, index, named, known } = context;
  if (words[last + 1]?.info.isSuffix === true && words[last]?.gap !== GAP.break) return true;
  if (hasOtherFirstName(context, at, spelling)) return true;
  const { person } = spelling.entity;
  if (named.has(person) || known.has(person)) return false;
  const token = words[at]?.first ?? 0;
  return (index.lookAlikesOf.get(person) ?? []).some(
    ({ bracket }) => bracket !== null && brackets.standsNear(bracket, token),
  );
}

function hasOtherFirstName(context: SurnameContext, at: number, spelling: Spelling): boolean {
  const before = context.words[at - 1];
  if (before === undefined || (before.gap !== GAP.space && before.gap !== GAP.joined)) return false;
  const { info, isNameLike } = before;
  const isNoName = info.isParticle || info.isTitle || info.isOffice || info.isCommon;
  if (isNoName || isGivenNameOf(context, info, spelling)) return false;
  return (info.classId !== null && isNameLike) || isCapitalName(context, at, before);
}

/** A capitalised word that is neither a place nor there because a sentence begins. */
function isCapitalName({ words, language }: SurnameContext, at: number, { info, isCapital }: TextWord): boolean {
  if (!isCased(info.script) || !isCapital || info.fold.length < 2 || language === CAPITAL_NOUNS) return false;
  if (!beginsSentence(words[at - 2])) return !info.isPlace;
  const next = words[at + 1];
  return info.fold.length > 2 && next !== undefined && !next.isCapital;
}

function beginsSentence(before: TextWord | undefined): boolean {
  return before === undefined || before.gap === GAP.break || before.gap === GAP.fullStop;
}
