import type { Person } from "../../rule-set.ts";
import type { NameCustoms } from "./name-customs.ts";
import { homeCountriesOf } from "./role-of-person.ts";
import { chineseForms, isPinyinName } from "../sounds/chinese-forms.ts";
import { japaneseInCyrillic } from "../sounds/japanese-cyrillic.ts";
import { koreanInCyrillic } from "../sounds/korean-cyrillic.ts";
import { hangulSpellings, koreanSurnameLength, koreanSurnames } from "../words/korean-names.ts";
import { hasOwnSpelling } from "../sounds/language-spelling.ts";
import { foldWord } from "../sounds/fold-word.ts";
import { foldOfName } from "../words/han-name-variants.ts";
import { vietnameseOfHan } from "../words/sino-vietnamese.ts";
import { homeOf, languageOf, type Home } from "../sounds/home-script.ts";
import { scriptBit, scriptOf } from "../sounds/script.ts";

/**
 * How freely a person is recognised. `full`: every form. `careful`: both parts of the name, no bare surname, no
 * initials, by sound only between alphabets and inside one script. `listed`: as listed, with attached letters and endings.
 */
export type MatchMode = "full" | "careful" | "listed";

const HANGUL_NAME = /^[\uac00-\ud7a3]{2,4}$/;
const BURMESE = /[\u1000-\u109f]/;
const FAMILY_FIRST = new Set(["CN", "TW", "HK", "KP", "KR", "VN", "SG"]);
const VIETNAMESE_LENGTH = 3;
const KOREAS = new Set(["KP", "KR"]);
/** Where people are addressed by their given name; what stands behind it is the father's, or seldom used. */
const BY_GIVEN_NAME = new Set(["TH", "IS", "ET", "ER", "ID", "MY", "SO"]);

/** Scripts of the names, as bits. */
export function scriptsOf(names: readonly string[]): number {
  return names.reduce((bits, name) => bits | scriptBit(scriptOf(name)), 0);
}

export function matchModeOf({ match, background }: Person): MatchMode {
  return match ?? (background ? "careful" : "full");
}

/** A Korean's name in Hangul, not a foreigner's: one word that begins with a Korean surname. */
function isKoreanName(name: string): boolean {
  return HANGUL_NAME.test(name) && koreanSurnames(name.charAt(0)) !== null;
}

/** Where a person's names are written as they are; null: unknown, or a listed name stands in another script. */
export function homeOfPerson({ countries = [] }: Person, scripts: number): Home | null {
  const home = homeOf(countries);
  const isLatinOnly = (scripts & ~scriptBit("latin")) === 0;
  return home === null || (home.script === "latin" && !isLatinOnly) ? null : home;
}

/**
 * Of the scripts of a person's names those that tell how a name is written in them: where the home is known, that of the home, and
 * Han. Arabic, Persian and Urdu write a Turk's name each in its own way.
 */
export function authoritativeScripts(person: Person, scripts: number): number {
  const home = homeOf(homeCountriesOf(person));
  return home === null ? scripts : scripts & (scriptBit(home.script) | scriptBit("han") | scriptBit("hangul"));
}

/** The language of a person's only country. */
function languageOfOne([country, ...others]: readonly string[]): string | null {
  const language = country === undefined || others.length > 0 ? null : languageOf(country);
  return language !== null && hasOwnSpelling(language) ? language : null;
}

/** How a person's names are built, by their scripts and country, which the role may tell. */
export function customsOf(person: Person, scripts: number): NameCustoms {
  const all = [person.name, ...person.names];
  const countries = homeCountriesOf(person);
  const isJapanese = countries.includes("JP") || (scripts & scriptBit("kana")) !== 0;
  const isKorean = countries.some((code) => KOREAS.has(code)) || all.some(isKoreanName);
  // With a Han spelling beside it, a name in pinyin is Chinese.
  const isChinese = (scripts & scriptBit("han")) !== 0 && all.some(isPinyinName);
  const isFamilyFirst = isKorean || isChinese || countries.some((code) => FAMILY_FIRST.has(code));
  const isVietnamese = countries.includes("VN");
  const isByGivenName = !isFamilyFirst && countries.some((code) => BY_GIVEN_NAME.has(code));
  return {
    isFamilyFirst: isFamilyFirst && !isJapanese,
    isKorean,
    isJapanese,
    isVietnamese,
    language: languageOfOne(countries),
    addressedBy: isVietnamese ? "last" : isByGivenName ? "first" : null,
    hasNoSurname: countries.includes("MM") || all.some((name) => BURMESE.test(name)),
  };
}

/** Names that rules of other languages make of the listed ones. */
interface DerivedNames {
  /** In the order of the listed name. */
  spellings: readonly string[];
  /** Chinese names in Hangul, of one word. */
  hangul: readonly string[];
  /** Chinese names as Vietnamese reads them: many a Vietnamese has the same. */
  vietnamese: readonly string[];
}

function inPolivanov(name: string): string | null {
  const words = name.toLowerCase().split(" ").map(japaneseInCyrillic);
  return words.includes(null) ? null : words.join(" ");
}

/** `Ly Bao Sam` of 李宝杉, of three characters: two are too many others. */
function vietnameseName(name: string): string[] {
  if (name.length !== VIETNAMESE_LENGTH) return [];
  const syllables = vietnameseOfHan(Array.from(foldWord(name), foldOfName).join(""));
  return syllables === null ? [] : [syllables.join(" ")];
}

/** How other languages write a name by rule: systems for pinyin and Wade-Giles, Kontsevich's for Hangul, Polivanov's for Japanese. */
export function derivedNames(
  names: readonly string[],
  { isFamilyFirst, isKorean, isJapanese, isVietnamese }: NameCustoms,
  mode: MatchMode,
): DerivedNames {
  if (isJapanese) return { spellings: names.flatMap((name) => inPolivanov(name) ?? []), hangul: [], vietnamese: [] };
  if (isKorean) {
    const hangul = names.filter((name) => HANGUL_NAME.test(name)).flatMap(hangulSpellings);
    const spellings = hangul.map((name) => {
      const length = koreanSurnameLength(name);
      return `${koreanInCyrillic(name.slice(0, length))} ${koreanInCyrillic(name.slice(length))}`;
    });
    return { spellings, hangul: [], vietnamese: [] };
  }
  const isChinese = isFamilyFirst && !isVietnamese;
  const vietnamese = isChinese && mode === "full" ? names.flatMap(vietnameseName) : [];
  const forms = isFamilyFirst ? names.map((name) => chineseForms(name, mode === "full")) : [];
  const listed = new Set(names);
  return {
    spellings: forms.flatMap(({ spellings }) => spellings),
    hangul: forms.flatMap(({ hangul }) => hangul).filter((name) => !listed.has(name)),
    vietnamese,
  };
}
