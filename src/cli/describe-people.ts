import { describePeople, findConfusable, importedIds } from "../app/inspect-people.ts";
import type { Config } from "../config/config.ts";

/** Lines of pairs that `check` shows without being asked for persons. */
const MOST_PAIRS_SHOWN = 10;
/** Persons of files that are named. */
const MOST_IMPORTED = 10;
/** Advice that more persons share stands once. */
const FEW_ADVISED = 5;

/** A line for each pair of persons that one name may mean, the first ones. */
export function describeConfusable({ rules }: Config): string[] {
  const pairs = findConfusable(rules);
  const lines = pairs.slice(0, MOST_PAIRS_SHOWN).map(({ left, right, spelling, isSame }) => {
    const how = isSame ? "is a name of both" : "is read as both";
    return `people: "${spelling}" ${how} ${left.id} and ${right.id}; where neither role, country nor colleagues decide it is ambiguous`;
  });
  const more = pairs.length - lines.length;
  return more > 0 ? [...lines, `people: ${more} more pairs can be confused`] : lines;
}

/**
 * What is known of each person's names: forms by script, look-alikes, and what must be listed by hand; what that is of many
 * persons stands once below.
 * @param id null: all that are written by hand, and the ids of those that files bring
 */
export async function describeNames({ rules }: Config, id: string | null): Promise<string[]> {
  const described = await describePeople(rules, id);
  const counts = Map.groupBy(
    described.flatMap(({ description }) => description.advice),
    (advice) => advice,
  );
  const common = [...counts].filter(([, { length }]) => length > FEW_ADVISED);
  const isCommon = new Set(common.map(([advice]) => advice));
  return [
    ...described.flatMap(({ person, description }) => [
      `${person.name} (${person.id})${person.background ? ", background" : ""}`,
      ...description.forms.map(({ script, forms }) => `  ${script}: ${forms.join(" · ")}`),
      ...(person.not.length === 0 ? [] : [`  not: ${person.not.join(" · ")}`]),
      ...description.advice.filter((advice) => !isCommon.has(advice)).map((advice) => `  ! ${advice}`),
    ]),
    ...common.map(
      ([advice, { length }]) => `! ${length === described.length ? "all" : length} of these persons: ${advice}`,
    ),
    ...(id === null ? describeImported(rules) : []),
  ];
}

function describeImported(rules: Config["rules"]): string[] {
  const count = rules.imported?.count ?? 0;
  if (count === 0) return [];
  const ids = importedIds(rules, MOST_IMPORTED);
  const more = count > ids.length ? ` and ${(count - ids.length).toLocaleString("en")} more` : "";
  return [`persons of csv and ftm files, each shown by --people ID: ${ids.join(", ")}${more}`];
}
