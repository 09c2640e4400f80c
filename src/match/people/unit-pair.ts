import type { Unit } from "./name-unit.ts";
import type { Spelling } from "./spelling.ts";
import { GAP, type TextWord } from "./text-words.ts";
import { isArticle } from "./words/name-words.ts";
import { isCased } from "./words/script.ts";

/** Two units, and the words between them. */
export interface UnitPair {
  given: Unit;
  surname: Unit;
  between: readonly TextWord[];
  isSurnameFirst: boolean;
  /** A comma stands between them. */
  isComma: boolean;
}

/** A hyphen ties one part together, not two; the article of `аль-Джазири` is none, that of `al-Jaziri` is read with it. */
export function isTied(before: TextWord | undefined, { info: { script } }: Unit): boolean {
  if (before?.gap !== GAP.joined || !isCased(script)) return false;
  return script === "latin" || !isArticle(before.info.fold);
}

/** One word of three, or of two without the one between, is many a man's; without capitals, a comma may stand between two people. */
export function isDoubtful({ given, between, isComma }: UnitPair, { isShortened, asksMiddle }: Spelling): boolean {
  const isTwoPeople = isComma && !isCased(given.info.script);
  return isShortened || isTwoPeople || (asksMiddle && between.every(({ info }) => info.isParticle));
}
