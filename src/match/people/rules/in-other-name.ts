import type { SurnameForm } from "./rule.ts";
import type { Candidate } from "../reading/candidate.ts";
import { goesOn } from "../reading/longer-name.ts";
import { GAP, type TextWord } from "../reading/text-words.ts";
import { isCased } from "../sounds/script.ts";
import { isAddressWord } from "../words/addresses.ts";
import { isKin } from "../words/kin.ts";

/** Words behind a comma: an article or a pronoun may stand before the one for a relative. */
const KIN_WITHIN = 2;

/** What these rules ask of an item. */
interface Text {
  words: readonly TextWord[];
}

/** `Ivan Example Jr` is the son, who is not listed. */
export function isFollowedBySuffix({ last }: Pick<Candidate, "last">, { words }: Text): boolean {
  return words[last + 1]?.info.isSuffix === true && (words[last]?.gap ?? GAP.end) < GAP.break;
}

/** `Steinhauer-Voss`: a part of another one's double surname; `Al-Hourani` and `D'Estaing` are whole ones. */
export function isPartOfDouble({ first, last }: Pick<Candidate, "first" | "last">, { words }: Text): boolean {
  return hasHyphen(words[last], words[last + 1]) || hasHyphen(words[first - 1], words[first]);
}

function hasHyphen(left: TextWord | undefined, right: TextWord | undefined): boolean {
  if (left?.gap !== GAP.joined || !left.isCapital || right?.isCapital !== true || !isCased(right.info.script))
    return false;
  return left.info.fold.length > 1 && !left.info.isParticle;
}

/** `Li Keqiang`: behind a surname that comes first, another one's given name. */
export function isBeforeGivenName({ last, spelling }: SurnameForm, { words }: Text): boolean {
  return spelling.isFamilyFirst && words[last]?.info.script === "latin" && goesOn(words, last);
}

/** `Frau Example, die Gattin des Botschafters`, `the ambassador's wife Example`; `Frau` itself is an address. */
export function isNamedAsRelative({ first, last }: Pick<Candidate, "first" | "last">, { words }: Text): boolean {
  const before = words[first - 1];
  if (before?.gap === GAP.space && isKin(before.info.fold) && !isAddressWord(before.source)) return true;
  if (words[last]?.gap !== GAP.comma) return false;
  return words.slice(last + 1, last + 1 + KIN_WITHIN).some(({ info }) => isKin(info.fold));
}
