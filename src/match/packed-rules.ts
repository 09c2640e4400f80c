import type { Steps } from "../core/steps.ts";
import { baseLanguage } from "./base-language.ts";
import { readExpression } from "./engine/compile/read-expression.ts";
import { Revisions } from "./engine/compile/revision.ts";
import { EVERY_LANGUAGE, type RuleSet, type Term, type TermList } from "./rule-set.ts";
import type { RulesOfWatch } from "./rules-of-watch.ts";

/** The terms of lists, of each list by language as JSON of packed terms: a text crosses threads much faster than what it says. */
type PackedLists = Readonly<Record<string, Readonly<Record<string, string>>>>;

type PackedTerm = Term | string;

const NONE: readonly string[] = [];

/** What one watch uses of a rule set, for a thread that reads the terms of a language when it meets the language. */
export interface PackedRules extends Pick<RulesOfWatch, "needed"> {
  rules: Omit<RuleSet, "lists">;
  lists: PackedLists;
  /** Of the watch with all its terms. */
  revision: string;
}

/**
 * Packs a watch for each of several readers, with the terms that items of its languages can use; a list a step, for there are
 * lists of many thousand terms.
 * @param readers languages as items carry them; null: unknown, which takes all
 * @throws RangeError for rules without a watch
 */
export function* packInSteps(
  { rules: { lists, ...rules }, needed }: RulesOfWatch,
  readers: readonly (readonly (string | null)[])[],
): Steps<PackedRules[]> {
  const [watch] = rules.watches;
  if (watch === undefined) throw new RangeError("there is no watch to ask");
  const revisions = new Revisions({ ...rules, lists }, (source) => readExpression(source, []));
  for (const name of Object.keys(lists)) yield void revisions.ofList(name);
  const revision = revisions.of(watch);
  const packed: PackedRules[] = [];
  for (const reader of readers) {
    const languages = new Set(reader.map(baseLanguage));
    const own: [string, PackedLists[string]][] = [];
    for (const [name, list] of Object.entries(lists)) yield void own.push([name, packList(list, languages)]);
    packed.push({ rules, lists: Object.fromEntries(own), needed, revision });
  }
  return packed;
}

/** @param languages there may be thousands, of feeds that make them up */
function packList(list: TermList, languages: ReadonlySet<string | null>): PackedLists[string] {
  const needsAll = languages.values().some((language) => language === null || list[language] === undefined);
  const parts = Object.entries(list).filter(([lang]) => needsAll || lang === EVERY_LANGUAGE || languages.has(lang));
  return Object.fromEntries(parts.map(([lang, terms]) => [lang, JSON.stringify(terms.map(packTerm))]));
}

/** Reads those terms that an item of a language can use: of a list without the language, and for null, all. */
export function unpackLists(lists: PackedLists, language: string | null): RuleSet["lists"] {
  return mapValues(lists, (list) =>
    Object.fromEntries(
      partsFor(list, language).map(([lang, json]): [string, readonly Term[]] => [
        lang,
        JSON.parse(json).map(unpackTerm),
      ]),
    ),
  );
}

/** Units of the JSON of what `unpackLists` reads. */
export function lengthOfLists(lists: PackedLists, language: string | null): number {
  const parts = Object.values(lists).flatMap((list) => partsFor(list, language));
  return parts.reduce((sum, [, json]) => sum + json.length, 0);
}

function partsFor(list: PackedLists[string], language: string | null): [string, string][] {
  const all = Object.entries(list);
  if (language === null || list[language] === undefined) return all;
  return all.filter(([lang]) => lang === language || lang === EVERY_LANGUAGE);
}

/** Most terms are nothing but their words. */
function packTerm(term: Term): PackedTerm {
  return term.gloss === null && term.not.length === 0 ? term.term : term;
}

function unpackTerm(packed: PackedTerm): Term {
  return typeof packed === "string" ? { term: packed, gloss: null, not: NONE } : packed;
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
