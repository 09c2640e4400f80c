import { GAP, type TextWord } from "./text-words.ts";
import { isCased } from "./words/script.ts";

/** Whether a name goes on behind or before the words: `Ahmet Hamdi` of `Ahmet Hamdi Tanpınarlı`. */
export function isPartOfLongerName(words: readonly TextWord[], first: number, last: number): boolean {
  const before = words[first - 1];
  const isBesideName = before?.gap === GAP.space && before.isCapital && isCased(before.info.script);
  if (isBesideName && (before.info.isGivenName || before.info.korean !== null)) return true;
  return goesOn(words, last);
}

/** Whether a word with a capital follows that is no office, place or everyday word. */
export function goesOn(words: readonly TextWord[], last: number): boolean {
  const next = words[last + 1];
  if (next === undefined || words[last]?.gap !== GAP.space || !next.capitalsTell) return false;
  const { info, isCapital } = next;
  return isCapital && isCased(info.script) && !info.isCommon && !info.isPlace && !info.isTitle && !info.isOffice;
}
