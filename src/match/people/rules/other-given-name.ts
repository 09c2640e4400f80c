import { goesOn } from "../reading/longer-name.ts";
import type { Spelling } from "../names/spelling.ts";
import { isGivenNameOf } from "../evidence/given-name-of.ts";
import type { UnnamedItem, SurnameForm } from "./rule.ts";
import { beforeParticles } from "../reading/before-particles.ts";
import { hasCapitalNouns, isSurnameFirst } from "../words/language-customs.ts";
import { beginsSentence, GAP, type TextWord } from "../reading/text-words.ts";
import type { WordInfo } from "../reading/word-info.ts";
import { isAddressLetter, isAddressWord } from "../words/addresses.ts";
import { isCity } from "../words/cities.ts";
import { countriesIn } from "../words/countries.ts";
import { isLongInitial } from "../words/long-initials.ts";
import { isServant } from "../words/name-words.ts";
import { isPlaceWord } from "../words/place-words.ts";
import { isPreposition } from "../words/prepositions.ts";
import { isSentenceOpener } from "../words/sentence-openers.ts";
import { isCased, type Script } from "../sounds/script.ts";

const MOST_INITIALS = 3;
const LEAST_MISSPELT = 6;

/** Whether a given name that is not the person's, or an initial of one, stands before a surname; in Hungarian, behind it. */
export function hasOtherGivenName(
  { first: at, last, spelling }: Pick<SurnameForm, "first" | "last" | "spelling">,
  item: UnnamedItem,
): boolean {
  const { words, index } = item;
  if (hasOtherBehind(item, last)) return true;
  const place = beforeParticles(words, at);
  const initial = firstInitial(item, place);
  if (initial <= place && !isInitialOf(item, words[initial], spelling)) return true;
  const before = words[initial - 1];
  if (before === undefined || (before.gap !== GAP.space && before.gap !== GAP.joined)) return false;
  const { info, isNameLike } = before;
  if (isSecondName(item, initial - 1, spelling)) return false;
  if (isServantName(words, initial - 1)) return true;
  if (
    (isNoName(before) && !isTiedName(words, initial - 1)) ||
    isGivenNameOf(index, info, spelling) ||
    isMisspelt(item, at, info, spelling)
  )
    return false;
  return (info.isGivenName && isNameLike) || isCapitalName(item, { before: initial - 1, surname: at }, spelling);
}

/** `Raad Hussein al-Janabi`: a father's name behind the person's own. */
function isSecondName(item: UnnamedItem, at: number, spelling: Spelling): boolean {
  const own = item.words[at - 1];
  const isKnown = item.words[at]?.info.isGivenName === true;
  return isKnown && own?.gap === GAP.space && isGivenNameOf(item.index, own.info, spelling);
}

/** `عبد الله`: the person's own would have made it a full name. */
function isServantName(words: readonly TextWord[], at: number): boolean {
  const servant = words[at - 1];
  return servant?.gap === GAP.space && isServant(servant.info.fold);
}

function isNoName({ source, info: { isParticle, isTitle, isOffice, isCommon } }: TextWord): boolean {
  return isParticle || isTitle || isOffice || isCommon || isAddressWord(source);
}

/** The second half of a double given name, though it is a title: `Kevin-Prince`. */
function isTiedName(words: readonly TextWord[], at: number): boolean {
  const [first, second] = [words[at - 1], words[at]];
  return first?.gap === GAP.joined && first.isCapital && first.info.fold.length > 1 && second?.isCapital === true;
}

/** `Bodrogközi Péter`: the person's own would have made it a full name. */
function hasOtherBehind({ words, language }: UnnamedItem, last: number): boolean {
  const next = words[last + 1];
  const isBeside = words[last]?.gap === GAP.space && next !== undefined && next.isCapital;
  return isSurnameFirst(language) && isBeside && (next.info.isGivenName || goesOn(words, last));
}

/** `Thibaut` for Thibault, `Funmilayo` for Olufunmilayo, where the item tells the post: one letter off or a half, and no known name. */
function isMisspelt(
  { index, evidence }: UnnamedItem,
  at: number,
  { fold, isGivenName }: WordInfo,
  { entity: { person } }: Spelling,
): boolean {
  if (isGivenName || fold.length < LEAST_MISSPELT || !evidence.tellsPost(index.people[person], at)) return false;
  const spellings = index.spellingsOf.get(person) ?? [];
  return spellings.some(({ given }) =>
    given.readings.some(
      (own) => isOneLetterOff(fold, own.fold) || own.fold.startsWith(fold) || own.fold.endsWith(fold),
    ),
  );
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
function firstInitial({ words, language }: UnnamedItem, last: number): number {
  let first = last + 1;
  while (last - first < MOST_INITIALS && isInitial(words[first - 1], language)) first -= 1;
  return first;
}

function isInitial(word: TextWord | undefined, language: string | null): boolean {
  if (word?.gap !== GAP.fullStop || !word.isCapital || !isCased(word.info.script)) return false;
  const { fold } = word.info;
  return isLongInitial(fold) || (fold.length === 1 && !isAddressLetter(fold, language));
}

function isInitialOf({ index }: UnnamedItem, word: TextWord | undefined, { entity }: Spelling): boolean {
  const keys = word?.info.initialKeys ?? [];
  const spellings = index.spellingsOf.get(entity.person) ?? [];
  return spellings.some(({ given }) => keys.some((key) => given.initialKeys.includes(key)));
}

/** Also in a case: `консула Польши Бобринца`. */
function isPlaceName({ info }: TextWord, language: string | null): boolean {
  return info.isPlace || countriesIn([info], language).size > 0;
}

/** `Письмо Петрова`: in Cyrillic a given name before a surname in -а ends in -а or -я, whether hers or his in the genitive. */
function mayAgree(name: string, surname: string, script: Script): boolean {
  return script !== "cyrillic" || !/[вн]а$/.test(surname) || /[аяь]$/.test(name);
}

/** A city or a country, also with an ending: `Tbilisidə`. */
function isWhere({ info }: TextWord, language: string | null): boolean {
  return info.readings.some(({ fold }) => isCity(fold) || isPlaceWord(fold, language));
}

/** Whether no name goes on behind a surname but the person's own. */
function endsWithSurname(
  { words, language }: Pick<UnnamedItem, "words" | "language">,
  surname: number,
  { behind }: Spelling,
): boolean {
  const next = words[surname + 1];
  if (next === undefined) return false;
  if (words[surname]?.gap !== GAP.space || !next.isCapital) return true;
  return behind.has(next.info.fold) || isWhere(next, language);
}

/** A capitalised word that is neither a place nor there because a sentence begins. */
function isCapitalName(
  item: UnnamedItem,
  { before, surname }: { before: number; surname: number },
  spelling: Spelling,
): boolean {
  const { words, language } = item;
  const word = words[before];
  if (word === undefined || !isCased(word.info.script) || !word.isCapital) return false;
  if (!word.capitalsTell && !isBehindOffice(item, before)) return false;
  if (word.info.fold.length < 2) return false;
  const earlier = words[before - 1];
  if (earlier?.gap === GAP.space && isPreposition(earlier.source, language)) return false;
  return beginsSentence(earlier) ? mayOpenWithName(item, { word, surname }, spelling) : !isPlaceName(word, language);
}

/** Where nouns have capitals, between an office and a surname stands no other noun than a name: `Botschafter Hans Wrona`. */
function isBehindOffice({ words, language }: UnnamedItem, at: number): boolean {
  const office = words[at - 1];
  return hasCapitalNouns(language) && office?.gap === GAP.space && office.isCapital && office.info.isOffice;
}

/** Where a sentence begins any word has a capital: no small word, and nothing of a name behind the surname. */
function mayOpenWithName(
  { words, language }: UnnamedItem,
  { word, surname }: { word: TextWord; surname: number },
  spelling: Spelling,
): boolean {
  const { fold, script } = word.info;
  if (fold.length <= 2 || isSentenceOpener(fold, language)) return false;
  const isAgreeing = mayAgree(fold, words[surname]?.info.fold ?? "", script);
  return isAgreeing && endsWithSurname({ words, language }, surname, spelling);
}
