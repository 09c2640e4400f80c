import type { Candidate } from "../reading/candidate.ts";
import type { Decision } from "../rules/rules.ts";

/** A form of a listed name that stands in an item, and whether it counts. */
export interface FoundForm {
  candidate: Candidate;
  decision: Decision;
}
