import type { ItemAnswer } from "../../match/match-answer.ts";
import type { RuleProblem } from "../../match/rule-problem.ts";
import type { MatchItem } from "../../match/rule-set.ts";
import type { RulePortion } from "./rule-portions.ts";

/** What the main thread and the match worker say to each other; all of it survives a structured clone. */

export type MatchRequest =
  | { id: number; kind: "match"; items: readonly MatchItem[] }
  /** A piece of new rules; it has no reply. */
  | { id: number; kind: "portion"; portion: RulePortion }
  /** All pieces of the first rules were sent. */
  | { id: number; kind: "start" }
  /** All pieces were sent: they are compiled beside the rules that work. */
  | { id: number; kind: "prepare" }
  /** What was prepared last takes the place of the rules that work. */
  | { id: number; kind: "swap" };

export type MatchReply =
  | { id: number; kind: "matched"; answers: readonly ItemAnswer[] }
  | { id: number; kind: "prepared" }
  | { id: number; kind: "swapped" }
  /** `problems` where the rules do not compile. */
  | { id: number; kind: "failed"; message: string; problems: readonly RuleProblem[] };

/** Id of the reply to the rules that the worker starts with. */
export const START_ID = 0;
