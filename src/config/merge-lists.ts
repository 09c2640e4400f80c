import type { TermOptions, TermsOptions, ListOptions } from "../match/options.ts";
import type { Term, TermList } from "../match/rule-set.ts";
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

/** What one file says about one language of one list. */
interface Part {
  name: string;
  language: string;
  terms: TermsOptions;
  origin: Origin;
  path: YamlPath;
}

const EVERY_LANGUAGE = "*";

/**
 * Puts lists together from all files: for each language of a list one file gives the terms, and any file may add
 * and remove. A list may have each of its languages in another file.
 */
export function mergeLists(entries: readonly Entry<ListOptions>[], findings: Finding[]): PlacedLists {
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
  for (const part of parts) changeList(part, lists.get(part.name), findings);
  return lists;
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

function changeList(part: Part, languages: Map<string, PlacedTerm[]> | undefined, findings: Finding[]): void {
  if (Array.isArray(part.terms)) return;
  const place = keyPlaceIn(part.origin, part.path);
  if (languages === undefined) {
    const message = `list "${part.name}" is changed here, but no file defines it`;
    const remedy = `write the terms as a list: ${part.name}: {${part.language}: [first, second]}`;
    findings.push({ severity: "error", code: "unknown-list", place, message, remedy });
    return;
  }
  const { add, remove } = part.terms;
  const before = languages.get(part.language) ?? [];
  for (const [index, text] of remove.entries()) {
    if (before.some(({ term }) => term.term === text)) continue;
    const at = placeIn(part.origin, [...part.path, "remove", index]);
    const message = `list "${part.name}" (${part.language}) has no term "${text}" to remove`;
    findings.push({ severity: "lint", code: "nothing-to-remove", place: at, message, remedy: "correct or remove it" });
  }
  const kept = before.filter(({ term }) => !remove.includes(term.term));
  languages.set(part.language, [...kept, ...placeTerms(part, add, ["add"], findings)]);
}

function placeTerms(part: Part, terms: readonly TermOptions[], below: YamlPath, findings: Finding[]): PlacedTerm[] {
  return terms.map((options, index) => {
    const path = [...part.path, ...below, index];
    const placed = { term: toTerm(options), origin: part.origin, path };
    if (typeof options === "string") return placed;
    for (const key of Object.keys(options)) {
      if (key === "term" || key === "not" || /^[a-z]{2,3}$/.test(key)) continue;
      const place = keyPlaceIn(part.origin, [...path, key]);
      const remedy = "a term has term:, not: and its meaning under a language code, such as en:";
      findings.push({ severity: "error", code: "unknown-key", place, message: `unknown key "${key}"`, remedy });
    }
    return placed;
  });
}

function toTerm(options: TermOptions): Term {
  if (typeof options === "string") return { term: options, gloss: null, not: [] };
  const { term, not = [], ...meanings } = options;
  return { term, not, gloss: meanings["en"] ?? Object.values(meanings)[0] ?? null };
}
