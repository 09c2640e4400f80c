import { createEngine } from "../../../src/match/engine/create-engine.ts";
import type { ItemAnswer, WatchAnswer } from "../../../src/match/match-answer.ts";
import { plainWatch } from "../../../src/match/plain-watch.ts";
import type { MatchItem, Person, RuleSet, Term, WatchRule } from "../../../src/match/rule-set.ts";

/** A list by language; a plain text is a term without gloss or hiding phrases. */
type ListSketch = Record<string, readonly (string | Partial<Term>)[]>;

export interface RulesSketch extends Partial<Omit<RuleSet, "lists" | "people" | "watches">> {
  lists?: Record<string, ListSketch>;
  people?: readonly Partial<Person>[];
  watches?: readonly Partial<WatchRule>[];
}

function term(sketch: string | Partial<Term>): Term {
  return { term: "", gloss: null, not: [], ...(typeof sketch === "string" ? { term: sketch } : sketch) };
}

function watchRule(sketch: Partial<WatchRule> = {}): WatchRule {
  return { ...plainWatch("watch", "embassy"), title: "A watch", ...sketch };
}

function person(sketch: Partial<Person>): Person {
  const { id = "somebody" } = sketch;
  return { id, name: id, names: [], role: null, groups: [], not: [], status: "serving", background: false, ...sketch };
}

export function ruleSet({ lists = {}, people = [], watches = [{}], ...rest }: RulesSketch = {}): RuleSet {
  const full = Object.entries(lists).map(([name, byLanguage]) => {
    const terms = Object.entries(byLanguage).map(([lang, sketches]) => [lang, sketches.map(term)] as const);
    return [name, Object.fromEntries(terms)] as const;
  });
  return {
    clauses: {},
    exclusions: {},
    ...rest,
    lists: Object.fromEntries(full),
    people: people.map(person),
    watches: watches.map(watchRule),
  };
}

/** An item; published on 20 January 2026 unless it says otherwise. */
export function matchItem(sketch: Partial<MatchItem> = {}): MatchItem {
  return {
    id: "item",
    title: "",
    summary: "",
    body: "",
    lang: null,
    feed: null,
    publishedAt: Date.UTC(2026, 0, 20),
    ...sketch,
  };
}

/** What the rules say about an item. */
export function answerOf(rules: RulesSketch, item: Partial<MatchItem>): ItemAnswer {
  return createEngine(ruleSet(rules)).match(matchItem(item));
}

/** What the first watch says about an item; null: nothing. */
export function firstAnswer(rules: RulesSketch, item: Partial<MatchItem>): WatchAnswer | null {
  return answerOf(rules, item).answers[0] ?? null;
}

/** Whether an expression matches an item. */
export function isMatch(match: string, item: Partial<MatchItem>, rules: RulesSketch = {}): boolean {
  return firstAnswer({ ...rules, watches: [{ match }] }, item)?.kind === "match";
}
