import type { TermIndex } from "../engine/term-index.ts";
import type { Person } from "../rule-set.ts";
import { bracketTerms, lookAlikeForms, nameForms } from "./name-forms.ts";

/** A name that is not the person; with bracket words only where one of them stands near. */
export interface LookAlike {
  terms: readonly number[];
  near: readonly number[] | null;
}

/** Persons by the terms their spellings became: an item costs what it names, not how many are known. */
export interface CompiledPeople {
  people: readonly Person[];
  /** Indexes into `people` by term id. */
  byTerm: ReadonlyMap<number, readonly number[]>;
  /** In the order of `people`. */
  lookAlikes: readonly (readonly LookAlike[])[];
}

const WITH_BRACKETS = /^(?<name>[^(]*)\((?<words>[^)]*)\)\s*$/;

function compileLookAlike(spelling: string, index: TermIndex): LookAlike {
  const { name = spelling, words } = WITH_BRACKETS.exec(spelling)?.groups ?? {};
  const terms = lookAlikeForms(name).map((form) => index.add(form));
  return { terms, near: words === undefined ? null : bracketTerms(words).map((term) => index.add(term)) };
}

/** Files every spelling of every person in the index of terms. */
export function compilePeople(people: readonly Person[], index: TermIndex): CompiledPeople {
  const byTerm = new Map<number, number[]>();
  for (const [at, person] of people.entries()) {
    const forms = [person.name, ...person.names].flatMap((name) => nameForms(name));
    for (const term of new Set(forms.map((form) => index.add(form)))) {
      const row = byTerm.get(term);
      if (row === undefined) byTerm.set(term, [at]);
      else row.push(at);
    }
  }
  return {
    people,
    byTerm,
    lookAlikes: people.map((person) => person.not.map((spelling) => compileLookAlike(spelling, index))),
  };
}
