import type { PersonConfidence } from "../../../core/vocabulary.ts";
import type { Person } from "../../rule-set.ts";
import type { Candidate } from "../reading/candidate.ts";
import type { FoundName } from "../evidence/choose-names.ts";
import { tellDecision, type Decision } from "./rules.ts";
import { MOST_OF_GOOD } from "../sounds/distances.ts";

/** How sure a mention is, and below `high` why. */
export interface Explanation {
  confidence: PersonConfidence;
  note: string | null;
}

const MOST_NAMED = 5;

/** A full name: as listed, in another form, by sound, with an initial, or shared by several. */
export function explainName({ best }: FoundName, people: readonly Person[], persons: readonly number[]): Explanation {
  if (persons.length > 1) {
    const names = persons.slice(0, MOST_NAMED).map((at) => `${people[at]?.name ?? ""} (${people[at]?.id ?? ""})`);
    const more = persons.length > MOST_NAMED ? ` and ${persons.length - MOST_NAMED} more` : "";
    return { confidence: "ambiguous", note: `shared by ${names.join(", ")}${more}` };
  }
  const { way, distance, spelling } = best;
  const read = spelling === null ? null : `read as ${spelling.listed}`;
  if (way === "initial") return { confidence: "fair", note: `initial and surname, ${read ?? ""}` };
  if (way === "second-name" || (spelling !== null && spelling.cost > 0)) return { confidence: "fair", note: read };
  if (way !== "sound") return { confidence: "high", note: null };
  return { confidence: distance <= MOST_OF_GOOD ? "good" : "fair", note: read };
}

/** A surname alone, or a given name where people are addressed by it, with what made it the person. */
export function explainSurname(
  { spelling, way }: Candidate,
  decision: Decision,
  person: Pick<Person, "name"> | undefined,
): Explanation {
  const only = way === "given" ? "given name only" : "surname only";
  const confidence = decision.rule === "office-in-item" ? "weak" : "fair";
  return { confidence, note: `${only}, ${tellDecision(decision)}: ${spelling?.listed ?? person?.name ?? ""}` };
}
