import { sourceOf, type Document } from "../engine/document.ts";
import { nameCandidates } from "./candidates/name-candidates.ts";
import type { CompiledPeople } from "./compile-people.ts";
import { personsOfOtherLives } from "./evidence/other-lives.ts";
import { RoleEvidence } from "./evidence/role-evidence.ts";
import { Standing, type Refusal } from "./evidence/standing.ts";
import { readTextWords } from "./reading/text-words.ts";

/** A listed person's name in an item that is taken for somebody else's, or for a thing's. */
export interface Namesake {
  personId: string;
  name: string;
  /** As it stands in the item. */
  spelling: string;
  why: Refusal | { kind: "age" };
}

/**
 * Names that an item has and that are not counted, one a person, for `explain`: who misses a mention is told why.
 * @param namedIds persons whom the item names all the same
 */
export function findNamesakes(
  { index, tableFor }: CompiledPeople,
  document: Document,
  namedIds: ReadonlySet<string>,
): readonly Namesake[] {
  if (index.people.length === 0) return [];
  const table = tableFor(document.language);
  const words = readTextWords(document, table);
  const standing = new Standing(index, words, new RoleEvidence(words, document.language), document);
  const candidates = nameCandidates(index, words, table);
  const others = personsOfOtherLives(document, words, candidates);
  const found = new Map<string, Namesake>();
  for (const candidate of candidates) {
    const { entity, first, last } = candidate;
    const person = index.people[entity.person];
    if (entity.isLookAlike || person === undefined || namedIds.has(person.id) || found.has(person.id)) continue;
    const why = others.has(entity.person) ? ({ kind: "age" } as const) : standing.refusal(entity, candidate);
    if (why === null) continue;
    const spelling = sourceOf(document, words[first]?.first ?? 0, words[last]?.last ?? 0);
    found.set(person.id, { personId: person.id, name: person.name, spelling, why });
  }
  return [...found.values()];
}
