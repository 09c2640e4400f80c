import { readExpression } from "./engine/compile/read-expression.ts";
import { Revisions } from "./engine/compile/revision.ts";
import { EVERY_LANGUAGE, type RuleSet, type Term } from "./rule-set.ts";
import type { RulesOfWatch } from "./rules-of-watch.ts";

/** The terms of lists, of each list by language as JSON: a text crosses threads much faster than what it says. */
type PackedLists = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What one watch uses of a rule set, for a thread that reads the terms of a language when it meets the language. */
export interface PackedRules extends Pick<RulesOfWatch, "needed"> {
  rules: Omit<RuleSet, "lists">;
  lists: PackedLists;
  /** Of the watch with all its terms. */
  revision: string;
}

/** @throws RangeError for rules without a watch */
export function packRules({ rules: { lists, ...rules }, needed }: RulesOfWatch): PackedRules {
  const [watch] = rules.watches;
  if (watch === undefined) throw new RangeError("there is no watch to ask");
  const revisions = new Revisions({ ...rules, lists }, (source) => readExpression(source, []));
  const packed = mapValues(lists, (list) => mapValues(list, (terms) => JSON.stringify(terms)));
  return { rules, lists: packed, needed, revision: revisions.of(watch) };
}

/** Reads those terms that an item of a language can use: of a list without the language, and for null, all. */
export function unpackLists(lists: PackedLists, language: string | null): RuleSet["lists"] {
  return mapValues(lists, (list) =>
    Object.fromEntries(
      partsFor(list, language).map(([lang, json]): [string, readonly Term[]] => [lang, JSON.parse(json)]),
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

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
