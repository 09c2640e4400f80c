import type { TermOptions, TermsOptions, ListOptions } from "../match/options.ts";
import { EVERY_LANGUAGE, type Term, type TermList } from "../match/rule-set.ts";
import { keyPlaceIn, placeIn, type Origin } from "./origin.ts";
import type { Entry } from "./sections.ts";
import { describePlace, type Finding } from "./source.ts";
import type { YamlPath } from "./yaml-file.ts";

/** A term and where it is written. */
interface PlacedTerm {
  term: Term;
  origin: Origin;
  /** Below the origin. */
  path: YamlPath;
}

/** Lists by name and language; `*` holds terms for every language. */
export type PlacedLists = ReadonlyMap<string, ReadonlyMap<string, readonly PlacedTerm[]>>;

/** A term that a file took out of a list of another. */
export interface RemovedTerm {
  list: string;
  language: string;
  term: string;
}

export interface MergedLists {
  lists: PlacedLists;
  removed: readonly RemovedTerm[];
}

/** What one file says about one language of one list. */
interface Part {
  name: string;
  language: string;
  terms: TermsOptions;
  origin: Origin;
  path: YamlPath;
}

/** Most terms are hidden by nothing; one list says so for all of them. */
const NONE: readonly string[] = [];

/**
 * Puts lists together from all files: for each language of a list one file gives the terms, and any file may add
 * and remove. A list may have each of its languages in another file.
 */
export function mergeLists(entries: readonly Entry<ListOptions>[], findings: Finding[]): MergedLists {
  const parts = entries.flatMap(partsOf);
  const lists = new Map<string, Map<string, PlacedTerm[]>>();
  const first = new Map<string, Part>();

  for (const part of parts) {
    if (!Array.isArray(part.terms)) continue;
    const key = `${part.name}\n${part.language}`;
    const earlier = first.get(key);
    if (earlier !== undefined) {
      findings.push(definedTwice(part, earlier));
      continue;
    }
    first.set(key, part);
    const languages = lists.get(part.name) ?? new Map<string, PlacedTerm[]>();
    lists.set(part.name, languages.set(part.language, placeTerms(part, part.terms, [], findings)));
  }
  const removed = parts.flatMap((part) => changeList(part, lists.get(part.name), findings));
  return { lists, removed };
}

/** The lists as the engine reads them. */
export function toTermLists(lists: PlacedLists): Record<string, TermList> {
  return Object.fromEntries(
    Array.from(lists, ([name, languages]) => [
      name,
      Object.fromEntries(Array.from(languages, ([language, terms]) => [language, terms.map(({ term }) => term)])),
    ]),
  );
}

function partsOf({ id: name, value, origin }: Entry<ListOptions>): Part[] {
  if (Array.isArray(value)) return [{ name, language: EVERY_LANGUAGE, terms: value, origin, path: [] }];
  return Object.entries(value).map(([language, terms]) => ({ name, language, terms, origin, path: [language] }));
}

function definedTwice(part: Part, earlier: Part): Finding {
  const place = keyPlaceIn(part.origin, part.path);
  const where = describePlace(keyPlaceIn(earlier.origin, earlier.path), place.source);
  const language = part.language === EVERY_LANGUAGE ? "" : ` (${part.language})`;
  return {
    severity: "error",
    code: "defined-twice",
    place,
    message: `list "${part.name}"${language} is defined twice, first at ${where}`,
    remedy: "to change a list of another file write {add: […], remove: […]} instead of a list",
  };
}

function changeList(part: Part, languages: Map<string, PlacedTerm[]> | undefined, findings: Finding[]): RemovedTerm[] {
  if (Array.isArray(part.terms)) return [];
  const { name: list, language } = part;
  if (languages === undefined) {
    const place = keyPlaceIn(part.origin, part.path);
    const message = `list "${list}" is changed here, but no file defines it`;
    const remedy = `write the terms as a list: ${list}: {${language}: [first, second]}`;
    findings.push({ severity: "error", code: "unknown-list", place, message, remedy });
    return [];
  }
  const { add, remove } = part.terms;
  const before = languages.get(language) ?? [];
  const removed = remove.flatMap((term, index): RemovedTerm[] => {
    if (before.some((placed) => placed.term.term === term)) return [{ list, language, term }];
    const place = placeIn(part.origin, [...part.path, "remove", index]);
    const message = `list "${list}" (${language}) has no term "${term}" to remove`;
    findings.push({ severity: "lint", code: "nothing-to-remove", place, message, remedy: "correct or remove it" });
    return [];
  });
  const kept = before.filter(({ term }) => !remove.includes(term.term));
  languages.set(language, [...kept, ...placeTerms(part, add, ["add"], findings)]);
  return removed;
}

function placeTerms(part: Part, terms: readonly TermOptions[], below: YamlPath, findings: Finding[]): PlacedTerm[] {
  return terms.map((options, index) => {
    const path = [...part.path, ...below, index];
    const placed = { term: toTerm(options), origin: part.origin, path };
    if (typeof options === "string") return placed;
    for (const key of Object.keys(options)) {
      if (key === "term" || key === "not" || /^[a-z]{2,3}$/.test(key)) continue;
      const place = keyPlaceIn(part.origin, [...path, key]);
      const remedy = "a term has term, not, and its meaning under a language code: {term: Asyl, en: asylum}";
      findings.push({ severity: "error", code: "unknown-key", place, message: `unknown key "${key}"`, remedy });
    }
    return placed;
  });
}

function toTerm(options: TermOptions): Term {
  if (typeof options === "string") return { term: options, gloss: null, not: NONE };
  const { term, not = NONE, ...meanings } = options;
  return { term, not, gloss: meanings["en"] ?? Object.values(meanings)[0] ?? null };
}
