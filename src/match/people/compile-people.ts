import { finish, type Steps } from "../../core/steps.ts";
import type { Person } from "../rule-set.ts";
import { NameIndex } from "./names/name-index.ts";
import { WordTable } from "./reading/word-table.ts";

/** Persons, filed for `findPeople`. */
export interface CompiledPeople {
  index: NameIndex;
  /** What is remembered of the words of a language's texts; null: language unknown. */
  tableFor: (language: string | null) => WordTable;
}

/** Files every name of every person: an item then costs what it says, not how many persons are known. */
export function compilePeople(people: readonly Person[]): CompiledPeople {
  return finish(compilePeopleInSteps(people));
}

/** The same, with pauses: a hundred thousand persons take seconds. */
export function* compilePeopleInSteps(people: readonly Person[]): Steps<CompiledPeople> {
  const index = yield* NameIndex.compile(people);
  const tables = new Map<string | null, WordTable>();
  return {
    index,
    tableFor(language) {
      const known = tables.get(language);
      known?.forgetTooMany();
      if (known !== undefined) return known;
      const table = new WordTable(index.keys, language);
      tables.set(language, table);
      return table;
    },
  };
}
