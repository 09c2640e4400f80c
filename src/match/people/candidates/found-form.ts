import type { Candidate } from "../reading/candidate.ts";
import type { Decision } from "../rules/rules.ts";

/** Less than a full name of somebody, and whether it counts. */
export interface FoundForm {
  candidate: Candidate;
  decision: Decision;
}
