import { importedPersons, withImportedPeople } from "../match/imported-people.ts";
import { compilePeople } from "../match/people/compile-people.ts";
import { confusablePeople, type ConfusablePeople } from "../match/people/confusable-people.ts";
import { describePerson, type PersonDescription } from "../match/people/describe-person.ts";
import type { Person, RuleSet } from "../match/rule-set.ts";

/** Persons whose names are read to find pairs that can be confused. */
const MOST_READERS = 5000;
const MOST_PAIRS = 100;

/** Pairs of persons that can be confused, hand-written ones first; at most 100. */
export function findConfusable(rules: RuleSet): readonly ConfusablePeople[] {
  const { people } = withImportedPeople(rules);
  return confusablePeople(compilePeople(people), { readers: MOST_READERS, most: MOST_PAIRS });
}

/** Who has an id, or had it; imported persons, too. */
export function findPeople(rules: RuleSet, id: string): readonly Person[] {
  return withImportedPeople(rules).people.filter((person) => person.id === id || person.formerIds?.includes(id));
}

/** Ids of persons that files bring, `most` of them, in the order of the files. */
export function importedIds(rules: RuleSet, most: number): readonly string[] {
  return importedPersons(rules)
    .take(most)
    .map(({ id }) => id)
    .toArray();
}

/** How each of the persons is recognised; `id` null: all that are written by hand. */
export async function describePeople(
  rules: RuleSet,
  id: string | null,
): Promise<readonly { person: Person; description: PersonDescription }[]> {
  const described = [];
  for (const person of id === null ? rules.people : findPeople(rules, id))
    described.push({ person, description: await describePerson(person) });
  return described;
}
