import type { ImportedPeople, Person, RuleSet, Term, WatchRule } from "../../match/rule-set.ts";

/** A piece of a rule set on its way to the match thread. */
export type RulePortion = readonly (
  | { kind: "terms"; list: string; lang: string | null; terms: readonly Term[] }
  | { kind: "clause" | "exclusion"; name: string; source: string }
  | { kind: "people"; people: readonly Person[] }
  | { kind: "imported"; about: Omit<ImportedPeople, "portions">; portion: string | null }
  | { kind: "watches"; watches: readonly WatchRule[] }
)[];

/** Terms, people or watches of one piece: copying it holds the main thread for a few milliseconds. */
const MAX_ENTRIES = 500;

function* slices<T>(entries: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < entries.length; from += MAX_ENTRIES) yield entries.slice(from, from + MAX_ENTRIES);
}

function* piecesOf(rules: RuleSet): Generator<RulePortion[number]> {
  for (const [list, languages] of Object.entries(rules.lists)) {
    yield { kind: "terms", list, lang: null, terms: [] };
    for (const [lang, terms] of Object.entries(languages)) {
      yield { kind: "terms", list, lang, terms: [] };
      for (const slice of slices(terms)) yield { kind: "terms", list, lang, terms: slice };
    }
  }
  for (const [name, source] of Object.entries(rules.clauses)) yield { kind: "clause", name, source };
  for (const [name, source] of Object.entries(rules.exclusions)) yield { kind: "exclusion", name, source };
  for (const people of slices(rules.people)) yield { kind: "people", people };
  for (const watches of slices(rules.watches)) yield { kind: "watches", watches };
  if (rules.imported === undefined) return;
  const { portions, ...about } = rules.imported;
  yield { kind: "imported", about, portion: null };
  for (const portion of portions) yield { kind: "imported", about, portion };
}

function weightOf(piece: RulePortion[number]): number {
  if (piece.kind === "terms") return piece.terms.length + 1;
  if (piece.kind === "people") return piece.people.length;
  if (piece.kind === "imported") return MAX_ENTRIES;
  return piece.kind === "watches" ? piece.watches.length : 1;
}

/** Splits a rule set into pieces that are sent one by one. */
export function* splitRules(rules: RuleSet): Generator<RulePortion> {
  let portion: RulePortion[number][] = [];
  let weight = 0;
  for (const piece of piecesOf(rules)) {
    if (weight > 0 && weight + weightOf(piece) > MAX_ENTRIES) {
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
