import { BY_SOUND } from "./part-distance.ts";
import type { Spelling } from "./spelling.ts";
import { goesOn } from "./longer-name.ts";
import { isGivenNameOf, type Bearer, type SurnameContext } from "./surname-context.ts";
import { beginsSentence, GAP, type TextWord } from "./text-words.ts";
import { isPreposition } from "./words/prepositions.ts";
import { isAbjad, isCased } from "./words/script.ts";

/** What a surname is farther than where more than an article is attached to it. */
const PREFIXED = 0.04;

/** Whether a bare surname is another person's: a first name before it, a `Jr` behind it, a bracket word near it. */
export function isSomebodyElse(context: SurnameContext, at: number, { spelling, distance, last }: Bearer): boolean {
  const { words, brackets, index, named, known } = context;
  if (words[last + 1]?.info.isSuffix === true && words[last]?.gap !== GAP.break) return true;
  if (isHyphenated(words, at, last)) return true;
  if (hasOtherFirstName(context, at, spelling)) return true;
  const { person } = spelling.entity;
  if (named.has(person) || known.has(person)) return false;
  const isTold = context.evidence.tellsPost(index.people[person], at);
  if ((!isTold && goesOn(words, last)) || isBehindUnknownWord(context, at, distance)) return true;
  const token = words[at]?.first ?? 0;
  return (index.lookAlikesOf.get(person) ?? []).some(
    ({ bracket }) => bracket !== null && brackets.standsNear(bracket, token),
  );
}

/** Whether a first name that is not the person's stands before a surname. */
export function hasOtherFirstName(context: SurnameContext, at: number, spelling: Spelling): boolean {
  const place = beforeParticles(context.words, at);
  const before = context.words[place];
  if (before === undefined || (before.gap !== GAP.space && before.gap !== GAP.joined)) return false;
  const { info, isNameLike } = before;
  const isNoName = info.isParticle || info.isTitle || info.isOffice || info.isCommon;
  if (isNoName || isGivenNameOf(context, info, spelling)) return false;
  return (info.isGivenName && isNameLike) || isCapitalName(context, place + 1, before);
}

/** The word before a surname: before the particles of `Enora de Kergourlay` as well. */
function beforeParticles(words: readonly TextWord[], at: number): number {
  const before = words[at - 1];
  const isLatinParticle = before?.gap === GAP.space && before.info.isParticle && before.info.script === "latin";
  return isLatinParticle && words[at - 2]?.gap === GAP.space ? at - 2 : at - 1;
}

/** `Steinhauer-Voss`: a part of a longer surname; `Al-Hourani` and `D'Estaing` are whole ones. */
function isHyphenated(words: readonly TextWord[], first: number, last: number): boolean {
  return isTied(words[last], words[last + 1]) || isTied(words[first - 1], words[first]);
}

function isTied(left: TextWord | undefined, right: TextWord | undefined): boolean {
  if (left?.gap !== GAP.joined || !left.isCapital || right?.isCapital !== true || !isCased(right.info.script))
    return false;
  return left.info.fold.length > 1 && !left.info.isParticle;
}

/** A capitalised word that is neither a place nor there because a sentence begins. */
function isCapitalName(
  { words, table }: SurnameContext,
  at: number,
  { info, isCapital, capitalsTell }: TextWord,
): boolean {
  if (!isCased(info.script) || !isCapital || info.fold.length < 2 || !capitalsTell) return false;
  const earlier = words[at - 2];
  if (earlier?.gap === GAP.space && isPreposition(earlier.source, table.language)) return false;
  if (!beginsSentence(earlier)) return !info.isPlace;
  const next = words[at + 1];
  return info.fold.length > 2 && next !== undefined && !next.isCapital;
}

/**
 * In Arabic and Hebrew letters nothing tells a first name but that it is no everyday word, office or place. None stands
 * before what is attached to a surname: `وللحوراني`.
 */
function isBehindUnknownWord({ words }: SurnameContext, at: number, distance: number): boolean {
  const before = words[at - 1];
  const isPrefixed = distance >= PREFIXED && distance < BY_SOUND;
  if (isPrefixed || before?.gap !== GAP.space || !isAbjad(before.info.script)) return false;
  const { isCommon, isOffice, isTitle, isPlace, isParticle } = before.info;
  return !(isCommon || isOffice || isTitle || isPlace || isParticle);
}
