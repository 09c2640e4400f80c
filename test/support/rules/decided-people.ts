import { readDocument } from "../../../src/match/engine/document.ts";
import { compilePeople } from "../../../src/match/people/compile-people.ts";
import { readPeople } from "../../../src/match/people/read-people.ts";
import type { MatchItem, Person } from "../../../src/match/rule-set.ts";
import { matchItem, ruleSet } from "./rule-builders.ts";

/**
 * What was decided of each form of listed names in an item, full names first: `Zandieh: refused by other-given-name`. A surname of
 * which nothing says anything is `refused by none`, a full one `counts by none`.
 * @param knownIds persons whom the item's story names in full
 */
export function decisionsIn(
  given: Partial<MatchItem>,
  people: readonly Partial<Person>[],
  knownIds: ReadonlySet<string> = new Set(),
): string[] {
  const document = readDocument(matchItem({ title: "", ...given }));
  const compiled = compilePeople(ruleSet({ people: people.map((person, at) => ({ id: `p${at}`, ...person })) }).people);
  const { words, names, refused, forms } = readPeople(compiled, document, knownIds);
  const counted = names.map(({ best }) => {
    return { candidate: best, decision: { kind: "counts", rule: "none" } };
  });
  return [...counted, ...refused, ...forms].map(({ candidate: { first, last }, decision: { kind, rule } }) => {
    const sources = words.slice(first, last + 1).map(({ source }) => source);
    return `${sources.join(" ")}: ${kind === "counts" ? "counts" : "refused"} by ${rule}`;
  });
}
