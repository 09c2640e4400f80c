import { HANDED_OVER, portionsOf } from "../../core/portions.ts";
import type { ImportedPeople, Person, RuleSet, Term, WatchRule } from "../../match/rule-set.ts";

/** A piece of a rule set on its way to the match thread. */
export type RulePortion = readonly (
  | { kind: "terms"; list: string; lang: string | null; terms: readonly Term[] }
  | { kind: "clause" | "exclusion"; name: string; source: string }
  | { kind: "people"; people: readonly Person[] }
  | { kind: "imported"; about: Omit<ImportedPeople, "portions">; portion: string | null }
  | { kind: "watches"; watches: readonly WatchRule[] }
)[];

function lengthOfWatch({ match, unless, unlessTitle, unlessAnywhere }: WatchRule): number {
  return [match, unless, unlessTitle, unlessAnywhere].reduce((sum, source) => sum + (source?.length ?? 0), 0);
}

function lengthOfPerson({ names, not }: Person): number {
  return [...names, ...not].reduce((sum, name) => sum + name.length, 0);
}

function lengthOfTerm({ term, not }: Term): number {
  return not.reduce((sum, longer) => sum + longer.length, term.length);
}

function* piecesOf(rules: RuleSet): Generator<RulePortion[number]> {
  for (const [list, languages] of Object.entries(rules.lists)) {
    yield { kind: "terms", list, lang: null, terms: [] };
    for (const [lang, terms] of Object.entries(languages)) {
      yield { kind: "terms", list, lang, terms: [] };
      for (const slice of portionsOf(terms, HANDED_OVER, lengthOfTerm))
        yield { kind: "terms", list, lang, terms: slice };
    }
  }
  for (const [name, source] of Object.entries(rules.clauses)) yield { kind: "clause", name, source };
  for (const [name, source] of Object.entries(rules.exclusions)) yield { kind: "exclusion", name, source };
  for (const people of portionsOf(rules.people, HANDED_OVER, lengthOfPerson)) yield { kind: "people", people };
  for (const watches of portionsOf(rules.watches, HANDED_OVER, lengthOfWatch)) yield { kind: "watches", watches };
  if (rules.imported === undefined) return;
  const { portions, ...about } = rules.imported;
  yield { kind: "imported", about, portion: null };
  for (const portion of portions) yield { kind: "imported", about, portion };
}

/** What a piece takes of a portion: 1 is all that goes at once. */
function weightOf(piece: RulePortion[number]): number {
  switch (piece.kind) {
    case "terms":
      return weightOfAll(piece.terms, lengthOfTerm);
    case "people":
      return weightOfAll(piece.people, lengthOfPerson);
    case "watches":
      return weightOfAll(piece.watches, lengthOfWatch);
    case "imported":
      return 1;
    case "clause":
    case "exclusion":
      return weightOfAll([piece.source], ({ length }) => length);
  }
}

function weightOfAll<T>(entries: readonly T[], lengthOf: (entry: T) => number): number {
  const characters = entries.reduce((sum, entry) => sum + lengthOf(entry), 0);
  return Math.max((entries.length + 1) / HANDED_OVER.items, characters / HANDED_OVER.characters);
}

/** Splits a rule set into pieces that are sent one by one. */
export function* splitRules(rules: RuleSet): Generator<RulePortion> {
  let portion: RulePortion[number][] = [];
  let weight = 0;
  for (const piece of piecesOf(rules)) {
    if (portion.length > 0 && weight + weightOf(piece) > 1) {
      yield portion;
      portion = [];
      weight = 0;
    }
    portion.push(piece);
    weight += weightOf(piece);
  }
  yield portion;
}

/** Puts the pieces of a rule set together again, in the order they were sent. */
export class RuleCollector {
  readonly #lists = new Map<string, Map<string, Term[]>>();
  readonly #clauses: [string, string][] = [];
  readonly #exclusions: [string, string][] = [];
  readonly #people: Person[] = [];
  readonly #watches: WatchRule[] = [];
  #imported: { about: Omit<ImportedPeople, "portions">; portions: string[] } | null = null;

  add(portion: RulePortion): void {
    for (const piece of portion) {
      if (piece.kind === "terms") this.#addTerms(piece);
      else if (piece.kind === "people") this.#people.push(...piece.people);
      else if (piece.kind === "watches") this.#watches.push(...piece.watches);
      else if (piece.kind === "imported") this.#addImported(piece);
      else (piece.kind === "clause" ? this.#clauses : this.#exclusions).push([piece.name, piece.source]);
    }
  }

  #addTerms({ list, lang, terms }: RulePortion[number] & { kind: "terms" }): void {
    const languages = this.#lists.get(list) ?? new Map<string, Term[]>();
    this.#lists.set(list, languages);
    if (lang === null) return;
    const row = languages.get(lang) ?? [];
    languages.set(lang, row);
    row.push(...terms);
  }

  #addImported({ about, portion }: RulePortion[number] & { kind: "imported" }): void {
    this.#imported ??= { about, portions: [] };
    if (portion !== null) this.#imported.portions.push(portion);
  }

  rules(): RuleSet {
    const imported = this.#imported;
    return {
      ...(imported === null ? {} : { imported: { ...imported.about, portions: imported.portions } }),
      lists: Object.fromEntries(Array.from(this.#lists, ([name, list]) => [name, Object.fromEntries(list)] as const)),
      clauses: Object.fromEntries(this.#clauses),
      exclusions: Object.fromEntries(this.#exclusions),
      people: this.#people,
      watches: this.#watches,
    };
  }
}
