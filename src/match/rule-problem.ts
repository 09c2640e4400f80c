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

/** Where in a rule set an expression or term stands, e.g. ["watches", 0, "match"]. */
export type RulePath = readonly (string | number)[];

/** A problem of a rule set. */
export interface RuleProblem extends ExpressionProblem {
  path: RulePath;
}
