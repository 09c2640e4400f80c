import type { PersonConfidence } from "../../core/vocabulary.ts";
import type { Person } from "../rule-set.ts";
import type { Candidate } from "./candidate.ts";
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

/** A surname alone, with what made it the person. */
export function explainSurname({ spelling }: Candidate, reason: SurnameReason): Explanation {
  const name = spelling?.listed ?? "";
  switch (reason.kind) {
    case "full-name":
      return { confidence: "fair", note: `surname only, full name in the item: ${name}` };
    case "story":
      return { confidence: "fair", note: `surname only, full name in the story: ${name}` };
    case "given-name":
      return { confidence: "fair", note: `surname only, given name elsewhere in the item: ${name}` };
    case "always":
      return { confidence: "fair", note: `surname only, as \`surname: always\` says: ${name}` };
    case "office":
      return { confidence: "fair", note: `surname only, beside “${reason.word}”: ${name}` };
    case "role":
      return { confidence: "fair", note: `surname only, in an item about “${reason.role}”: ${name}` };
    case "office-in-item":
      return { confidence: "weak", note: `surname only, “${reason.word}” elsewhere in the item: ${name}` };
  }
}
