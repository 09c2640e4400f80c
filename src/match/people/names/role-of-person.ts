import { tokenise } from "../../../text/tokenise.ts";
import { baseLanguage } from "../../base-language.ts";
import type { Person } from "../../rule-set.ts";
import { countryOfCity } from "../words/cities.ts";
import { countriesIn } from "../words/countries.ts";
import { foldWord } from "../sounds/fold-word.ts";
import { postsOf } from "../words/posts.ts";
import { languageOf } from "../sounds/home-script.ts";
import { scriptOf } from "../sounds/script.ts";

/** What a person's role says: `consul general of Iran, Frankfurt`. */
export interface Role {
  posts: ReadonlySet<string>;
  /** Codes (ISO 3166). */
  countries: readonly string[];
  /** Folded: the place of the post, behind the last comma. */
  places: readonly string[];
  /** Codes of the countries that the places are in. */
  hosts: readonly string[];
  /** Folded words of the person's names, which tell of no trade: Castañeda of no cast. */
  nameWords: readonly string[];
  /** The language of the person's country, where the country is the only one of it; null: others speak it as well. */
  home: string | null;
  /** Of a state or its government: the news everywhere calls them by their surname alone. */
  isHead: boolean;
}

const SHORTEST_PLACE = 4;
const WORD = /[\p{L}\p{M}]+/gu;
/** `US`, `U.S.` and `U.K.` in an English role; folded, `us` is a word. */
const US = /(?<!\p{L})U\.?S\.?(?!\p{L})/gu;
const UK = /(?<!\p{L})U\.K\.?(?!\p{L})/gu;
/** Where somebody is posted: `ambassador of Norway to Korea`. */
const POSTED = /\s(?:to|in|at)\s[^,]*/gu;

/** `President of France`, `French president`, `Premierminister von ...`: nothing but the office and a country, also `since 2019`. */
const HEAD =
  /^(?:the |le |la |el )?(?:(?!(?:vice|deputy|former|ex|acting|interim|designate|elect|first)\P{L})[\p{L}'’]+ ){0,2}?(?:president|prime minister|premier|chancellor|king|queen|emir|sultan|supreme leader|président|presidente|primer ministro|primeiro-ministro|premier ministre|präsident|ministerpräsident|bundeskanzler|президент|премьер-министр|президент)(?:in|e)?(?:,? (?:of|de|du|la|le|von|der|del|do|da|the) .*|,? since .*)?$/iu;

/** An ambassador between countries of the Commonwealth, and called so in other languages. */
const HIGH_COMMISSIONER = /\bhigh commissioner\b/iu;
const AMBASSADOR = "ambassador";

const OF_ONE_COUNTRY = new Set(
  "am az be bg bn cs da el et fi he hi hu hy id is it ja ka kk km ky lo lt lv mk mn my ne no pl ro si sk sl sq sv th tk tr uk uz vi".split(
    " ",
  ),
);

const SHORTEST_NAME = 4;
const ARTICLE = /^ال/;

const roles = new WeakMap<Person, Role>();

/** What is told of a person's role, read once. */
export function roleOf(person: Person): Role {
  const known = roles.get(person);
  if (known !== undefined) return known;
  const role = {
    ...readRole(person.role ?? "", codesOf(person), homeCountriesOf(person)[0]),
    nameWords: nameWordsOf(person),
  };
  roles.set(person, role);
  return role;
}

/** Codes (ISO 3166) of the countries that a person is of: those that are listed, else the first one that the role names as its own. */
export function homeCountriesOf(person: Person): readonly string[] {
  const listed = codesOf(person);
  return listed.length > 0 ? listed : countriesOf((person.role ?? "").replaceAll(POSTED, " ")).slice(0, 1);
}

/** Whether a role is that of the head of a state or a government. */
export function isHeadRole(role: string): boolean {
  return HEAD.test(role) && countriesOf(role).length > 0;
}

function codesOf({ countries = [] }: Person): readonly string[] {
  return countries.map((code) => code.toUpperCase());
}

function nameWordsOf({ name, names }: Person): readonly string[] {
  const folds = [name, ...names].flatMap((each) => tokenise(each).map(({ text }) => text));
  return [...new Set(folds.flatMap((fold) => [fold, fold.replace(ARTICLE, "")]))].filter(
    ({ length }) => length >= SHORTEST_NAME,
  );
}

function readRole(role: string, listed: readonly string[], country: string | undefined): Omit<Role, "nameWords"> {
  const posts = (role.match(WORD) ?? []).flatMap((word) => postsOf(foldWord(word), scriptOf(word)));
  const behindComma = role.split(",").slice(1).at(-1) ?? "";
  const places = (behindComma.match(WORD) ?? []).filter(
    (word) => /^\p{Lu}/u.test(word) && word.length >= SHORTEST_PLACE && countriesOf(word).length === 0,
  );
  const countries = [...new Set([...countriesOf(role), ...listed])];
  const hosts = places.flatMap((place) => countryOfCity(place) ?? []);
  return {
    posts: new Set(HIGH_COMMISSIONER.test(role) ? [...posts, AMBASSADOR] : posts),
    countries,
    places: places.map(foldWord),
    hosts,
    isHead: isHeadRole(role),
    home: ownLanguageOf(country),
  };
}

function ownLanguageOf(country: string | undefined): string | null {
  const language = country === undefined ? null : baseLanguage(languageOf(country));
  return language !== null && OF_ONE_COUNTRY.has(language) ? language : null;
}

function countriesOf(role: string): readonly string[] {
  const words = tokenise(role.replaceAll(US, "USA").replaceAll(UK, "UK")).map(({ text }) => ({
    fold: text,
    script: scriptOf(text),
  }));
  return [...countriesIn(words, "en")];
}
