import type { WatchExplanation } from "../../match/explain/explain-watch.ts";

/** Many may share a surname. */
const MOST_LINES = 10;
const MOST_ENTRIES = 3;

/**
 * The persons whose names stand in an item, a line each: those that count in what matched, then those that count for no
 * watch, or not for all that ask for them, with the reason.
 */
export function describePersons(explanations: readonly WatchExplanation[]): string[] {
  const uncounted = explanations.flatMap(({ namesakes, background }) => [
    ...namesakes.map(({ reason, lookAlikes, ...person }) => ({
      ...person,
      reason: `${reason}${nameEntries(lookAlikes)}`,
    })),
    ...background.map((person) => ({ ...person, reason: "background: true, which person:* leaves out" })),
  ]);
  const others = new Set(uncounted.map(({ personId }) => personId));
  const counted = explanations
    .flatMap(({ answer }) => answer?.evidence.people ?? [])
    .filter(({ personId }) => !others.has(personId))
    .map(({ note, ...person }) => ({ ...person, reason: quoteAsCommands(note ?? "as listed") }));
  return [...tell("counted", counted), ...tell("not counted", uncounted)];
}

/** A note is worded for messages, which quote “so”. */
function quoteAsCommands(note: string): string {
  return note.replaceAll(/[“”]/gu, '"');
}

/** Entries of `not:` by one of which a name is not counted: ` (not: "Igor Petrosyan")`. */
function nameEntries(entries: readonly string[]): string {
  if (entries.length === 0) return "";
  const named = entries.slice(0, MOST_ENTRIES).map((entry) => `"${entry}"`);
  const more = entries.length - named.length;
  return ` (${entries.length > 1 ? "one of " : ""}not: ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""})`;
}

/** `not counted: "Ivan Example" (ivan-example): namesake (trade "footballer")` */
function tell(how: string, persons: readonly { personId: string; spelling: string; reason: string }[]): string[] {
  const lines = persons.map(({ personId, spelling, reason }) => `${how}: "${spelling}" (${personId}): ${reason}`);
  const distinct = [...new Set(lines)];
  const more = distinct.length - MOST_LINES;
  return [...distinct.slice(0, MOST_LINES), ...(more > 0 ? [`${how}: ${more} more (--json)`] : [])];
}
