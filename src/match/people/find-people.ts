import type { PersonMention } from "../../core/vocabulary.ts";
import { SCOPES, sentenceAt, sourceOf, type Document } from "../engine/document.ts";
import type { PersonChoice } from "../engine/node.ts";
import { coveredBy, type Occurrence } from "../engine/occurrence.ts";
import type { Person } from "../rule-set.ts";
import type { CompiledPeople, LookAlike } from "./compile-people.ts";

type FoundTerms = ReadonlyMap<number, readonly Occurrence[]>;

interface FoundPerson {
  person: Person;
  occurrences: readonly Occurrence[];
}

/** The persons an item names. */
export interface PeopleInItem {
  occurrences(who: PersonChoice): readonly Occurrence[];
  /** One per person, with the first spelling found, in order of the text. */
  mentions: readonly PersonMention[];
}

function isChosen({ id, groups, background }: Person, who: PersonChoice): boolean {
  if (who.kind === "one") return id === who.id;
  return who.kind === "group" ? groups.includes(who.id) : !background;
}

/** Whether a bracket word stands in the same sentence or in the lead. */
function standsNear(document: Document, name: Occurrence, words: readonly number[], terms: FoundTerms): boolean {
  const sentence = sentenceAt(document, name.first);
  return words
    .flatMap((word) => terms.get(word) ?? [])
    .some(
      ({ first }) => sentenceAt(document, first) === sentence || ((document.regionOf[first] ?? 0) & SCOPES.lead) !== 0,
    );
}

/** Tells whether an occurrence of the person is a look-alike's. */
function lookAlikeTest(
  document: Document,
  { terms: names, near }: LookAlike,
  terms: FoundTerms,
): (occurrence: Occurrence) => boolean {
  const isCovered = coveredBy(names.flatMap((name) => terms.get(name) ?? []));
  return (occurrence) => isCovered(occurrence) && (near === null || standsNear(document, occurrence, near, terms));
}

/** Without those that a longer one covers: `Ivan Example` inside `Ivan Petrovich Example`. */
function longest(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  let reach = -1;
  return occurrences
    .toSorted((a, b) => a.first - b.first || b.last - a.last)
    .filter(({ last }) => {
      const reachesFarther = last > reach;
      if (reachesFarther) reach = last;
      return reachesFarther;
    });
}

function findEach(compiled: CompiledPeople, document: Document, terms: FoundTerms): FoundPerson[] {
  const byPerson = new Map<number, Occurrence[]>();
  for (const [term, occurrences] of terms) {
    for (const at of compiled.byTerm.get(term) ?? []) {
      const row = byPerson.get(at);
      if (row === undefined) byPerson.set(at, [...occurrences]);
      else row.push(...occurrences);
    }
  }
  return [...byPerson].flatMap(([at, occurrences]) => {
    const person = compiled.people[at];
    const tests = (compiled.lookAlikes[at] ?? []).map((lookAlike) => lookAlikeTest(document, lookAlike, terms));
    const own = longest(occurrences).filter((occurrence) => !tests.some((isLookAlike) => isLookAlike(occurrence)));
    return person === undefined || own.length === 0 ? [] : [{ person, occurrences: own }];
  });
}

/** Finds the persons of an item among the terms that stand in it. */
export function findPeople(compiled: CompiledPeople, document: Document, terms: FoundTerms): PeopleInItem {
  const found = findEach(compiled, document, terms);
  const inText = found.toSorted((a, b) => (a.occurrences[0]?.first ?? 0) - (b.occurrences[0]?.first ?? 0));
  return {
    occurrences: (who) => found.filter(({ person }) => isChosen(person, who)).flatMap(({ occurrences }) => occurrences),
    mentions: inText.map(({ person: { id, name, role }, occurrences: [first] }) => {
      const spelling = first === undefined ? name : sourceOf(document, first.first, first.last);
      return { personId: id, name, role, spelling };
    }),
  };
}
