import { BY_SOUND } from "./part-distance.ts";
import type { Spelling } from "./spelling.ts";
import { goesOn } from "./longer-name.ts";
import { isGivenNameOf, type Bearer, type SurnameContext } from "./surname-context.ts";
import { beginsSentence, GAP, type TextWord } from "./text-words.ts";
import type { WordInfo } from "./word-info.ts";
import { isLongInitial } from "./words/long-initials.ts";
import { isPreposition } from "./words/prepositions.ts";
import { isAbjad, isCased } from "./words/script.ts";

/** What a surname is farther than where more than an article is attached to it. */
const PREFIXED = 0.04;
const MOST_PARTICLES = 4;
const MOST_INITIALS = 3;
const LEAST_MISSPELT = 6;
/** Monsieur, don: letters that are no initials, by language. */
const ADDRESSES: Readonly<Record<string, string>> = { fr: "m", es: "d" };

/** Whether a bare surname is another person's: a first name before it, a `Jr` behind it, a bracket word near it. */
export function isSomebodyElse(context: SurnameContext, at: number, { spelling, distance, last }: Bearer): boolean {
  const { words, brackets, index, named, known } = context;
  if (words[last + 1]?.info.isSuffix === true && words[last]?.gap !== GAP.break) return true;
  if (isHalf(words, at, last)) return true;
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

/** Whether a first name that is not the person's, or an initial of one, stands before a surname. */
export function hasOtherFirstName(context: SurnameContext, at: number, spelling: Spelling): boolean {
  const { words } = context;
  const place = beforeParticles(words, at);
  const initial = firstInitial(context, place);
  if (initial <= place && !isInitialOf(context, words[initial], spelling)) return true;
  const before = words[initial - 1];
  if (before === undefined || (before.gap !== GAP.space && before.gap !== GAP.joined)) return false;
  const { info, isNameLike } = before;
  const isNoName = info.isParticle || info.isTitle || info.isOffice || info.isCommon;
  if (isNoName || isGivenNameOf(context, info, spelling) || isMisspelt(context, at, info, spelling)) return false;
  return (info.isGivenName && isNameLike) || isCapitalName(context, { before: initial - 1, surname: at });
}

/** `Thibaut` for Thibault, where the item tells the post: one letter off, and no known name. */
function isMisspelt(
  { index, evidence }: SurnameContext,
  at: number,
  { fold, isGivenName }: WordInfo,
  { entity: { person } }: Spelling,
): boolean {
  if (isGivenName || fold.length < LEAST_MISSPELT || !evidence.tellsPost(index.people[person], at)) return false;
  const spellings = index.spellingsOf.get(person) ?? [];
  return spellings.some(({ given }) => given.readings.some((reading) => isOneLetterOff(fold, reading.fold)));
}

function isOneLetterOff(left: string, right: string): boolean {
  const longer = Math.max(left.length, right.length);
  const shorter = Math.min(left.length, right.length);
  let same = 0;
  while (same < shorter && left[same] === right[same]) same += 1;
  let behind = 0;
  while (behind < shorter - same && left.at(-1 - behind) === right.at(-1 - behind)) behind += 1;
  return longer - same - behind <= 1;
}

/** Where the initials begin of which the last stands at a word; behind it: there are none. */
function firstInitial({ words, table }: SurnameContext, last: number): number {
  let first = last + 1;
  while (last - first < MOST_INITIALS && isInitial(words[first - 1], table.language)) first -= 1;
  return first;
}

function isInitial(word: TextWord | undefined, language: string | null): boolean {
  if (word?.gap !== GAP.fullStop || !word.isCapital || !isCased(word.info.script)) return false;
  const { fold } = word.info;
  return isLongInitial(fold) || (fold.length === 1 && !isAddress(fold, language));
}

function isAddress(letter: string, language: string | null): boolean {
  return language === null ? Object.values(ADDRESSES).includes(letter) : ADDRESSES[language] === letter;
}

function isInitialOf({ index }: SurnameContext, word: TextWord | undefined, { entity }: Spelling): boolean {
  const keys = word?.info.initialKeys ?? [];
  const spellings = index.spellingsOf.get(entity.person) ?? [];
  return spellings.some(({ given }) => keys.some((key) => given.initialKeys.includes(key)));
}

/** The word before a surname, and before its particles: of `Enora de la Tour`, Enora. */
function beforeParticles(words: readonly TextWord[], at: number): number {
  let place = at - 1;
  while (at - place < MOST_PARTICLES && isLatinParticle(words[place]) && words[place - 1]?.gap === GAP.space)
    place -= 1;
  return place;
}

function isLatinParticle(word: TextWord | undefined): boolean {
  return word?.gap === GAP.space && word.info.isParticle && word.info.script === "latin";
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

/** A capitalised word that is neither a place nor there because a sentence begins. */
function isCapitalName(
  { words, table }: SurnameContext,
  { before, surname }: { before: number; surname: number },
): boolean {
  const word = words[before];
  if (word === undefined || !isCased(word.info.script) || !word.isCapital || !word.capitalsTell) return false;
  const { fold, isPlace } = word.info;
  if (fold.length < 2) return false;
  const earlier = words[before - 1];
  if (earlier?.gap === GAP.space && isPreposition(earlier.source, table.language)) return false;
  if (!beginsSentence(earlier)) return !isPlace;
  const next = words[surname + 1];
  return fold.length > 2 && next !== undefined && !next.isCapital;
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
