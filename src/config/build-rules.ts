import type { PersonOptions } from "../match/options.ts";
import type { ImportedPeople, Person, RuleSet, WatchRule } from "../match/rule-set.ts";
import type { WatchOptions } from "./config-schema.ts";
import { toTermLists, type PlacedLists } from "./merge-lists.ts";
import type { Origin } from "./origin.ts";
import type { Section, Sections } from "./sections.ts";
import type { YamlPath } from "./yaml-file.ts";

/** Where a part of a rule set is written. */
export interface Written {
  origin: Origin;
  /** Below the origin. */
  path: YamlPath;
}

/** A rule set, and for each of its parts (by path) where it is written; undefined: the part has no place of its own. */
export interface PlacedRules {
  rules: RuleSet;
  writtenAt: (path: YamlPath) => Written | undefined;
}

/** Builds the rule set of all watches, also of those that are off: they are checked like the others. */
export function buildRules(
  sections: Sections,
  lists: PlacedLists,
  imported: ImportedPeople | null = null,
): PlacedRules {
  const written = new Map<string, Written>();
  function note(path: YamlPath, origin: Origin, below: YamlPath = []): void {
    written.set(JSON.stringify(path), { origin, path: below });
  }
  // The first file that writes a list is where its name is meant.
  for (const { id, origin } of sections.lists.entries.toReversed()) note(["lists", id], origin);
  for (const { id, origin } of sections.clauses.entries) note(["clauses", id], origin);
  for (const { id, origin } of sections.exclusions.entries) note(["exclusions", id], origin);
  for (const [index, { origin }] of sections.watches.entries.entries()) note(["watches", index], origin);
  for (const [index, { origin, value }] of sections.people.entries.entries()) {
    note(["people", index], origin);
    for (const [at, name] of namesOf(value).entries())
      note(["people", index, "names", at], origin, pathOfName(value, name));
  }
  const rules = {
    lists: toTermLists(lists),
    clauses: expressionsOf(sections.clauses),
    exclusions: expressionsOf(sections.exclusions),
    people: sections.people.entries.map(({ value }) => toPerson(value)),
    ...(imported === null ? {} : { imported }),
    watches: sections.watches.entries.map(({ value }) => toWatchRule(value)),
  };
  return { rules, writtenAt: (path) => placedTerm(lists, path) ?? written.get(JSON.stringify(path)) };
}

/** Where a term of a list is written, which stands under `["lists", name, language, index]`. */
function placedTerm(lists: PlacedLists, [part, name, language, index, ...rest]: YamlPath): Written | undefined {
  if (part !== "lists" || typeof index !== "number" || rest.length > 0) return undefined;
  return lists.get(String(name))?.get(String(language))?.[index];
}

function expressionsOf(section: Section<string>): Record<string, string> {
  return Object.fromEntries(section.entries.map(({ id, value }) => [id, value]));
}

/** All spellings, the name itself first. */
function namesOf({ name, names }: PersonOptions): string[] {
  return [...new Set([name, ...names])];
}

function pathOfName(person: PersonOptions, name: string): YamlPath {
  const index = person.names.indexOf(name);
  return index === -1 ? ["name"] : ["names", index];
}

/** A person as the engine reads it; the role is that of the first post where none is written. */
export function toPerson(person: PersonOptions): Person {
  const { id, name, role, posts, groups, not, status, background, surname, match } = person;
  const [post] = posts;
  const held = [post?.title, post?.org].filter((part) => part !== undefined).join(", ");
  const countries = [...new Set(posts.flatMap(({ country }) => country ?? []))];
  return {
    id,
    name,
    names: namesOf(person),
    role: role ?? (held === "" ? null : held),
    groups,
    not,
    status,
    background,
    surname,
    countries,
    ...(match === undefined ? {} : { match }),
  };
}

function toWatchRule(watch: WatchOptions): WatchRule {
  const { ids, tags, not_tags: notTags, kinds } = watch.feeds;
  return {
    id: watch.id,
    title: watch.title,
    match: watch.match,
    unless: watch.unless ?? null,
    unlessTitle: watch.unless_title ?? null,
    unlessAnywhere: watch.unless_anywhere ?? null,
    exclude: watch.exclude,
    lang: watch.lang,
    feeds: { ids, tags, notTags, kinds },
  };
}
