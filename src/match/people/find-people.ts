import { once } from "../../core/once.ts";
import type { PersonMention } from "../../core/vocabulary.ts";
import { sourceOf, type Document } from "../engine/document.ts";
import { occurrenceOf, type Occurrence } from "../engine/occurrence.ts";
import type { PersonChoice } from "../expression/ast.ts";
import type { Person } from "../rule-set.ts";
import type { FoundForm } from "./candidates/found-form.ts";
import type { CompiledPeople } from "./compile-people.ts";
import type { FoundName } from "./evidence/choose-names.ts";
import { decideBetween, type Circumstances } from "./evidence/decide-between.ts";
import { isChosen } from "./is-chosen.ts";
import { readPeople } from "./read-people.ts";
import type { TextWord } from "./reading/text-words.ts";
import { explainName, explainSurname, type Explanation } from "./rules/explain-mention.ts";
import { countriesIn } from "./words/countries.ts";

/** A stretch of the text that names one person, or several who share the name. */
interface Naming {
  persons: readonly number[];
  occurrence: Occurrence;
  explanation: Explanation;
}

/** The persons an item names. */
export interface PeopleInItem {
  /** @param sure leaves out `weak` ones: a surname with an office word only elsewhere in the item */
  occurrences(who: PersonChoice, sure: boolean): readonly Occurrence[];
  /** One per person, with the first spelling found, in order of the text. */
  mentions: readonly PersonMention[];
}

/** An item that names nobody, or in which nobody is looked for. */
export const NOBODY: PeopleInItem = { occurrences: () => [], mentions: [] };

/**
 * Finds the persons of an item in one pass over its words.
 * @param knownIds ids of persons whose full name stood elsewhere in the item's story: their surname is enough
 */
export function findPeople(
  compiled: CompiledPeople,
  document: Document,
  knownIds: ReadonlySet<string> = new Set(),
): PeopleInItem {
  if (compiled.index.people.length === 0) return NOBODY;
  const namings = namingsIn(compiled, document, knownIds);
  if (namings.length === 0) return NOBODY;
  return {
    occurrences: (who, sure) =>
      namings
        .filter(({ explanation }) => !sure || explanation.confidence !== "weak")
        .filter(({ persons }) => persons.every((at) => isAnyChosen(compiled.index.people[at], who)))
        .map(({ occurrence }) => occurrence),
    mentions: mentionsOf(compiled, document, namings),
  };
}

function isAnyChosen(person: Person | undefined, who: PersonChoice): boolean {
  return person !== undefined && isChosen(person, who);
}

function namingsIn(compiled: CompiledPeople, document: Document, knownIds: ReadonlySet<string>): Naming[] {
  const { people } = compiled.index;
  const { words, names, forms } = readPeople(compiled, document, knownIds);
  const counted = forms.filter(({ decision }) => decision.kind === "counts");
  return [
    ...namingsOfNames(people, names, { words, language: document.language }),
    ...counted.map((form) => namingOfForm(form, words, people)),
  ].toSorted((a, b) => a.occurrence.first - b.occurrence.first);
}

function occurrenceIn(words: readonly TextWord[], first: number, last: number): Occurrence {
  return occurrenceOf(words[first]?.first ?? 0, words[last]?.last ?? 0);
}

function namingsOfNames(
  people: readonly Person[],
  names: readonly FoundName[],
  { words, language }: { words: readonly TextWord[]; language: string | null },
): Naming[] {
  const circumstances = once(() => circumstancesOf(names, words, language));
  // Who is meant is the same wherever the same persons share a name in an item.
  const meant = new Map<string, readonly number[]>();
  return names.map((name) => {
    const { first, last, best, rivals } = name;
    const persons = [best, ...rivals].map(({ entity }) => entity.person).toSorted((a, b) => a - b);
    const key = persons.join(" ");
    const decided =
      meant.get(key) ?? (persons.length === 1 ? persons : decideBetween(people, persons, circumstances()));
    meant.set(key, decided);
    const explanation = explainName(name, people, decided);
    return { persons: decided, occurrence: occurrenceIn(words, first, last), explanation };
  });
}

function circumstancesOf(
  names: readonly FoundName[],
  words: readonly TextWord[],
  language: string | null,
): Circumstances {
  return {
    folds: once(() => new Set(words.map(({ info }) => info.fold))),
    countries: once(() =>
      countriesIn(
        words.map(({ info }) => info),
        language,
      ),
    ),
    sure: new Set(names.filter(({ rivals }) => rivals.length === 0).map(({ best }) => best.entity.person)),
  };
}

function namingOfForm(
  { candidate, decision }: FoundForm,
  words: readonly TextWord[],
  people: readonly Person[],
): Naming {
  const { first, last, entity } = candidate;
  const explanation = explainSurname(candidate, decision, people[entity.person]);
  return { persons: [entity.person], occurrence: occurrenceIn(words, first, last), explanation };
}

function mentionsOf({ index }: CompiledPeople, document: Document, namings: readonly Naming[]): PersonMention[] {
  const mentions = new Map<number, PersonMention>();
  for (const { persons, occurrence, explanation } of namings) {
    for (const at of persons) {
      const person = index.people[at];
      const earlier = mentions.get(at);
      if (person === undefined || (earlier !== undefined && !isSurer(explanation, earlier))) continue;
      const spelling = sourceOf(document, occurrence.first, occurrence.last);
      mentions.set(at, { personId: person.id, name: person.name, role: person.role, spelling, ...explanation });
    }
  }
  return [...mentions.values()];
}

const ORDER = ["ambiguous", "weak", "fair", "good", "high"];

function isSurer({ confidence }: Explanation, earlier: PersonMention): boolean {
  return ORDER.indexOf(confidence) > ORDER.indexOf(earlier.confidence ?? "high");
}
