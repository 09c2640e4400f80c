import { once } from "../../core/once.ts";
import { baseLanguage } from "../../match/base-language.ts";
import { createEngine, createEngineFor, type Engine } from "../../match/engine/create-engine.ts";
import { probeNearMisses } from "../../match/explain/near-miss.ts";
import { compilePeople } from "../../match/people/compile-people.ts";
import { lengthOfLists, unpackLists, type PackedRules } from "../../match/packed-rules.ts";
import { NO_VETOES } from "../../match/plain-watch.ts";
import type { MatchItem, RuleSet, WatchRule } from "../../match/rule-set.ts";
import { partsOfSource, sourcesOf } from "../../match/watch-sources.ts";
import type { ArchiveAnswer } from "./scan-archive.ts";

/** Id of the watch that holds wherever the one that is asked about may match. */
const NEEDED = "needed";

/**
 * Asks one watch about many items, of which most say nothing to it: whether the words it needs stand there is asked
 * first. Persons, the dearest part of reading an item, are looked for only where they do, and terms are compiled when an
 * item of their language comes. The answers are the same.
 * @param nearMisses also what is missing where the watch is silent
 */
export function createArchiveMatcher(
  packed: PackedRules,
  { nearMisses }: { nearMisses: boolean },
): (item: MatchItem) => ArchiveAnswer {
  const { rules, needed, revision } = packed;
  const [rule] = rules.watches;
  if (rule === undefined) throw new RangeError("there is no watch to ask");
  const { id } = rule;
  const probes = nearMisses ? probeNearMisses(rules, rule) : null;
  const watches = [rule, ...(probes?.watches ?? [])];
  function answerOf({ answers, held }: ReturnType<Engine["ask"]>): ArchiveAnswer {
    // Where nothing holds, more than one part is missing.
    const isNear = probes !== null && answers.length === 0 && held.length > 0;
    const nearMiss = isNear ? probes.missing(new Set(held)) : null;
    // The engine has seen some of the terms, and would give a revision of these.
    return { answers: answers.map((answer) => ({ ...answer, watchRevision: revision })), nearMiss };
  }
  // Probes that ask for certain persons need the persons.
  if (needed === null || (nearMisses && namesPersons(probedSources(rules)))) {
    const engine = engineOf(packed, watches);
    return (item) => answerOf(engine.ask(item, id));
  }
  const { quickFor, whole } = createEngines(packed, [...watches, neededRule(rule, needed)]);
  if (whole === null) return (item) => answerOf(quickFor(item).askWhere(NEEDED, item, id));
  return (item) => {
    const held = quickFor(item).findWithoutPersons(item);
    return answerOf(held.includes(NEEDED) ? whole().ask(item, id) : { answers: [], held });
  };
}

interface Engines {
  /** The engine that finds in an item what stands there without persons. */
  quickFor: (item: MatchItem) => Engine;
  /** The one that knows all persons; null: any does. */
  whole: (() => Engine) | null;
}

/** Persons of files, who may be very many, are compiled once, and when need be. */
function createEngines(packed: PackedRules, watches: readonly WatchRule[]): Engines {
  const { imported, ...own } = packed.rules;
  if (imported === undefined) return { quickFor: byLanguage(packed, watches), whole: null };
  const whole = once(() => engineOf(packed, watches));
  if (namesPersons(allSources(packed.rules))) return { quickFor: whole, whole: null };
  return { quickFor: byLanguage({ ...packed, rules: own }, watches), whole };
}

/**
 * An engine for each language of the lists, and one of all terms for items of none. So that memory has room for them, all together
 * hold at most three times the terms of the lists: a term that serves every language is in each.
 */
function byLanguage({ rules, lists }: PackedRules, watches: readonly WatchRule[]): Engines["quickFor"] {
  const languages = new Set(Object.values(lists).flatMap((list) => Object.keys(list)));
  const people = compilePeople(rules.people);
  const engines = new Map<string | null, Engine>();
  let left = 2 * lengthOfLists(lists, null);
  function engineFor(language: string | null): Engine {
    const known = engines.get(language);
    if (known !== undefined) return known;
    const engine = hasOwn(language)
      ? createEngineFor(people, { ...rules, lists: unpackLists(lists, language), watches })
      : engineFor(null);
    engines.set(language, engine);
    return engine;
  }
  function hasOwn(language: string | null): boolean {
    if (language === null) return true;
    if (!languages.has(language)) return false;
    left -= lengthOfLists(lists, language);
    return left >= 0;
  }
  return ({ lang }) => engineFor(baseLanguage(lang));
}

function engineOf({ rules, lists }: PackedRules, watches: readonly WatchRule[]): Engine {
  return createEngine({ ...rules, lists: unpackLists(lists, null), watches });
}

/** Says where what a watch needs holds. */
function neededRule(rule: WatchRule, match: string): WatchRule {
  return { ...rule, id: NEEDED, match, lang: [], ...NO_VETOES };
}

function namesPersons(sources: readonly string[]): boolean {
  const parts = sources.flatMap(partsOfSource);
  return parts.some((part) => part.kind === "person" && part.who.kind !== "anybody");
}

type Sources = Omit<RuleSet, "lists">;

/** What the probes are made of. */
function probedSources({ watches, clauses }: Sources): string[] {
  return [...watches.map(({ match }) => match), ...Object.values(clauses)];
}

function allSources(rules: Sources): string[] {
  return [...rules.watches.flatMap((watch) => sourcesOf(watch, rules)), ...Object.values(rules.clauses)];
}
