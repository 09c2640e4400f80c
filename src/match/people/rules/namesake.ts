import type { UnnamedItem, NamedItem, SurnameForm, SurnameItem } from "./rule.ts";
import { bracketsOf } from "./look-alike.ts";
import type { Candidate } from "../reading/candidate.ts";
import { goesOn } from "../reading/longer-name.ts";

/** The full name is a child's here, or that of somebody long dead. */
export function isOfOtherLife({ entity }: Candidate, { otherLives }: UnnamedItem): boolean {
  return otherLives.has(entity.person);
}

/** Where the item does not tell the person's post, a name that goes on behind is somebody else's. */
export function isBeforeMoreOfName(
  { first, last, entity }: SurnameForm,
  { words, index, evidence }: NamedItem,
): boolean {
  return goesOn(words, last) && !evidence.tellsPost(index.people[entity.person], first);
}

/** The same near a word by which a look-alike is told: `not: ["Ivan Example (footballer)"]`. */
export function isNearBracketWord({ first, entity }: SurnameForm, item: NamedItem): boolean {
  const { words, index, evidence, brackets } = item;
  const token = words[first]?.first ?? 0;
  const isNear = bracketsOf(index, entity.person).some((bracket) => brackets.standsNear(bracket, token));
  return isNear && !evidence.tellsPost(index.people[entity.person], first);
}

/** A look-alike took the person's full name in this item. */
export function isCancelled({ entity }: Candidate, { chosen }: NamedItem): boolean {
  return chosen.cancelled.has(entity.person);
}

/** The surname stands with another given name somewhere in the item: alone, it is that one's. */
export function isOfAnotherInItem({ entity }: SurnameForm, { namesakes }: SurnameItem): boolean {
  return namesakes().has(entity.person);
}
