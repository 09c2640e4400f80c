import type { Candidate } from "./candidate.ts";
import type { Unit } from "./name-unit.ts";
import type { Spelling } from "../names/spelling.ts";
import { GAP, type TextWord } from "./text-words.ts";
import { isArticle } from "../words/name-words.ts";
import { isCased, type Script } from "../sounds/script.ts";

/** Two units, and the words between them. */
export interface UnitPair {
  given: Unit;
  surname: Unit;
  between: readonly TextWord[];
  isSurnameFirst: boolean;
  /** A comma stands between them. */
  isComma: boolean;
  /** In Han characters, a Korean's name may be a Chinese's. */
  isHanja?: true;
}

/** A Korean's name is compared there syllable by syllable, however it is spelled. */
const BY_SYLLABLE: ReadonlySet<Script> = new Set(["hangul", "cyrillic"]);

/** A hyphen ties one part together, not two; the article of `аль-Джазири` is none, that of `al-Jaziri` is read with it. */
export function isTied(before: TextWord | undefined, { info: { script } }: Unit): boolean {
  if (before?.gap !== GAP.joined || !isCased(script)) return false;
  return script === "latin" || !isArticle(before.info.fold);
}

/** One word of three, or of two without the one between, is many a man's; without capitals, a comma may stand between two people. */
export function asksFor(
  { given, between, isComma, isHanja }: UnitPair,
  { isShortened, asksMiddle, isShort, given: { script, koreanGiven } }: Spelling,
): Candidate["asks"] {
  const isTwoPeople = isComma && !isCased(given.info.script);
  const lacksMiddle = asksMiddle && between.every(({ info }) => info.isParticle);
  if (
    isHanja === true ||
    (isShort && script !== given.info.script && !(koreanGiven !== null && BY_SYLLABLE.has(given.info.script)))
  )
    return "two";
  return isShortened || isTwoPeople || lacksMiddle ? "role" : null;
}

export function mayBePair(given: Unit, surname: Unit): boolean {
  return given.info.mayBeGiven && surname.info.mayBeSurname;
}
