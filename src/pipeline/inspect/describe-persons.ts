import type { WatchExplanation } from "../../match/explain/explain-watch.ts";

/** Many may share a surname. */
const MOST_LINES = 10;

/**
 * The persons whose names stand in an item, a line each: those that count in what matched, then those that count for no
 * watch, or not for all that ask for them, with the reason.
 */
export function describePersons(explanations: readonly WatchExplanation[]): string[] {
  const uncounted = explanations.flatMap(({ namesakes, background }) => [
    ...namesakes,
    ...background.map((person) => ({ ...person, reason: "background: true, which person:* leaves out" })),
  ]);
  const others = new Set(uncounted.map(({ personId }) => personId));
  const counted = explanations
    .flatMap(({ answer }) => answer?.evidence.people ?? [])
    .filter(({ personId }) => !others.has(personId))
    .map(({ note, ...person }) => ({ ...person, reason: note ?? "as listed" }));
  return [...tell("counted", counted), ...tell("not counted", uncounted)];
}

/** `not counted: "Ivan Example" (ivan-example): namesake (trade "footballer")` */
function tell(how: string, persons: readonly { personId: string; spelling: string; reason: string }[]): string[] {
  const lines = persons.map(({ personId, spelling, reason }) => `${how}: "${spelling}" (${personId}): ${reason}`);
  const distinct = [...new Set(lines)];
  const more = distinct.length - MOST_LINES;
  return [...distinct.slice(0, MOST_LINES), ...(more > 0 ? [`${how}: ${more} more (--json)`] : [])];
}
