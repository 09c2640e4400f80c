import { BY_SOUND } from "../reading/part-distance.ts";
import { goesOn } from "../reading/longer-name.ts";
import { hasOtherFirstName } from "./other-first-name.ts";
import type { Bearer, SurnameContext } from "./surname-context.ts";
import { roleOf } from "../names/role-of-person.ts";
import { GAP, type TextWord } from "../reading/text-words.ts";
import { tradeBefore } from "./trade-of-bearer.ts";
import { isKin } from "../words/kin.ts";
import { isAbjad, isCased } from "../sounds/script.ts";

/** An article or a pronoun may stand before it. */
const KIN_WITHIN = 2;
const GO_RANK = /^\d단/;
/** What a surname is farther than where more than an article is attached to it. */
const PREFIXED = 0.04;
/** Consonants of a surname that few others have. */
const LONG_SURNAME = 6;

/** Whether a bare surname is another person's: by the name it stands in, a trade before it, a bracket word near it. */
export function isSomebodyElse(context: SurnameContext, at: number, bearer: Bearer): boolean {
  const { words, table, index, named, known } = context;
  const { spelling, distance, last } = bearer;
  if (isInOtherName(context, at, bearer)) return true;
  const { person } = spelling.entity;
  if (named.has(person) || known.has(person)) return false;
  if (tradeBefore(words, at, table.language) !== null || isRankOfGo(words, last)) return true;
  const isTold = context.evidence.tellsPost(index.people[person], at);
  const isSure =
    isHeadOf(context, person) || (isTold && distance < BY_SOUND && spelling.surname.consonants >= LONG_SURNAME);
  if (!isSure && isBehindUnknownWord(context, at, distance)) return true;
  return !isTold && isDoubtful(context, at, { person, last });
}

/** A first name before it, a given name or a `Jr` behind it, a half of a longer surname, a relative. */
function isInOtherName(context: SurnameContext, at: number, { spelling, last }: Bearer): boolean {
  const { words } = context;
  return (
    (words[last + 1]?.info.isSuffix === true && (words[last]?.gap ?? GAP.end) < GAP.break) ||
    isHalf(words, at, last) ||
    (spelling.isFamilyFirst && isBeforeGivenName(words, last)) ||
    isNamedAsRelative(words, last) ||
    hasOtherFirstName(context, { first: at, last }, spelling)
  );
}

/** Where the item does not tell the person's post: in a longer name, or near a look-alike's bracket word. */
function isDoubtful(
  { words, brackets, index }: SurnameContext,
  at: number,
  { person, last }: { person: number; last: number },
): boolean {
  const token = words[at]?.first ?? 0;
  const lookAlikes = index.lookAlikesOf.get(person) ?? [];
  return (
    goesOn(words, last) || lookAlikes.some(({ bracket }) => bracket !== null && brackets.standsNear(bracket, token))
  );
}

/** `쿠사카베 9단`: of the ninth rank, a player of go. */
function isRankOfGo(words: readonly TextWord[], last: number): boolean {
  return words[last]?.gap === GAP.space && GO_RANK.test(words[last + 1]?.info.fold ?? "");
}

/** `Li Keqiang`: behind a surname that comes first, another one's given name. */
function isBeforeGivenName(words: readonly TextWord[], last: number): boolean {
  return words[last]?.info.script === "latin" && goesOn(words, last);
}

/** `Frau Example, die Gattin des Botschafters` */
function isNamedAsRelative(words: readonly TextWord[], last: number): boolean {
  if (words[last]?.gap !== GAP.comma) return false;
  return words.slice(last + 1, last + 1 + KIN_WITHIN).some(({ info }) => isKin(info.fold));
}

/** So well known that any word may stand before the surname. */
function isHeadOf({ index }: SurnameContext, person: number): boolean {
  const one = index.people[person];
  return one !== undefined && roleOf(one).isHead;
}

/** `Steinhauer-Voss`: a part of a longer surname; `Al-Hourani` and `D'Estaing` are whole ones. */
function isHalf(words: readonly TextWord[], first: number, last: number): boolean {
  return hasHyphen(words[last], words[last + 1]) || hasHyphen(words[first - 1], words[first]);
}

function hasHyphen(left: TextWord | undefined, right: TextWord | undefined): boolean {
  if (left?.gap !== GAP.joined || !left.isCapital || right?.isCapital !== true || !isCased(right.info.script))
    return false;
  return left.info.fold.length > 1 && !left.info.isParticle;
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
