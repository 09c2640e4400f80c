import type { ItemAnswer, RuleProblem } from "../../match/match-answer.ts";
import type { MatchItem, RuleSet } from "../../match/rule-set.ts";

/** What the main thread and the match worker say to each other; all of it survives a structured clone. */

export type MatchRequest =
  | { id: number; kind: "match"; items: readonly MatchItem[] }
  | { id: number; kind: "replace"; rules: RuleSet };

export type MatchReply =
  | { id: number; kind: "matched"; answers: readonly ItemAnswer[] }
  | { id: number; kind: "replaced" }
  /** `problems` where the rules do not compile. */
  | { id: number; kind: "failed"; message: string; problems: readonly RuleProblem[] };

/** Id of the reply to the rules that the worker starts with. */
export const START_ID = 0;
