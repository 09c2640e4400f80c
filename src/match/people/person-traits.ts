import type { Person } from "../rule-set.ts";
import type { NameCustoms } from "./read-name.ts";
import { chineseForms, isPinyinName } from "./words/chinese-forms.ts";
import { koreanInCyrillic } from "./words/korean-cyrillic.ts";
import { hangulSpellings, koreanSurnameLength, koreanSurnames } from "./words/korean-names.ts";
import { countriesIn } from "./words/countries.ts";
import { hasHomeSpelling } from "./words/home-spelling.ts";
import { homeOf, languageOf, type Home } from "./words/home-script.ts";
import { scriptBit, scriptOf } from "./words/script.ts";

/**
 * How freely a person is recognised. `full`: every form. `careful`: both parts of the name, no bare surname, no
 * initials, by sound only between alphabets and inside one script. `listed`: as listed, with attached letters and endings.
 */
export type MatchMode = "full" | "careful" | "listed";

const HANGUL_NAME = /^[\uac00-\ud7a3]{2,4}$/;
const BURMESE = /[\u1000-\u109f]/;
const FAMILY_FIRST = /\b(?:Korea|Chin(?:a|ese)|Vietnam|Taiwan|Hong Kong|Singapore)/;
const FAMILY_FIRST_COUNTRIES = new Set(["cn", "tw", "hk", "kp", "kr", "vn", "sg"]);
const KOREAS = new Set(["kp", "kr"]);
const JAPAN = new Set(["jp"]);
const VIETNAM = new Set(["vn"]);
const MYANMAR = new Set(["mm"]);
/** Where the first name is what somebody is addressed by, and the second is the father's or seldom used. */
const FIRST_NAME_COUNTRIES = new Set(["th", "is", "et", "er", "mn", "id", "my", "so"]);
const FIRST_NAME = /\b(?:Thai|Iceland|Ethiopia|Eritrea|Mongolia|Indonesia|Malaysia|Somali)/;

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

/** Whether a country, by code or by its name in the role, is among those of a person. */
function isOf({ countries = [], role }: Person, codes: ReadonlySet<string>, name: RegExp): boolean {
  return countries.some((code) => codes.has(code)) || name.test(role ?? "");
}

/** Where a person's names are written as they are; null: unknown, or a listed name stands in another script. */
export function homeOfPerson({ countries = [] }: Person, scripts: number): Home | null {
  const home = homeOf(countries);
  const isLatinOnly = (scripts & ~scriptBit("latin")) === 0;
  return home === null || (home.script === "latin" && !isLatinOnly) ? null : home;
}

/** The language of the only country that is told of a person. */
function homeLanguageOf({ countries = [], role }: Person): string | null {
  const [country, ...others] = countries.length > 0 ? countries : countriesIn(role ?? "");
  const language = country === undefined || others.length > 0 ? null : languageOf(country);
  return hasHomeSpelling(language) ? language : null;
}

/** How a person's names are built, by their scripts, country and role. */
export function customsOf(person: Person, scripts: number): NameCustoms {
  const all = [person.name, ...person.names];
  const isJapanese = isOf(person, JAPAN, /\bJapan/) || (scripts & scriptBit("kana")) !== 0;
  const isKorean = isOf(person, KOREAS, /\bKorea/) || all.some(isKoreanName);
  // With a Han spelling beside it, a name in pinyin is Chinese.
  const isChinese = (scripts & scriptBit("han")) !== 0 && all.some(isPinyinName);
  const isFamilyFirst = isKorean || isChinese || isOf(person, FAMILY_FIRST_COUNTRIES, FAMILY_FIRST);
  const isVietnamese = isOf(person, VIETNAM, /\bVietnam/);
  const isByFirstName = !isFamilyFirst && isOf(person, FIRST_NAME_COUNTRIES, FIRST_NAME);
  return {
    isFamilyFirst: isFamilyFirst && !isJapanese,
    isKorean,
    isJapanese,
    isVietnamese,
    language: homeLanguageOf(person),
    addressedBy: isVietnamese ? "last" : isByFirstName ? "first" : null,
    hasNoSurname: isOf(person, MYANMAR, /\b(?:Myanmar|Burm)/) || all.some((name) => BURMESE.test(name)),
  };
}

/** Names that rules of other languages make of the listed ones. */
interface DerivedNames {
  /** Surname first, in two words. */
  spellings: readonly string[];
  /** Chinese names in Hangul, of one word. */
  hangul: readonly string[];
}

/** How other languages write a name by rule: systems for pinyin and Wade-Giles, Kontsevich's for Hangul. */
export function derivedNames(names: readonly string[], { isFamilyFirst, isKorean }: NameCustoms): DerivedNames {
  if (isKorean) {
    const hangul = names.filter((name) => HANGUL_NAME.test(name)).flatMap(hangulSpellings);
    const spellings = hangul.map((name) => {
      const length = koreanSurnameLength(name);
      return `${koreanInCyrillic(name.slice(0, length))} ${koreanInCyrillic(name.slice(length))}`;
    });
    return { spellings, hangul: [] };
  }
  const forms = isFamilyFirst ? names.map(chineseForms) : [];
  const listed = new Set(names);
  return {
    spellings: forms.flatMap(({ spellings }) => spellings),
    hangul: forms.flatMap(({ hangul }) => hangul).filter((name) => !listed.has(name)),
  };
}
