import type { Person } from "../../rule-set.ts";
import { matchModeOf } from "../names/person-traits.ts";
import { foldWord } from "../sounds/fold-word.ts";

const SHORTEST_ROLE_WORD = 4;
const COUNTRY_POINTS = 2;
const COLLEAGUE_POINTS = 2;

/** What an item says besides the name; read where it can decide. */
export interface Circumstances {
  /** Its words, folded. */
  folds: () => ReadonlySet<string>;
  /** Codes (ISO 3166) of the countries that it names. */
  countries: () => ReadonlySet<string>;
  /** Persons that the item names beyond doubt. */
  sure: ReadonlySet<number>;
}

/** Whether an imported entry is probably the person whom the desk wrote down: one name, and no other country. */
function mayBeOne(own: Person, imported: Person): boolean {
  if (imported.formerIds?.includes(own.id) === true) return true;
  const [left, right] = [own.countries ?? [], imported.countries ?? []];
  const areApart = left.length > 0 && right.length > 0 && !left.some((country) => right.includes(country));
  const names = new Set([own.name, ...own.names].map(foldWord));
  return !areApart && [imported.name, ...imported.names].some((name) => names.has(foldWord(name)));
}

/** Leaves out entries of long lists that are the desk's own persons once more. */
function withoutDoubles(people: readonly Person[], persons: readonly number[]): readonly number[] {
  const entries = persons.flatMap((at) => ({ at, person: people[at] }));
  const own = entries.flatMap(({ person }) => (person !== undefined && matchModeOf(person) === "full" ? [person] : []));
  const single = entries.filter(
    ({ person }) => person !== undefined && (own.includes(person) || !own.some((other) => mayBeOne(other, person))),
  );
  return single.map(({ at }) => at);
}

/**
 * Who of several persons of one name is meant: the one whose role, country or colleagues the item names; all of them
 * where that does not decide.
 */
export function decideBetween(
  people: readonly Person[],
  candidates: readonly number[],
  { sure, ...item }: Circumstances,
): readonly number[] {
  const persons = withoutDoubles(people, candidates);
  if (persons.length === 1) return persons;
  if (persons.every((at) => isAlike(people[at], people[persons[0] ?? at]))) return persons;
  const colleagues = new Set([...sure].flatMap((at) => people[at]?.groups ?? []));
  const points = persons.map((at) => pointsOf(people[at], item, colleagues));
  const most = Math.max(...points);
  const best = persons.filter((_, at) => points[at] === most);
  return most > 0 && best.length === 1 ? best : persons;
}

/** Of the same countries and groups, and without a role, nothing can tell two persons apart. */
function isAlike(left: Person | undefined, right: Person | undefined): boolean {
  if (left?.role != null || right?.role != null) return false;
  const [a, b] = [left, right].map((person) => [...(person?.countries ?? []), ...(person?.groups ?? [])].join(" "));
  return a === b;
}

function pointsOf(
  person: Person | undefined,
  { folds, countries: named }: Omit<Circumstances, "sure">,
  groups: ReadonlySet<string>,
): number {
  if (person === undefined) return 0;
  const { role, countries = [] } = person;
  const roleWords = new Set((role ?? "").split(/[^\p{L}\p{M}]+/u).map(foldWord));
  const hits = [...roleWords].filter((word) => word.length >= SHORTEST_ROLE_WORD && folds().has(word)).length;
  const isCountryNamed = countries.some((country) => named().has(country.toUpperCase()));
  const hasColleague = person.groups.some((group) => groups.has(group));
  return hits + (isCountryNamed ? COUNTRY_POINTS : 0) + (hasColleague ? COLLEAGUE_POINTS : 0);
}
