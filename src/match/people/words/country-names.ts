import { tokenise } from "../../../text/tokenise.ts";
import { ENGLISH_OWN_WORDS, PEOPLES } from "./peoples.ts";
import { REGIONS, regionName } from "./place-words.ts";
import { isAbjad, isCased, scriptOf, type Script } from "../sounds/script.ts";
import { soundKeys } from "../sounds/sound-keys.ts";
import { soundsOf } from "../sounds/sounds.ts";

/** A name of a country or its people. */
export interface CountryName {
  /** ISO 3166. */
  code: string;
  /** What its first word begins with. */
  stem: string;
  /** What may stand behind the beginning; null: anything. */
  ending: RegExp | null;
  /** What the words behind the first begin with. */
  rest: readonly string[];
}

const CODES = REGIONS.split(" ");
/** Two countries of one name, which something before or behind it tells apart. */
const NAMESAKES: Readonly<Record<string, string>> = { KP: "KR", KR: "KP", CD: "CG", CG: "CD" };
const SHORTEST = 3;
/** Least letters of a stem, and what is left out at the end of a name. */
const ENGLISH_STEM = { least: 5, ending: 1 };
const OTHER_STEM = { least: 4, ending: 2 };
const LONGEST_ABJAD = 4;
const WHOLE = /^$/;
/** Longer ones begin no other words. */
const SHORT_STEM = 5;
/** Folded. */
const VOWELS = "aeiouyаеёиіїйоуыьэюяєαεηιουω";
const VOWEL = new RegExp(`^[${VOWELS}]`);
/** What adjectives and the names of peoples go on with. */
const OF_ADJECTIVES = "sncčkскцчнμσκν";
/** Malian, Omani, Nepalese; not malice, Omaha. */
const ENGLISH_PEOPLE = /^(?:n|i|an|ian|aian|vian|ien|ese|lese)?s?$/;
/** Egyptian, but not engineering for India: `مصري`, `هندسة`. */
const ABJAD_PEOPLE = /^(?:يه?|يين|يون|يات|يا|ית?|יים|ים|יות)?$/;
const ARABIC_ARTICLE = /^ال(?=..)/;
const WITHOUT_SPACES: ReadonlySet<Script> = new Set(["han", "kana", "hangul"]);
const ARTICLE = /^(?:ו?ה|و?ال)(?=...)/;

/** Names of a country are looked for anywhere in texts of these scripts. */
export function isWithoutSpaces(script: Script): boolean {
  return WITHOUT_SPACES.has(script);
}

/** ミャンマー (ビルマ) */
const IN_BRACKETS = / ?[(（].*$/;

/** Characters of Han and kana are one word. */
function nameTokens(language: string, code: string): readonly string[] {
  const name = regionName(language, code);
  const tokens = tokenise(isWithoutSpaces(scriptOf(name)) ? name.replace(IN_BRACKETS, "") : name).map(
    ({ text }) => text,
  );
  const isByCharacter = isWithoutSpaces(scriptOf(tokens[0] ?? "")) && tokens.every((text) => text.length === 1);
  return isByCharacter ? [tokens.join("")] : tokens;
}

interface Stem {
  stem: string;
  ending: RegExp | null;
}

/** What the forms of a country's name and its people's begin with: English peoples that are not listed begin like their countries. */
function stemOf(token: string, language: string): Stem {
  const script = scriptOf(token);
  if (isWithoutSpaces(script)) return { stem: token, ending: null };
  if (isAbjad(script)) return abjadStem(token.replace(ARABIC_ARTICLE, ""));
  const land = /^(.{4,}?)(?:i?stan|orszag)$/.exec(token)?.[1];
  if (land !== undefined) return { stem: land, ending: null };
  // `Francisco` and `franchise` begin like it.
  if (token === "france") return { stem: token, ending: WHOLE };
  const { least, ending } = language === "en" ? ENGLISH_STEM : OTHER_STEM;
  const stem = token.slice(0, Math.max(least, token.length - ending));
  if (stem === token) return { stem, ending: endingOfShort(token, language) };
  const isCut = language !== "en" && stem.length <= SHORT_STEM && isCased(script);
  return { stem, ending: isCut ? endingOfCut(token.slice(stem.length)) : null };
}

/** The beginning of a name goes on like the name, or is bent: `израел`, `египта`, `индийский`; not `изразили`, `канал`. */
function endingOfCut(left: string): RegExp {
  const letters = VOWEL.test(left) ? left + VOWELS : left.charAt(0);
  return new RegExp(`^(?:$|[${letters}${OF_ADJECTIVES}])`);
}

/** Without an article, which words lose as well. */
function abjadStem(token: string): Stem {
  return token.length > LONGEST_ABJAD
    ? { stem: token.slice(0, -1), ending: null }
    : { stem: token, ending: ABJAD_PEOPLE };
}

/** A short name begins many other words. */
function endingOfShort(token: string, language: string): RegExp | null {
  if (language === "en") return ENGLISH_PEOPLE;
  return token.length < OTHER_STEM.least && isCased(scriptOf(token)) ? WHOLE : null;
}

/** The first two consonants of a word, without what Arabic and Hebrew have before it, in the classes that sound keys have. */
function beginningsOf(token: string): readonly string[] {
  const script = scriptOf(token);
  const word = isAbjad(script) ? token.replace(ARTICLE, "") : token;
  return soundKeys(word, soundsOf(word, script), { script, most: 8 }).map((key) => key.slice(0, 2));
}

function beginAlike(left: string, right: string): boolean {
  const others = beginningsOf(right);
  return beginningsOf(left).some((key) => others.includes(key));
}

/** Words of a name of several that name the country by themselves: `Bosnien`, not `und`; `Emiratos`, not `Estados`. */
function ownWords(
  code: string,
  tokens: readonly string[],
  bearers: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const english = nameTokens("en", code).filter((token) => ENGLISH_OWN_WORDS.has(token));
  return tokens.filter((token) => {
    const others = [...(bearers.get(token) ?? [])].filter((other) => other !== code && other !== NAMESAKES[code]);
    const isOwn = token.length >= SHORTEST && others.length === 0;
    return isOwn && english.some((word) => word === token || beginAlike(word, token));
  });
}

function add(names: Map<string, CountryName[]>, name: CountryName): void {
  names.set(name.stem, [...(names.get(name.stem) ?? []), name]);
}

/** Codes by the words of the countries' names. */
function bearersOf(tokensOf: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, ReadonlySet<string>> {
  const bearers = new Map<string, Set<string>>();
  for (const [code, tokens] of tokensOf)
    for (const token of tokens) bearers.set(token, (bearers.get(token) ?? new Set()).add(code));
  return bearers;
}

function addNames(names: Map<string, CountryName[]>, language: string): void {
  const tokensOf = new Map(CODES.map((code) => [code, nameTokens(language, code)]));
  const bearers = bearersOf(tokensOf);
  for (const [code, tokens] of tokensOf) {
    const [first = "", ...others] = tokens;
    if (others.length > 0) {
      const rest = others.map((token) => stemOf(token, language).stem);
      add(names, { code, stem: stemOf(first, language).stem, ending: null, rest });
    }
    const words = others.length > 0 ? ownWords(code, tokens, bearers) : tokens.filter(isLong);
    for (const word of words) {
      const { stem, ending } = stemOf(word, language);
      add(names, { code, stem, ending, rest: [] });
      if (stem !== word) add(names, { code, stem: word, ending: WHOLE, rest: [] });
    }
  }
}

/** `ABD`, `США`; not the English `US`, which is a word. */
function addShortNames(names: Map<string, CountryName[]>, language: string): void {
  for (const code of CODES) {
    const name = regionName(language, code, "short");
    const [only, second] = name === regionName(language, code) ? [] : tokenise(name);
    if (only === undefined || second !== undefined || !isLong(only.text)) continue;
    add(names, { code, stem: only.text, ending: null, rest: [] });
  }
}

function isLong(token: string): boolean {
  return token.length >= SHORTEST || isWithoutSpaces(scriptOf(token));
}

const namesByLanguage = new Map<string, ReadonlyMap<string, readonly CountryName[]>>();

/** Names of all countries in a language and in English, and of peoples in all languages, by the beginning of the first word. */
export function countryNamesIn(language: string): ReadonlyMap<string, readonly CountryName[]> {
  const known = namesByLanguage.get(language);
  if (known !== undefined) return known;
  const names = new Map<string, CountryName[]>();
  for (const { word, code } of PEOPLES) {
    const isWhole = word.length <= SHORTEST && !isWithoutSpaces(scriptOf(word));
    add(names, { code, stem: word, ending: isWhole ? WHOLE : null, rest: [] });
  }
  addNames(names, "en");
  if (language !== "en") {
    addNames(names, language);
    addShortNames(names, language);
  }
  namesByLanguage.set(language, names);
  return names;
}
