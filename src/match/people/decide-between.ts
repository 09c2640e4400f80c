import { foldWord } from "./words/fold-word.ts";
import type { Person } from "../rule-set.ts";
import type { TextWord } from "./text-words.ts";
import { countryWords } from "./words/place-words.ts";

const SHORTEST_ROLE_WORD = 4;
const COUNTRY_POINTS = 2;
const COLLEAGUE_POINTS = 2;

/** What an item says besides the name. */
interface Circumstances {
  words: readonly TextWord[];
  /** Persons that the item names beyond doubt. */
  sure: ReadonlySet<number>;
}

/**
 * Who of several persons of one name is meant: the one whose role, country or colleagues the item names; all of them
 * where that does not decide.
 */
export function decideBetween(
  people: readonly Person[],
  persons: readonly number[],
  { words, sure }: Circumstances,
): readonly number[] {
  const folds = new Set(words.map(({ info }) => info.fold));
  const colleagues = [...sure].flatMap((at) => people[at]?.groups ?? []);
  const points = persons.map((at) => pointsOf(people[at], folds, new Set(colleagues)));
  const most = Math.max(...points);
  const best = persons.filter((_, at) => points[at] === most);
  return most > 0 && best.length === 1 ? best : persons;
}

function pointsOf(person: Person | undefined, folds: ReadonlySet<string>, groups: ReadonlySet<string>): number {
  if (person === undefined) return 0;
  const { role, countries = [] } = person;
  const roleWords = new Set((role ?? "").split(/[^\p{L}\p{M}]+/u).map(foldWord));
  const hits = [...roleWords].filter((word) => word.length >= SHORTEST_ROLE_WORD && folds.has(word)).length;
  const isCountryNamed = countries.some((country) => countryWords(country).some((word) => folds.has(word)));
  const hasColleague = person.groups.some((group) => groups.has(group));
  return hits + (isCountryNamed ? COUNTRY_POINTS : 0) + (hasColleague ? COLLEAGUE_POINTS : 0);
}
