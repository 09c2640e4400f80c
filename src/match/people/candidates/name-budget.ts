import { MIN_CONSONANTS_TOGETHER } from "../names/pair-keys.ts";
import type { WordInfo } from "../reading/word-info.ts";
import type { Spelling } from "../names/spelling.ts";
import { isGivenName } from "../words/common-given-names.ts";
import {
  BY_SOUND,
  LOOK_ALIKE_ALLOWANCE,
  MOST_IN_CAREFUL,
  MOST_IN_CAREFUL_ABJAD,
  MOST_OF_KOREAN_GIVEN_IN_CAREFUL,
  MOST_OF_SAME_SOUNDS,
  MOST_OF_SHORT_PAIR,
  PAIR_BY_CONSONANT,
  PAIR_BY_CONSONANT_FAR,
} from "../sounds/distances.ts";
import { copiesNames } from "../sounds/home-script.ts";
import { isAbjad, isCased, type Script } from "../sounds/script.ts";

/** Abdelkader and its like are given names, and the surnames of many. */
const SERVANT = "abd";
const FAR_SCRIPTS: ReadonlySet<Script> = new Set(["hangul", "han", "dictionary"]);

/** Two words, or what is read as one. */
export interface NameWords {
  given: WordInfo;
  surname: WordInfo;
}

/** Where two words stand. */
export interface NameSurroundings {
  language: string | null;
  /** A name goes on behind them: they are a part of a longer one. */
  isLonger: boolean;
  /** They are cut out of one word. */
  isOneWord: boolean;
}

/** The surroundings in which most may be a name. */
export const ANYWHERE = { isLonger: false, isOneWord: false } as const;

/** How far two units are from a name. */
export interface NameDistances {
  byGiven: number;
  bySurname: number;
  /** Both, with what order and words between cost. */
  distance: number;
}

/** In `careful` mode: near, and a surname that is a given name as well only where it is spelled alike. */
function isSurelyAlike(
  { given: { script } }: NameWords,
  { surname, given, cost, entity: { home } }: Spelling,
  { byGiven, bySurname, distance }: NameDistances,
  language: string | null,
): boolean {
  if (surname.classId !== null && bySurname >= BY_SOUND) return false;
  // Where names are copied from home, one that is spelled otherwise is another name.
  const isCopied = home?.script === script && copiesNames(language, home);
  // So is one that differs from what a romanisation makes of the name by rule.
  if ((isCopied || cost > 0) && Math.max(byGiven, bySurname) > MOST_OF_SAME_SOUNDS) return false;
  if (surname.korean !== null && byGiven > MOST_OF_KOREAN_GIVEN_IN_CAREFUL) return false;
  return distance <= (isAbjad(script) || isAbjad(given.script) ? MOST_IN_CAREFUL_ABJAD : MOST_IN_CAREFUL);
}

/** A far script tells little: enough consonants, two words, none of them a single letter. */
function isCarried(words: NameWords, consonants: number, isOneWord: boolean): boolean {
  return consonants >= MIN_CONSONANTS_TOGETHER && !isOneWord && !hasLetter(words);
}

function hasLetter({ given, surname }: NameWords): boolean {
  return given.fold.length < 2 || surname.fold.length < 2;
}

/**
 * A single letter is an initial, and sounds like nothing. `Ali Reza` is no Ali Rezaei, nor are two given names of one person
 * anybody's surname.
 */
function isNoName(words: NameWords, { surname }: Spelling, { bySurname }: NameDistances): boolean {
  if (isCased(words.given.script) && hasLetter(words)) return true;
  const own = surname.readings[0];
  if (own === undefined || own.source.startsWith(SERVANT) || isGivenName(own.fold)) return false;
  return isGivenName(words.surname.fold) && surname.classId === null && bySurname > MOST_OF_SAME_SOUNDS;
}

/** The same syllables, two at least, behind the same surname, however few consonants they have. */
function isKoreanName({ given: { koreanGiven }, entity }: Spelling, { byGiven, bySurname }: NameDistances): boolean {
  if (entity.mode !== "full" || koreanGiven === null || koreanGiven.vowels.length < 2) return false;
  return byGiven <= BY_SOUND && bySurname <= BY_SOUND;
}

/** The fewer consonants, the less they may differ; far scripts less still. */
function limitOf(
  { byGiven, bySurname }: NameDistances,
  { consonants, isFar, isShort }: { consonants: number; isFar: boolean; isShort: boolean },
): number {
  const heardParts = [byGiven, bySurname].filter((each) => each >= BY_SOUND).length;
  const limit = BY_SOUND * heardParts + Math.min(1, (isFar ? PAIR_BY_CONSONANT_FAR : PAIR_BY_CONSONANT) * consonants);
  return isShort ? Math.max(limit, MOST_OF_SHORT_PAIR) : limit;
}

/** Whether two words that sound like a listed name are near enough to be it, in its mode. */
export function isWithinBudget(
  words: NameWords,
  spelling: Spelling,
  distances: NameDistances,
  { language, isLonger, isOneWord }: NameSurroundings,
): boolean {
  const { script } = words.given;
  const { given, surname, entity, isShort } = spelling;
  if (isNoName(words, spelling, distances)) return false;
  if (entity.mode === "careful" && (isLonger || !isSurelyAlike(words, spelling, distances, language))) return false;
  const isFar = script !== given.script && (isAbjad(script) || FAR_SCRIPTS.has(script));
  const consonants = given.consonants + surname.consonants;
  const margin = entity.isLookAlike ? LOOK_ALIKE_ALLOWANCE : 0;
  if (distances.distance > limitOf(distances, { consonants, isFar, isShort }) + margin) return false;
  if (isKoreanName(spelling, distances)) return true;
  if (isShort) return true;
  if (surname.korean !== null) return given.consonants >= 2;
  return !isFar || isCarried(words, consonants, isOneWord);
}
