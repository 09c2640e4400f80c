import { bracketsOf, isWordAsWell } from "./look-alike.ts";
import { counts, type HanForm, type UnnamedItem, type NamedItem, type Saying, type SurnameForm } from "./rule.ts";
import type { Candidate } from "../reading/candidate.ts";
import { beginsSentence, GAP } from "../reading/text-words.ts";
import { BY_SOUND } from "../sounds/distances.ts";
import { isCased } from "../sounds/script.ts";
import { isHanWord } from "../words/han-surnames.ts";

/** A part of the name is left out, or it is a word of Han as well (高原, a plateau), and the item tells too little of the role. */
export function isRoleUntold({ entity, first, last, asks }: Candidate, item: UnnamedItem): boolean {
  if (asks === null && !isHanWordAt(item, first, last)) return false;
  const { evidence, index } = item;
  const person = index.people[entity.person];
  if (asks === "two") return !evidence.speaksOf(person, first);
  // Half a name is many a singer's of the same country.
  return !evidence.speaksOfAny(person, first) || evidence.tellsOfTradeAlone(person, first);
}

function isHanWordAt({ words }: UnnamedItem, first: number, last: number): boolean {
  if (words[first]?.info.script !== "han") return false;
  const name = words.slice(first, last + 1);
  return isHanWord(name.map(({ info }) => info.fold).join(""));
}

/** Spelled alike, in an item that speaks of the person's post, country or place. */
export function roleTold({ entity, first, distance }: SurnameForm, { index, evidence }: NamedItem): Saying | null {
  const person = index.people[entity.person];
  return distance < BY_SOUND && evidence.speaksOf(person, first) ? counts(person?.role) : null;
}

/** Characters of many words: the item must name the person's post, and the country or place. */
export function postTold({ entity, first }: HanForm, { index, evidence }: NamedItem): Saying | null {
  const person = index.people[entity.person];
  return evidence.tellsPost(person, first) ? counts(person?.role) : null;
}

/** Of what is a village's name or another word as well, unless it is a sentence's subject, the item says nothing. */
export function isMereWord(form: SurnameForm, item: NamedItem): boolean {
  return isWordAsWell(item.index, form.entity.person) && !isSubject(form, item);
}

/** At the beginning of a sentence, without an ending: `Serrapetrona lascia`, not `il vino di Serrapetrona`, `Serrapetrona, 900 abitanti`. */
function isSubject(
  { first: at, last, distance, spelling }: SurnameForm,
  { words, brackets, index }: NamedItem,
): boolean {
  let first = at;
  while (spelling.between.has(words[first - 1]?.info.fold ?? "") && words[first - 1]?.gap === GAP.space) first -= 1;
  const isWhole = distance <= 0 && isCased(spelling.surname.script) && words[last]?.gap !== GAP.comma;
  if (!isWhole || !beginsSentence(words[first - 1])) return false;
  const token = words[at]?.first ?? 0;
  return !bracketsOf(index, spelling.entity.person).some((bracket) => brackets.standsNear(bracket, token));
}
