import { finish, type Steps } from "../core/steps.ts";
import type { ImportedPeople, Person, RuleSet } from "./rule-set.ts";

const PERSONS_A_PORTION = 500;

/** Packs persons one by one. */
export class PeoplePacker {
  readonly #portions: string[] = [];
  readonly #groups = new Set<string>();
  #open: Person[] = [];
  #count = 0;

  add(person: Person): void {
    this.#open.push(person);
    this.#count += 1;
    for (const group of person.groups) this.#groups.add(group);
    if (this.#open.length >= PERSONS_A_PORTION) this.#close();
  }

  #close(): void {
    this.#portions.push(JSON.stringify(this.#open));
    this.#open = [];
  }

  /** @param hash of the files the persons were read from, and of how they were read */
  pack(hash: string): ImportedPeople {
    if (this.#open.length > 0) this.#close();
    return { portions: this.#portions, count: this.#count, groups: [...this.#groups], hash };
  }
}

/** The rules with all persons in one list, hand-written ones first. */
export function withImportedPeople(rules: RuleSet): RuleSet {
  return finish(unpackInSteps(rules));
}

/** The same, with a pause after each portion. */
export function* unpackInSteps(rules: RuleSet): Steps<RuleSet> {
  if (rules.imported === undefined) return rules;
  const people = [...rules.people];
  for (const portion of rules.imported.portions) {
    people.push(...personsOf(portion));
    yield;
  }
  return { ...rules, people };
}

/** The rules with the persons of `unpackInSteps` that were written by hand alone. */
export function withoutUnpacked(rules: RuleSet): RuleSet {
  return { ...rules, people: rules.people.slice(0, rules.people.length - (rules.imported?.count ?? 0)) };
}

/** Imported persons of the id, and who had it once; only portions that hold the text of it are unpacked. */
export function importedPersonsOf({ imported }: Pick<RuleSet, "imported">, wanted: string): readonly Person[] {
  const quoted = JSON.stringify(wanted);
  const portions = imported?.portions.filter((portion) => portion.includes(quoted)) ?? [];
  return portions.flatMap(personsOf).filter(({ id, formerIds }) => id === wanted || formerIds?.includes(wanted));
}

/** The persons that were imported, one by one. */
export function* importedPersons({ imported }: Pick<RuleSet, "imported">): Generator<Person> {
  for (const portion of imported?.portions ?? []) yield* personsOf(portion);
}

function personsOf(portion: string): readonly Person[] {
  const persons: Person[] = JSON.parse(portion);
  return persons;
}
