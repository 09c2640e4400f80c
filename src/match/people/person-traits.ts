import type { Person } from "../rule-set.ts";
import type { NameCustoms } from "./read-name.ts";
import { chineseForms } from "./words/chinese-forms.ts";
import { koreanInCyrillic } from "./words/korean-cyrillic.ts";
import { hangulSpellings, koreanSurnames } from "./words/korean-names.ts";
import { homeOf, type Home } from "./words/home-script.ts";
import { scriptOf, type Script } from "./words/script.ts";

/**
 * How freely a person is recognised. `full`: every form. `careful`: both parts of the name, no bare surname, no
 * initials, by sound only between alphabets and inside one script. `listed`: as listed, with attached letters and endings.
 */
export type MatchMode = "full" | "careful" | "listed";

const SCRIPTS: readonly Script[] = [
  "latin",
  "cyrillic",
  "greek",
  "armenian",
  "hebrew",
  "arabic",
  "devanagari",
  "georgian",
  "hangul",
  "kana",
  "han",
  "dictionary",
];
const HANGUL_NAME = /^[\uac00-\ud7a3]{2,4}$/;
const BURMESE = /[\u1000-\u109f]/;
const FAMILY_FIRST = /\b(?:Korea|Chin(?:a|ese)|Vietnam|Taiwan|Hong Kong|Singapore)/;
const FAMILY_FIRST_COUNTRIES = new Set(["cn", "tw", "hk", "kp", "kr", "vn", "sg"]);
const KOREAS = new Set(["kp", "kr"]);
const JAPAN = new Set(["jp"]);
const MYANMAR = new Set(["mm"]);

export function scriptBit(script: Script): number {
  const at = SCRIPTS.indexOf(script);
  return at === -1 ? 0 : 1 << at;
}

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

/** `Luo Xiulan`: every word is pinyin; with a Han spelling beside it the name is Chinese. */
function isPinyin(name: string): boolean {
  const words = name.toLowerCase().replaceAll(/['’-]/g, "").split(" ");
  return words.length === 2 && words.every((word) => chineseForms(word) !== null);
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

/** How a person's names are built, by their scripts, country and role. */
export function customsOf(person: Person, scripts: number): NameCustoms {
  const all = [person.name, ...person.names];
  const isJapanese = isOf(person, JAPAN, /\bJapan/) || (scripts & scriptBit("kana")) !== 0;
  const isKorean = isOf(person, KOREAS, /\bKorea/) || all.some(isKoreanName);
  const isChinese = (scripts & scriptBit("han")) !== 0 && all.some(isPinyin);
  const isFamilyFirst = isKorean || isChinese || isOf(person, FAMILY_FIRST_COUNTRIES, FAMILY_FIRST);
  return {
    isFamilyFirst: isFamilyFirst && !isJapanese,
    isKorean,
    hasNoSurname: isOf(person, MYANMAR, /\b(?:Myanmar|Burm)/) || all.some((name) => BURMESE.test(name)),
  };
}

/** How other writing systems render a name by rule: Wade-Giles and Palladius for pinyin, Kontsevich for Hangul. */
export function romanisationsOf(names: readonly string[], { isFamilyFirst, isKorean }: NameCustoms): string[] {
  if (isKorean) {
    const hangul = names.filter((name) => HANGUL_NAME.test(name)).flatMap(hangulSpellings);
    return hangul.map((name) => `${koreanInCyrillic(name.slice(0, 1))} ${koreanInCyrillic(name.slice(1))}`);
  }
  return isFamilyFirst ? chineseRomanisations(names) : [];
}

function chineseRomanisations(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const words = name.toLowerCase().replaceAll(/['’-]/g, "").split(" ");
    const forms = words.map(chineseForms);
    if (words.length !== 2 || forms.includes(null)) return [];
    return [
      forms.map((form) => form?.wadeGiles ?? "").join(" "),
      forms.map((form) => form?.palladius ?? "").join(" "),
    ].filter((form) => form !== words.join(" "));
  });
}
