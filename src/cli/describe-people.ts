import { describePeople, findConfusable } from "../app/inspect-people.ts";
import type { Config } from "../config/config.ts";

/** Lines of pairs that `check` shows without being asked for persons. */
const MOST_PAIRS_SHOWN = 10;

/** A line for each pair of persons that one name may mean, the first ones. */
export function describeConfusable({ rules }: Config): string[] {
  const pairs = findConfusable(rules);
  const lines = pairs.slice(0, MOST_PAIRS_SHOWN).map(({ left, right, spelling, isSame }) => {
    const how = isSame ? "is a name of both" : "is read as both";
    return `people: “${spelling}” ${how} ${left.id} and ${right.id}; where neither role, country nor colleagues decide it is ambiguous`;
  });
  const more = pairs.length - lines.length;
  return more > 0 ? [...lines, `people: ${more} more pairs can be confused`] : lines;
}

/** What is known of each person's names: forms by script, and what must be listed by hand. */
export async function describeNames({ rules }: Config, id: string | null): Promise<string[]> {
  const described = await describePeople(rules, id);
  return described.flatMap(({ person, description }) => [
    `${person.name} (${person.id})`,
    ...description.forms.map(({ script, forms }) => `  ${script}: ${forms.join(" · ")}`),
    ...description.advice.map((advice) => `  ! ${advice}`),
  ]);
}
