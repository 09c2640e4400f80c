import type { OneOrMore } from "../names/pair-table.ts";
import type { Spelling } from "../names/spelling.ts";
import type { Reading } from "../words/readings.ts";
import type { Script } from "../sounds/script.ts";

/** A listed name that two words may be. */
export interface PossibleName {
  spelling: Spelling;
  byGiven: number;
  bySurname: number;
  /** One of the names of the same parts is a look-alike's with a bracket. */
  hasBracket: boolean;
}

/** The listed names that two words may be: found once for each two words. */
export interface PossibleNames {
  /** Both words are spelled like its parts, but for endings. */
  spelled: readonly PossibleName[];
  /** At least one sounds like it. */
  heard: readonly PossibleName[];
}

/** Whose surname a word is, as near as it can be: found once for each word. */
export interface NearestBearers {
  /** The shortest distance, of look-alikes as well; `FAR`: nobody's. */
  nearest: number;
  /** One a person, none of them a look-alike, nearest first. */
  persons: readonly { spelling: Spelling; distance: number }[];
  /** Those of them of whom a role is known, by which an item can tell them apart. */
  withRole: readonly { spelling: Spelling; distance: number }[];
}

/** Keys of a word in one role of a name. */
interface RoleKeys {
  exact: readonly number[];
  /** By sound, or by a table. */
  heard: readonly number[];
}

/** Whether a word is none that is known to stand beside names: it may be a name itself. */
export function isUnknown({ isCommon, isOffice, isTitle, isPlace, isParticle }: WordInfo): boolean {
  return !(isCommon || isOffice || isTitle || isPlace || isParticle);
}

/** What a word of a text may be in a name. Made once for each word, then remembered. */
export interface WordInfo {
  /** Counts from 0 in its table. */
  id: number;
  fold: string;
  /** Of a Han character, what names are compared by; else the fold. */
  nameFold: string;
  script: Script;
  readings: readonly Reading[];
  /** Keys that listed names have, too; all others are left out. */
  exactKeys: readonly number[];
  /** By sound, or by the table of given names. */
  givenKeys: readonly number[];
  /** By sound, or by the table of Korean surnames. */
  surnameKeys: readonly number[];
  /** Of all these, those that stand for the given names, and for the surname, of somebody. */
  asGiven: RoleKeys;
  asSurname: RoleKeys;
  /** All keys of these. */
  anyGiven: OneOrMore;
  anySurname: OneOrMore;
  /** Whether somebody has such given names, or such a surname: whether there are such keys. */
  mayBeGiven: boolean;
  mayBeSurname: boolean;
  initialKeys: readonly number[];
  classId: number | null;
  korean: readonly number[] | null;
  isGivenName: boolean;
  /** An everyday word: only a listed name may be it. */
  isCommon: boolean;
  /** A country, city or nationality: never a name by sound, nor a surname alone. */
  isPlace: boolean;
  isParticle: boolean;
  joinsNext: boolean;
  isTitle: boolean;
  isPatronymic: boolean;
  isSuffix: boolean;
  isOffice: boolean;
  /** Distances to parts of names, by part and role; null: none yet. */
  distances: Map<number, number> | null;
  /** Written as one with the word behind it, by the id of that word; null: with none yet. */
  joined: Map<number, WordInfo> | null;
  /** Names that it is the given part of, by the id of the word that is the surname; null: none yet. */
  possible: Map<number, PossibleNames> | null;
  /** Whose surname it is; null: not looked for yet. */
  bearers: NearestBearers | null;
}
