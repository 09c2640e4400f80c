import type { RuleProblem } from "../../rule-problem.ts";

/** A rule set that cannot be compiled: it was not checked before, or it changed since. */
export class RuleSetError extends Error {
  override readonly name = "RuleSetError";
  readonly problems: readonly RuleProblem[];

  constructor(problems: readonly RuleProblem[]) {
    const first = problems[0];
    const place = first === undefined ? "rules" : first.path.join(".");
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
    super(`The rules do not compile: ${place}: ${first?.message ?? "unknown problem"}${more}. Run wirewatch check.`);
    this.problems = problems;
  }
}
