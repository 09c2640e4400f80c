import type { NamedItem, SurnameForm } from "./rule.ts";
import { roleOf } from "../names/role-of-person.ts";
import type { Spelling } from "../names/spelling.ts";
import { isOfficeAt } from "../reading/office-at.ts";
import { isAddressWord } from "../words/addresses.ts";
import { isUnknown, type WordInfo } from "../reading/word-info.ts";
import { GAP, isAbbreviation } from "../reading/text-words.ts";
import { BY_SOUND, PREFIXED } from "../sounds/distances.ts";
import { copiesNames } from "../sounds/home-script.ts";
import { isAbjad, type Script } from "../sounds/script.ts";
import { isCommonWord } from "../words/common-words.ts";
import { isGivenName } from "../words/common-given-names.ts";
import { isKoreanDeterminer } from "../words/korean-names.ts";
import { isBeforePlace } from "../words/prepositions.ts";

/** Consonants of a surname that few others have. */
const LONG_SURNAME = 6;

function infoAt({ words }: NamedItem, at: number): WordInfo | undefined {
  return words[at]?.info;
}

/** The RI of `Dubes RI`, the Republic of Indonesia. */
export function isAbbreviated({ first }: SurnameForm, { words }: NamedItem): boolean {
  return isAbbreviation(words, first);
}

/** An everyday word is nobody, a place only somebody who is spelled like it. */
export function isEverydayWord({ first, distance }: SurnameForm, item: NamedItem): boolean {
  const info = infoAt(item, first);
  return info?.isCommon === true || (info?.isPlace === true && distance > 0);
}

/** By sound alone, where the language copies names from the person's home letter by letter, or one in its letters is listed. */
export function isCopiedOtherwise({ first, spelling, distance }: SurnameForm, item: NamedItem): boolean {
  if (distance < BY_SOUND) return false;
  return isWrittenAsAtHome(infoAt(item, first)?.script ?? "other", spelling, item.language);
}

function isWrittenAsAtHome(script: Script, { surname, entity: { home } }: Spelling, language: string | null): boolean {
  if (home?.script === script && copiesNames(language, home)) return true;
  return isAbjad(script) && surname.script === script;
}

/**
 * In Arabic and Hebrew letters nothing tells a given name but that it is no everyday word, office or place. None stands
 * before what is attached to a surname (`وللحوراني`), and any word before a head of state's, or one that few have where the
 * item tells the person's post.
 */
export function isBehindUnknownWord({ first, entity, spelling, distance }: SurnameForm, item: NamedItem): boolean {
  const { words, evidence, index } = item;
  const before = words[first - 1];
  const isPrefixed = distance >= PREFIXED && distance < BY_SOUND;
  if (isPrefixed || before?.gap !== GAP.space || !isAbjad(before.info.script) || isKnownWord(before.info, item))
    return false;
  const person = index.people[entity.person];
  if (person !== undefined && roleOf(person).isHead) return false;
  const isLong = distance < BY_SOUND && spelling.surname.consonants >= LONG_SURNAME;
  return !(isLong && evidence.tellsPost(person, first));
}

/** Also with an `and` or another prefix: `وقالت`. */
function isKnownWord(info: WordInfo, { language }: NamedItem): boolean {
  return !isUnknown(info) || info.readings.some((reading) => isCommonWord(reading, language));
}

/** Of a place, or behind a word that only places follow: `in Serrapetrona`; not `in Zandieh's view`. */
export function isOfPlace({ first, last }: SurnameForm, { words, language }: NamedItem): boolean {
  if (words[first]?.info.isPlace === true) return true;
  const before = words[first - 1];
  const isPossessive = words[last]?.gap === GAP.joined && words[last + 1]?.info.fold === "s";
  return before?.gap === GAP.space && !isPossessive && isBeforePlace(before.source.toLowerCase(), language);
}

/** Of a double surname a half must stand right behind an office or a title, and the item tell the person's post. */
export function isHalfAlone({ first, entity, spelling }: SurnameForm, item: NamedItem): boolean {
  if (!spelling.isHalf) return false;
  const { words, language, evidence, index } = item;
  const before = words[first - 1];
  const isAddressed =
    before?.gap === GAP.space &&
    (isOfficeAt(words, first - 1, language) || before.info.isTitle || isAddressWord(before.source));
  return !isAddressed || !evidence.tellsPost(index.people[entity.person], first);
}

/** The Persian Ahmadi is Ahmad with an ending, and a surname all the same. */
export function isGivenNameAsWell({ first, distance }: SurnameForm, item: NamedItem): boolean {
  const info = infoAt(item, first);
  return info?.isGivenName === true && (distance > 0 || isGivenName(info.fold));
}

/** `김 대사`: one syllable is a surname only right before an office, and if it is no word like `former`. */
export function isMereSyllable({ first, entity }: SurnameForm, { words, index, evidence }: NamedItem): boolean {
  const word = words[first];
  if (word?.info.script !== "hangul" || word.source.length > 1) return false;
  const isTold = evidence.tellsPost(index.people[entity.person], first);
  return isKoreanDeterminer(word.source, isTold) || words[first + 1]?.info.isOffice !== true;
}
