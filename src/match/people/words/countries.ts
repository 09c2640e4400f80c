import { tokenise } from "../../../text/tokenise.ts";
import { REGIONS, regionName } from "./place-words.ts";
import { isAbjad, scriptOf, type Script } from "./script.ts";

/** Peoples whose English name does not begin like their country's, and other names of countries. */
const PEOPLES =
  "french FR dutch NL holland NL british GB uk GB american US us US usa US spanish ES polish PL finnish FI danish DK swedish SE swiss CH irish IE filipino PH " +
  "burmese MM emirati AE uae AE chinese CN italian IT maltese MT norwegian NO greek GR turkish TR turkey TR thai TH lebanese LB slovak SK czech CZ azeri AZ lao LA " +
  "belgian BE portuguese PT cypriot CY";
const codeOfPeople = new Map(
  PEOPLES.matchAll(/(\w+) ([A-Z]{2})/g).map(([, people = "", code = ""]) => [people, code] as const),
);
/** Its names hold that of China. */
const HONG_KONG = "HK";
const CODES = REGIONS.split(" ");
const KOREAS: readonly string[] = ["KP", "KR"];
const SHORTEST_TOKEN = 3;
/** Least letters of a stem, and what is left out at the end of a name: English peoples that are not listed begin like their countries. */
const ENGLISH_STEM = { least: 5, ending: 1 };
const OTHER_STEM = { least: 4, ending: 2 };
const ABJAD_STEM = { least: 4, ending: 1 };
const WITHOUT_SPACES: ReadonlySet<Script> = new Set(["han", "kana", "hangul"]);

/** What Arabic and Hebrew attach before a name. */
const ATTACHED: Readonly<Partial<Record<Script, readonly string[]>>> = {
  arabic: ["", "ال", "و", "وال", "ب", "بال", "ل", "لل"],
  hebrew: ["", "ה", "ב", "ל", "מ", "ו", "וה", "ש"],
};

const tokensByLanguage = new Map<string, ReadonlyMap<string, readonly string[]>>();

/** Words of the countries' names by code, without those that several have: `North`, `Republic`. */
function tokensIn(language: string): ReadonlyMap<string, readonly string[]> {
  const known = tokensByLanguage.get(language);
  if (known !== undefined) return known;
  const all = new Map(
    CODES.flatMap((code) => (code === HONG_KONG ? [] : [[code, nameTokens(language, code)] as const])),
  );
  const counts = Map.groupBy([...all.values()].flat(), (token) => token);
  const own = new Map(
    [...all].map(([code, tokens]) => [code, tokens.filter((token) => (counts.get(token)?.length ?? 0) === 1)]),
  );
  const [north = [], south = []] = KOREAS.map((code) => all.get(code) ?? []);
  const korea = north.filter((token) => south.includes(token));
  for (const code of KOREAS) own.set(code, [...(own.get(code) ?? []), ...korea]);
  const long = new Map([...own].map(([code, tokens]) => [code, tokens.filter((token) => isLong(token))]));
  tokensByLanguage.set(language, long);
  return long;
}

/** Characters of Han and kana are one word. */
function nameTokens(language: string, code: string): readonly string[] {
  const tokens = tokenise(regionName(language, code)).map(({ text }) => text);
  const isByCharacter = WITHOUT_SPACES.has(scriptOf(tokens[0] ?? "")) && tokens.every((text) => text.length === 1);
  return isByCharacter ? [tokens.join("")] : tokens;
}

function isLong(token: string): boolean {
  return token.length >= SHORTEST_TOKEN || WITHOUT_SPACES.has(scriptOf(token));
}

/** What the forms of a country's name and its people's begin with, a blank before it; without one where texts have none. */
function stemsOfToken(token: string, language: string): readonly string[] {
  const script = scriptOf(token);
  if (WITHOUT_SPACES.has(script)) return [token];
  const land = /^(.{4,}?)i?stan$/.exec(token)?.[1];
  const { least, ending } = isAbjad(script) ? ABJAD_STEM : language === "en" ? ENGLISH_STEM : OTHER_STEM;
  const stem = land ?? token.slice(0, Math.max(least, token.length - ending));
  return (ATTACHED[script] ?? [""]).map((attached) => ` ${attached}${stem}`);
}

const stemsByLanguage = new Map<string, readonly string[]>();

function stemsOf(code: string, language: string): readonly string[] {
  const key = `${code} ${language}`;
  const known = stemsByLanguage.get(key);
  if (known !== undefined) return known;
  const stems = (tokensIn(language).get(code) ?? []).flatMap((token) => stemsOfToken(token, language));
  stemsByLanguage.set(key, stems);
  return stems;
}

/** Codes (ISO 3166) of the countries that an English text names, by their names or peoples. */
export function countriesIn(text: string): readonly string[] {
  return [...new Set(tokenise(text).flatMap(({ text: word }) => countriesOf(word)))];
}

/** Roles of many persons have few different words. */
const MAX_REMEMBERED = 10_000;
const countriesByWord = new Map<string, readonly string[]>();

function countriesOf(word: string): readonly string[] {
  const known = countriesByWord.get(word);
  if (known !== undefined) return known;
  if (countriesByWord.size === MAX_REMEMBERED) countriesByWord.clear();
  const countries = findCountries(word);
  countriesByWord.set(word, countries);
  return countries;
}

function findCountries(word: string): readonly string[] {
  const people = codeOfPeople.get(word);
  if (people !== undefined) return [people];
  const matches = [...tokensIn("en").keys()].flatMap((code) =>
    stemsOf(code, "en").flatMap((stem) => (` ${word}`.startsWith(stem) ? [{ code, length: stem.length }] : [])),
  );
  const longest = Math.max(0, ...matches.map(({ length }) => length));
  return matches.filter(({ length }) => length === longest).map(({ code }) => code);
}

const namesByLanguage = new Map<string, readonly string[]>();

/** What a country and its people are named by, in a language and in English. */
function namesOf(code: string, language: string): readonly string[] {
  const key = `${code} ${language}`;
  const known = namesByLanguage.get(key);
  if (known !== undefined) return known;
  const people = [...codeOfPeople].flatMap(([word, of]) =>
    of === code && word.length > SHORTEST_TOKEN ? [` ${word}`] : [],
  );
  const names = [...new Set([...stemsOf(code, language), ...stemsOf(code, "en"), ...people])];
  namesByLanguage.set(key, names);
  return names;
}

/**
 * Whether a text names a country, or its people, in a language or in English.
 * @param text folded words, a blank before each but between characters of Han and kana
 */
export function namesCountry(text: string, code: string, language: string | null): boolean {
  return namesOf(code, language ?? "en").some((name) => text.includes(name));
}

/** Whether a text names any country or people; `text` as for `namesCountry`. */
export function namesAnyCountry(text: string, language: string | null): boolean {
  return CODES.some((code) => namesCountry(text, code, language));
}
