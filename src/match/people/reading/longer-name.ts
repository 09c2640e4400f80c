import type { NamePart } from "../names/name-part.ts";
import type { Spelling } from "../names/spelling.ts";
import { GAP, type TextWord } from "./text-words.ts";
import type { WordInfo } from "./word-info.ts";
import { isCased } from "../sounds/script.ts";
import { isAddressWord } from "../words/addresses.ts";

/** Arabic and Hebrew `and`. */
const ATTACHED_AND = new Set(["و", "ו"]);
const CONJUNCTIONS = new Set(["y", "e", "i", "et", "és", "и", "і", "و"]);
const LONGEST_CONJUNCTION = 2;
const ROUND_SOUND = /^[wvuo]/;

/** Whether a name goes on behind or before the words: `Ahmet Hamdi` of `Ahmet Hamdi Tanpınarlı`. */
export function isPartOfLongerName(words: readonly TextWord[], first: number, last: number): boolean {
  const before = words[first - 1];
  const isBesideName = before?.gap === GAP.space && before.isCapital && isCased(before.info.script);
  if (isBesideName && (before.info.isGivenName || before.info.korean !== null)) return true;
  return goesOn(words, last);
}

/**
 * Whether a word with a capital follows that is no office, place or everyday word.
 * @param tells whether capitals tell names also in a language where all nouns have them
 */
export function goesOn(words: readonly TextWord[], last: number, tells = false): boolean {
  const next = words[last + 1];
  if (next === undefined || words[last]?.gap !== GAP.space || !(next.capitalsTell || tells)) return false;
  return mayBeName(next);
}

/** `Maite Uribe Salazar`: the two surnames of an Ana Uribe Salazar. */
function isBehindName(words: readonly TextWord[], first: number): boolean {
  const before = words[first - 1];
  return before?.gap === GAP.space && before.capitalsTell && mayBeName(before) && !isAddressWord(before.source);
}

/** A word with a capital that is no office, place or everyday word. */
function mayBeName({ info, isCapital }: TextWord): boolean {
  return isCapital && isCased(info.script) && !info.isCommon && !info.isPlace && !info.isTitle && !info.isOffice;
}

/** Whether words are all that a spelling asks for, and no piece of somebody else's longer name. */
export function isWhole(
  words: readonly TextWord[],
  { needsAll, length, behind, cost, isShortened }: Spelling,
  { first, last }: { first: number; last: number },
): boolean {
  if (needsAll && last - first + 1 < length) return false;
  if (isShortened && isBehindName(words, first)) return false;
  if (cost === 0 || !isPartOfLongerName(words, first, last)) return true;
  const next = words[last + 1]?.info.fold ?? "";
  return [...behind].some((word) => word.startsWith(next));
}

/** A word that joins two names, where it stands by itself; some are articles and initials as well. */
export function isConjunction({ source, gap }: TextWord): boolean {
  return source.length <= LONGEST_CONJUNCTION && gap === GAP.space && CONJUNCTIONS.has(source);
}

/** Whether a word may begin with an Arabic or Hebrew `and`. */
export function isJoinedByAnd({ source }: TextWord): boolean {
  return ATTACHED_AND.has(source.charAt(0));
}

/** `نور وأمل` is Nour and Amal: the second word has an `and` that the part of the name has not. */
export function isConjoined(word: TextWord | undefined, { readings, script }: WordInfo, part: NamePart): boolean {
  if (word === undefined || !isJoinedByAnd(word) || readings.length < 2) return false;
  if (part.script === script) return part.readings[0]?.fold.startsWith(word.source.charAt(0)) !== true;
  return !part.readings.some(({ sounds }) => ROUND_SOUND.test(sounds));
}
