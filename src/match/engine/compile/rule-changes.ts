import type { RuleSet, WatchRule } from "../../rule-set.ts";

/** What turns the watches of one rule set into those of another. */
export interface WatchChanges {
  /** New and changed watches, with their places in the rules. */
  put: readonly { rule: WatchRule; at: number }[];
  /** Ids of watches that are gone. */
  remove: readonly string[];
  /** Ids of all watches in their new order. */
  order: readonly string[];
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * The changes between two rule sets that differ in watches only. Null: lists, clauses, exclusions or people differ, or
 * ids stand twice, so that everything has to be compiled.
 */
export function findChanges(from: RuleSet, to: RuleSet): WatchChanges | null {
  const before = new Map(from.watches.map((rule) => [rule.id, rule]));
  const ids = new Set(to.watches.map(({ id }) => id));
  if (before.size < from.watches.length || ids.size < to.watches.length) return null;
  const shared = ["lists", "clauses", "exclusions", "people"] as const;
  if (from.imported?.hash !== to.imported?.hash || shared.some((part) => !isSame(from[part], to[part]))) return null;
  return {
    put: to.watches.flatMap((rule, at) => (isSame(before.get(rule.id), rule) ? [] : [{ rule, at }])),
    remove: [...before.keys()].filter((id) => !ids.has(id)),
    order: [...ids],
  };
}
