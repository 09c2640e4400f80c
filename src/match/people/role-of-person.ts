import type { Person } from "../rule-set.ts";
import { countriesIn } from "./words/countries.ts";
import { foldWord } from "./words/fold-word.ts";
import { postOf } from "./words/posts.ts";
import { scriptOf } from "./words/script.ts";

/** What a person's role says: `consul general of Iran, Frankfurt`. */
export interface Role {
  posts: ReadonlySet<string>;
  /** Codes (ISO 3166). */
  countries: readonly string[];
  /** Folded: the place of the post, behind the last comma. */
  places: readonly string[];
}

const SHORTEST_PLACE = 4;
const WORD = /[\p{L}\p{M}]+/gu;

const roles = new WeakMap<Person, Role>();

/** What is told of a person's role, read once. */
export function roleOf(person: Person): Role {
  const known = roles.get(person);
  if (known !== undefined) return known;
  const role = readRole(person.role ?? "", person.countries ?? []);
  roles.set(person, role);
  return role;
}

function readRole(role: string, countries: readonly string[]): Role {
  const posts = (role.match(WORD) ?? []).flatMap((word) => postOf(foldWord(word), scriptOf(word)) ?? []);
  const behindComma = role.split(",").slice(1).at(-1) ?? "";
  const places = (behindComma.match(WORD) ?? []).filter(
    (word) => /^\p{Lu}/u.test(word) && word.length >= SHORTEST_PLACE && countriesIn(word).length === 0,
  );
  const codes = [...countriesIn(role), ...countries.map((code) => code.toUpperCase())];
  return { posts: new Set(posts), countries: [...new Set(codes)], places: places.map(foldWord) };
}
