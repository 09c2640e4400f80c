import type { Evidence, PersonMention, Veto } from "../core/vocabulary.ts";

/** One watch's answer about one item; watches that did not match and were not vetoed give none. */
export type WatchAnswer =
  | { kind: "match"; watchId: string; watchRevision: string; evidence: Evidence }
  | { kind: "vetoed"; watchId: string; watchRevision: string; veto: Veto; evidence: Evidence };

/** What the engine says about one item. */
export interface ItemAnswer {
  itemId: string;
  answers: readonly WatchAnswer[];
  people: readonly PersonMention[];
  /** Set when the text was cut at the cap of 256 kB; bytes that were not read. */
  cutBytes: number;
}

/** A problem of an expression: offsets are UTF-16 units into its source, end exclusive. */
export interface ExpressionProblem {
  severity: "error" | "lint";
  /** Stable name, e.g. `and-or-mixed`, `bare-terms`, `unknown-list`. */
  code: string;
  message: string;
  /** What to write instead; null when there is no single answer. */
  suggestion: string | null;
  start: number;
  end: number;
}

/** Where in a rule set a problem stands: the path of the expression or term, e.g. ["watches", 0, "match"]. */
export interface RuleProblem extends ExpressionProblem {
  path: readonly (string | number)[];
}
