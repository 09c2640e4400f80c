import type { UnnamedItem } from "./rule.ts";
import type { NameIndex } from "../names/name-index.ts";
import type { Entity, Spelling } from "../names/spelling.ts";
import type { Candidate } from "../reading/candidate.ts";
import { partDistance } from "../reading/part-distance.ts";
import type { TextWord } from "../reading/text-words.ts";
import type { WordInfo } from "../reading/word-info.ts";
import { BY_SOUND } from "../sounds/distances.ts";
import { asWritten } from "../sounds/as-written.ts";
import type { BracketWords } from "../words/bracket-words.ts";

/** Whether a look-alike may be meant in the place of a name: where its accents or its bracket words stand. */
export function isLookAlikeThere(
  { written, bracket, person }: Entity,
  { first, last }: Pick<Candidate, "first" | "last">,
  { words, brackets, evidence, index }: UnnamedItem,
): boolean {
  if (written !== null && written !== writtenIn(words, first, last)) return false;
  if (bracket === null) return true;
  const isNear = brackets.standsNear(bracket, words[first]?.first ?? 0);
  return isNear && !evidence.tellsPost(index.people[person], first);
}

function writtenIn(words: readonly TextWord[], first: number, last: number): string {
  const sources = words.slice(first, last + 1).map(({ source }) => source);
  return asWritten(sources.join(" "));
}

/** Words in the brackets of a person's look-alikes. */
export function bracketsOf(index: NameIndex, person: number): BracketWords[] {
  return (index.lookAlikesOf.get(person) ?? []).flatMap(({ bracket }) => (bracket === null ? [] : [bracket]));
}

/** A look-alike says that the surname alone is a village's, or another word: then only what stands beside it tells. */
export function isWordAsWell(index: NameIndex, person: number): boolean {
  return (index.lookAlikesOf.get(person) ?? []).some(({ isSurname }) => isSurname);
}

/** Whether a word is spelled like the person's surname, and like that of none of the look-alikes: `Gammali` beside a `not: el-Gamal`. */
export function isOnlyPersons(
  { index, otherLives }: Pick<UnnamedItem, "index" | "otherLives">,
  info: WordInfo,
  { spelling, distance }: { spelling: Spelling; distance: number },
): boolean {
  const { person } = spelling.entity;
  if (isWordAsWell(index, person) || otherLives.has(person)) return false;
  const names = index.spellingsOf.get(person) ?? [];
  const others = names.filter(({ entity }) => entity.isLookAlike);
  return distance < BY_SOUND && others.every(({ surname }) => partDistance(info, surname, "surname") >= BY_SOUND);
}
