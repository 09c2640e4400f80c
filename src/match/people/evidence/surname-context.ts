import type { BracketTest } from "./bracket-test.ts";
import { mayCompare } from "../reading/candidate.ts";
import type { ChosenNames } from "./choose-names.ts";
import type { NameIndex } from "../names/name-index.ts";
import { BY_SOUND, partDistance } from "../reading/part-distance.ts";
import type { RoleEvidence } from "./role-evidence.ts";
import type { Spelling } from "../names/spelling.ts";
import type { TextWord } from "../reading/text-words.ts";
import type { WordInfo } from "../reading/word-info.ts";
import type { WordTable } from "../reading/word-table.ts";

/** What is known of an item when its bare surnames are read. */
export interface SurnameContext {
  index: NameIndex;
  words: readonly TextWord[];
  table: WordTable;
  chosen: ChosenNames;
  brackets: BracketTest;
  evidence: RoleEvidence;
  /** Number of the sentence that a word stands in. */
  sentenceOf: (at: number) => number;
  /** Persons whose full name is a child's here, or somebody's long dead. */
  otherLives: ReadonlySet<number>;
  /** Persons that the item names in full. */
  named: ReadonlySet<number>;
  /** Persons whose full name stood elsewhere in the item's story. */
  known: ReadonlySet<number>;
}

/** A listed name whose surname stands alone, from a word on to `last`. */
export interface Bearer {
  spelling: Spelling;
  distance: number;
  last: number;
}

const NEAR_GIVEN = 0.25;

/** Whether a word is a given name of the person. */
export function isGivenNameOf({ index }: SurnameContext, info: WordInfo, { entity }: Spelling): boolean {
  if (info.isCommon) return false;
  return (index.spellingsOf.get(entity.person) ?? []).some(
    ({ given, entity: of }) =>
      !of.isLookAlike && mayCompare(index, of, info, given) && partDistance(info, given, "given") < NEAR_GIVEN,
  );
}

/** Whether a word is spelled like the person's surname, and like that of none of the look-alikes: `Gammali` beside a `not: el-Gamal`. */
export function isOnlyPersons(
  { index, otherLives }: SurnameContext,
  info: WordInfo,
  { spelling, distance }: Omit<Bearer, "last">,
): boolean {
  const { person } = spelling.entity;
  const isWord = index.lookAlikesOf.get(person)?.some(({ isSurname }) => isSurname) === true;
  if (isWord || otherLives.has(person)) return false;
  const names = index.spellingsOf.get(person) ?? [];
  const others = names.filter(({ entity }) => entity.isLookAlike);
  return distance < BY_SOUND && others.every(({ surname }) => partDistance(info, surname, "surname") >= BY_SOUND);
}

/** Hungarian: what stands before a given name is a surname, of whatever country somebody is. */
export function isSurnameFirst(language: string | null): boolean {
  return language === "hu";
}
