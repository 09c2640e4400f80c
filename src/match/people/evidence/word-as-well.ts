import type { Bearer, SurnameContext } from "./surname-context.ts";
import { beginsSentence, GAP } from "../reading/text-words.ts";
import { isCased } from "../sounds/script.ts";

/** A look-alike says that the surname alone is a village's, or another word: then only what stands beside it tells. */
export function isWordAsWell({ index }: SurnameContext, { spelling }: Bearer): boolean {
  const lookAlikes = index.lookAlikesOf.get(spelling.entity.person) ?? [];
  return lookAlikes.some(({ isSurname }) => isSurname);
}

/** At the beginning of a sentence, without an ending: `Serrapetrona lascia`, not `il vino di Serrapetrona`, `Serrapetrona, 900 abitanti`. */
export function isSubject(
  { words, brackets, index }: SurnameContext,
  at: number,
  { distance, last, spelling }: Bearer,
): boolean {
  let first = at;
  while (spelling.between.has(words[first - 1]?.info.fold ?? "") && words[first - 1]?.gap === GAP.space) first -= 1;
  if (
    distance > 0 ||
    !isCased(spelling.surname.script) ||
    !beginsSentence(words[first - 1]) ||
    words[last]?.gap === GAP.comma
  )
    return false;
  const lookAlikes = index.lookAlikesOf.get(spelling.entity.person) ?? [];
  return !lookAlikes.some(({ bracket }) => bracket !== null && brackets.standsNear(bracket, words[at]?.first ?? 0));
}
