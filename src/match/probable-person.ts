import { nearest } from "../core/nearest.ts";
import { importedPersons } from "./imported-people.ts";
import type { Person, RuleSet } from "./rule-set.ts";

/** The pieces of an id or name, folded: `Ivan-Example` and `Iván Example` have the same. */
function piecesOf(text: string): readonly string[] {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((piece) => piece !== "");
}

function isCalled(person: Person, wanted: readonly string[]): boolean {
  return [person.id, ...(person.formerIds ?? []), ...person.names].some((name) => {
    const pieces = piecesOf(name);
    return wanted.length > 0 && wanted.every((piece) => pieces.includes(piece));
  });
}

/**
 * The id of the person that an unknown id probably means: the nearest in its letters, else the only person who has all
 * its pieces in an id or a name. Undefined: nobody, or several.
 */
export function probablePerson(id: string, rules: Pick<RuleSet, "people" | "imported">): string | undefined {
  const persons = [...rules.people, ...importedPersons(rules)];
  const near = nearest(
    id,
    persons.map((person) => person.id),
  );
  if (near !== undefined) return near;
  const wanted = piecesOf(id);
  const [first, second] = persons.filter((person) => isCalled(person, wanted));
  return second === undefined ? first?.id : undefined;
}
