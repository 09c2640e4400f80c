import type { NameCustoms } from "./name-customs.ts";
import type { NamePair } from "./name-pairs.ts";
import type { PartTable } from "./name-part.ts";
import { MIN_CONSONANTS_TOGETHER } from "./pair-keys.ts";
import type { Entity, Spelling } from "./spelling.ts";
import type { Script } from "../sounds/script.ts";

/** Portuguese: of Jaciara Castro Furtado, news has Castro or Furtado. */
const EITHER_SURNAME = "pt";

/** What is known of the name that a pair of words is of. */
export interface NameOfPair {
  script: Script;
  customs: NameCustoms;
  listed: string;
  cost: number;
  /** Whether the person's surname may. */
  mayStandAlone: boolean;
}

/** A listed name as given names and surname. */
export function makeSpelling(
  parts: PartTable,
  entity: Entity,
  { given, surname, between, spelledBetween, behind, length, asksMiddle, isShortened, isSurname }: NamePair,
  { script, customs, listed, cost, mayStandAlone }: NameOfPair,
): Spelling {
  const isKorean = customs.isKorean || script === "hangul";
  const own = {
    given: parts.part(given, script, isKorean ? "given" : null, customs.language),
    surname: parts.part(surname, script, isKorean ? "surname" : null, customs.language),
  };
  return {
    entity,
    given: own.given,
    surname: own.surname,
    between,
    spelledBetween,
    behind,
    length,
    asksMiddle,
    isShortened,
    isHalf: isSurname === "half",
    isShort: mayBeShort(entity, customs) && own.given.consonants + own.surname.consonants < MIN_CONSONANTS_TOGETHER,
    language: customs.language,
    isFamilyFirst: customs.isFamilyFirst || script === "hangul",
    needsAll: customs.hasNoSurname,
    cost,
    mayStandAlone:
      mayStandAlone &&
      entity.mode === "full" &&
      (!isShortened || isSurname === "half" || (isSurname === "either" && customs.language === EITHER_SURNAME)) &&
      !customs.hasNoSurname &&
      !customs.isVietnamese,
    listed,
  };
}

function mayBeShort({ mode, isLookAlike }: Entity, { isFamilyFirst, isJapanese, hasNoSurname }: NameCustoms): boolean {
  return mode === "full" && !isLookAlike && (isFamilyFirst || isJapanese || hasNoSurname);
}
