import { sourceOf, type Document } from "../engine/document.ts";
import type { CompiledPeople } from "./compile-people.ts";
import { readPeople } from "./read-people.ts";
import { tellDecision, type Decision } from "./rules/rules.ts";

/** A listed person's name in an item that is taken for somebody else's or a thing's, or that nothing makes the person's. */
export interface Namesake {
  personId: string;
  name: string;
  /** As it stands in the item. */
  spelling: string;
  /** The rule that refused it, and the word by which, null: it names none; `none`: no rule says that it is the person. */
  why: { kind: Decision["rule"]; word: string | null };
  /** The same in words, as `explain` prints it. */
  reason: string;
}

const LOOK_ALIKE: Decision = { rule: "look-alike-in-item", kind: "refused", by: null };

/**
 * Names that an item has and that are not counted, one a person, full ones first, for `explain`: who misses a mention is told
 * why.
 * @param namedIds persons whom the item names all the same
 */
export function findNamesakes(
  compiled: CompiledPeople,
  document: Document,
  namedIds: ReadonlySet<string>,
): readonly Namesake[] {
  const { people } = compiled.index;
  if (people.length === 0) return [];
  const { words, refused, lookAlikes, forms } = readPeople(compiled, document, new Set());
  const found = new Map<string, Namesake>();
  const cancelled = lookAlikes.map((candidate) => ({ candidate, decision: LOOK_ALIKE }));
  for (const { candidate, decision } of [...refused, ...cancelled, ...forms]) {
    const { entity, first, last } = candidate;
    const { rule, kind, by } = decision;
    const person = people[entity.person];
    if (kind === "counts" || person === undefined || namedIds.has(person.id)) continue;
    if (found.has(person.id)) continue;
    const spelling = sourceOf(document, words[first]?.first ?? 0, words[last]?.last ?? 0);
    found.set(person.id, {
      personId: person.id,
      name: person.name,
      spelling,
      why: { kind: rule, word: by },
      reason: tellDecision(decision),
    });
  }
  return [...found.values()];
}
