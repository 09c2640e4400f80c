import type { PersonMention } from "../../core/vocabulary.ts";
import type { PersonChoice } from "../expression/ast.ts";
import { importedPersonsOf } from "../imported-people.ts";
import type { Namesake } from "../people/find-namesakes.ts";
import { isChosen } from "../people/is-chosen.ts";
import { namedLookAlikes } from "./named-look-alikes.ts";
import type { Person, RuleSet, WatchRule } from "../rule-set.ts";
import { partsOfSource, sourcesOf } from "../watch-sources.ts";

/** A name that is not counted, with the entries of the person's `not:` by one of which; empty where no look-alike decided. */
interface UncountedNamesake extends Namesake {
  lookAlikes: readonly string[];
}

/** Names in an item of persons whom a watch asks for, that do not count for it. */
export interface UncountedPeople {
  /** Taken for somebody else's or a thing's, or of whom nothing says that they are the person's. */
  namesakes: readonly UncountedNamesake[];
  /** Of persons with `background: true`, whom `person:*` leaves out, where the watch asks for them in no other way. */
  background: readonly Pick<PersonMention, "personId" | "name" | "spelling">[];
}

/** Those of one watch. @param found the persons that an item names, and the names in it that are taken for others' */
export function uncountedPeople(
  rule: WatchRule,
  rules: RuleSet,
  found: { mentions: readonly PersonMention[]; namesakes: readonly Namesake[] },
): UncountedPeople {
  const asked = askedBy(rule, rules);
  const byId = new Map(rules.people.map((person) => [person.id, person]));
  function personOf(id: string): Person | undefined {
    return byId.get(id) ?? importedPersonsOf(rules, id).find((person) => person.id === id);
  }
  return {
    namesakes: found.namesakes.flatMap((namesake) => {
      const person = personOf(namesake.personId);
      if (person === undefined || !isAsked(person, asked)) return [];
      return [{ ...namesake, lookAlikes: namedLookAlikes(namesake, person) }];
    }),
    background: found.mentions
      .filter(({ personId }) => isLeftOut(personOf(personId), asked))
      .map(({ personId, name, spelling }) => ({ personId, name, spelling })),
  };
}

/** Whom a watch asks for, in its own expressions or in its clauses. */
function askedBy(rule: WatchRule, rules: RuleSet): readonly PersonChoice[] {
  const sources = [...sourcesOf(rule, rules), ...Object.values(rules.clauses)];
  return sources.flatMap(partsOfSource).flatMap((part) => (part.kind === "person" ? [part.who] : []));
}

function isAsked(person: Person | undefined, asked: readonly PersonChoice[]): boolean {
  return person !== undefined && asked.some((who) => isChosen(person, who));
}

function isLeftOut(person: Person | undefined, asked: readonly PersonChoice[]): boolean {
  return person?.background === true && !isAsked(person, asked) && asked.some(({ kind }) => kind === "anybody");
}
