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
  if (rules.imported === undefined) return rules;
  return { ...rules, people: [...rules.people, ...importedPersons(rules)] };
}

/** Whether a person of the id was imported, without unpacking anybody. */
export function hasImportedPerson({ imported }: RuleSet, id: string): boolean {
  const quoted = JSON.stringify(id);
  return imported?.portions.some((portion) => portion.includes(quoted)) ?? false;
}

/** The persons that were imported, one by one. */
export function* importedPersons({ imported }: Pick<RuleSet, "imported">): Generator<Person> {
  for (const portion of imported?.portions ?? []) {
    const persons: Person[] = JSON.parse(portion);
    yield* persons;
  }
}
