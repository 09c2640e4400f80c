import type { Namesake } from "../people/find-namesakes.ts";
import type { Person } from "../rule-set.ts";

const BRACKET = /\s*[(（][^)）]*[)）]\s*$/;

/**
 * Entries of a person's `not:` by one of which a name is not counted: those with that very name, where there are, else all
 * that may be. Empty where no look-alike decided.
 */
export function namedLookAlikes(
  { why, spelling }: Pick<Namesake, "why" | "spelling">,
  { not }: Person,
): readonly string[] {
  const possible = possibleEntries(why.kind, not);
  const name = spelling.toLowerCase();
  const same = possible.filter((entry) => entry.replace(BRACKET, "").toLowerCase() === name);
  return same.length > 0 ? same : possible;
}

function possibleEntries(kind: Namesake["why"]["kind"], not: Person["not"]): readonly string[] {
  if (kind === "near-bracket-word") return not.filter((entry) => BRACKET.test(entry));
  return kind === "look-alike-in-item" ? not : [];
}
