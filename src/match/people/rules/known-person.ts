import type { NamedItem, SurnameForm, SurnameItem } from "./rule.ts";
import { isWordAsWell } from "./look-alike.ts";
import type { Candidate } from "../reading/candidate.ts";
import { BY_SOUND } from "../sounds/distances.ts";

/** By sound, a surname of fewer is too many other words. */
const HEARD_CONSONANTS = 3;

/** The item names the person in full. */
export function isNamedInFull({ entity }: Candidate, { named }: NamedItem): boolean {
  return named.has(entity.person);
}

/** The item's story does. */
export function isNamedInStory({ entity }: Candidate, { known }: NamedItem): boolean {
  return known.has(entity.person);
}

/** `surname: always`. */
export function isAlwaysMeant({ entity }: Candidate, { index }: NamedItem): boolean {
  return index.people[entity.person]?.surname === "always";
}

/** A given name of the person's stands elsewhere in the item; of what is a word as well, the item must speak of the role. */
export function isGivenNameElsewhere({ first, last, spelling, distance }: SurnameForm, item: SurnameItem): boolean {
  if (distance >= BY_SOUND && spelling.surname.consonants < HEARD_CONSONANTS) return false;
  const { index, evidence, givenNames } = item;
  const { person } = spelling.entity;
  if (isWordAsWell(index, person) && !evidence.speaksOfAny(index.people[person], first)) return false;
  return givenNames.hasApart(spelling, { first, last });
}
