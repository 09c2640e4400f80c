import type { Spelling } from "../names/spelling.ts";
import type { TextWord } from "./text-words.ts";
import type { WordInfo } from "./word-info.ts";
import { isGivenName } from "../words/common-given-names.ts";
import { hasSecondNames } from "../words/language-customs.ts";
import { isFirstHalf, isSecondGivenName } from "../words/second-given-names.ts";

/** Whether a listed name of two words may have others between them in a text. */
export function mayHaveSecondNames(
  { entity, length, cost, isFamilyFirst, needsAll }: Spelling,
  { classId }: WordInfo,
  language: string | null,
): boolean {
  if (entity.mode !== "full" || cost > 0 || isFamilyFirst || needsAll || length > 2) return false;
  return hasSecondNames(language) && !isFirstHalf(classId);
}

/** Of a name that no table knows, the item must tell that it is the person's. */
export function mayBeSecondName({ isNameLike, info }: TextWord): boolean {
  return isNameLike && !info.isCommon && !info.isPlace && !info.isTitle && !info.isOffice && !info.isParticle;
}

/** A known given name as it is spelled: `وحسين` is `and Hussein`. */
export function isSecondName({ info, isNameLike }: TextWord): boolean {
  return isNameLike && (isSecondGivenName(info.fold) || isGivenName(info.fold));
}
