import type { MatchItem, Person } from "../../../src/match/rule-set.ts";
import { answerOf } from "./rule-builders.ts";

/** An item, or its body. */
type Given = Partial<MatchItem> | string;

function itemOf(given: Given): Partial<MatchItem> {
  return typeof given === "string" ? { body: given } : given;
}

/** How an item spells a person; null: it does not name them. */
export function spellingIn(given: Given, person: Partial<Person>): string | null {
  return answerOf({ people: [{ id: "p", ...person }] }, itemOf(given)).people[0]?.spelling ?? null;
}

/** `id: spelling (confidence)` of everybody whom an item names. */
export function foundIn(given: Given, people: readonly Partial<Person>[]): string[] {
  const mentions = answerOf({ people }, itemOf(given)).people;
  return mentions.map(({ personId, spelling, confidence }) => `${personId}: ${spelling} (${confidence})`);
}
