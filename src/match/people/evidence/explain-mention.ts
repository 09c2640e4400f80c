import type { PersonConfidence } from "../../../core/vocabulary.ts";
import type { Person } from "../../rule-set.ts";
import type { Candidate } from "../reading/candidate.ts";
import type { FoundName } from "./choose-names.ts";
import type { SurnameReason } from "./surname-reason.ts";

/** How sure a mention is, and below `high` why. */
export interface Explanation {
  confidence: PersonConfidence;
  note: string | null;
}

const MOST_GOOD_DISTANCE = 0.5;
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
  return { confidence: distance <= MOST_GOOD_DISTANCE ? "good" : "fair", note: read };
}

/** A surname alone, or a given name where people are addressed by it, with what made it the person. */
export function explainSurname(
  { spelling, way }: Candidate,
  reason: SurnameReason,
  person: Pick<Person, "name"> | undefined,
): Explanation {
  const only = way === "given" ? "given name only" : "surname only";
  const confidence = reason.kind === "office-in-item" ? "weak" : "fair";
  return { confidence, note: `${only}, ${describe(reason)}: ${spelling?.listed ?? person?.name ?? ""}` };
}

function describe(reason: SurnameReason): string {
  switch (reason.kind) {
    case "full-name":
      return "full name in the item";
    case "story":
      return "full name in the story";
    case "given-name":
      return "given name elsewhere in the item";
    case "always":
      return "as `surname: always` says";
    case "office":
      return `beside “${reason.word}”`;
    case "role":
      return `in an item about “${reason.role}”`;
    case "head":
      return `known everywhere as “${reason.role}”`;
    case "office-in-item":
      return `“${reason.word}” elsewhere in the item`;
  }
}
