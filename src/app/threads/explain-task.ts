import type { WatchExplanation } from "../../match/explain/explain-watch.ts";
import type { MatchItem, RuleSet } from "../../match/rule-set.ts";

/** One watch with the rules it uses, and the item that it is asked about. */
export interface ExplainTask {
  rules: RuleSet;
  watchId: string;
  item: MatchItem;
}

/** Null: there is no such watch. */
export type ExplainPart = WatchExplanation | null;
