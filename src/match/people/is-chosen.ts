import type { PersonChoice } from "../expression/ast.ts";
import type { Person } from "../rule-set.ts";

/** Whether `person:ID`, `person:@GROUP` or `person:*` asks for a person. */
export function isChosen({ id, groups, background, formerIds = [] }: Person, who: PersonChoice): boolean {
  if (who.kind === "one") return id === who.id || formerIds.includes(who.id);
  return who.kind === "group" ? groups.includes(who.id) : !background;
}
