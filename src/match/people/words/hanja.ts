import { once } from "../../../core/once.ts";
import { HAN_VARIANTS } from "../../../text/han-variants.ts";
import { HAN_NAME_VARIANTS } from "./han-name-variants.ts";
import { hangulSpellings, koreanSurnames } from "./korean-names.ts";

/** Surnames that are read otherwise than the collation sorts them. */
const SURNAMES: Readonly<Record<string, string>> = { 金: "김", 沈: "심", 车: "차", 車: "차" };
const FIRST_SYLLABLE = 0xac00;
const SYLLABLES = 11_172;
const MOST_SPELLINGS = 8;
const MOST_REMEMBERED = 10_000;
const spellingsOf = new Map<string, readonly string[]>();

/** Traditional and Japanese forms by the simplified one. */
const variants = Map.groupBy([...HAN_NAME_VARIANTS, ...HAN_VARIANTS], ([, simplified]) => simplified);

/** Korean dictionaries sort a character right at the syllable that it is read as (CLDR, collation of `ko`). */
const collator = once(() => new Intl.Collator("ko", { sensitivity: "base" }));
const readings = new Map<string, string | null>();

function readingOf(character: string): string | null {
  const known = readings.get(character);
  if (known !== undefined) return known;
  const forms = [character, ...(variants.get(character) ?? []).map(([form]) => form)];
  const reading = forms.map(sortedAt).find((syllable) => syllable !== null) ?? null;
  readings.set(character, reading);
  return reading;
}

function sortedAt(character: string): string | null {
  let low = 0;
  let high = character === "" ? -1 : SYLLABLES - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const syllable = String.fromCharCode(FIRST_SYLLABLE + middle);
    const order = collator().compare(character, syllable);
    if (order === 0) return syllable;
    if (order < 0) high = middle - 1;
    else low = middle + 1;
  }
  return null;
}

/** Whether a Han character is a Korean surname. */
export function isKoreanSurname(character: string): boolean {
  const reading = SURNAMES[character] ?? readingOf(character);
  return reading !== null && hangulSpellings(reading).some((each) => koreanSurnames(each) !== null);
}

/**
 * A Korean name in Han characters as Hangul may write it, 金泰成 as 김태성: r and n at the beginning of a part are written or
 * left out. None: one of the characters is not used in Korean.
 */
export function hangulOfHan(characters: string): readonly string[] {
  const known = spellingsOf.get(characters);
  if (known !== undefined) return known;
  if (spellingsOf.size === MOST_REMEMBERED) spellingsOf.clear();
  const spellings = readInKorean(characters);
  spellingsOf.set(characters, spellings);
  return spellings;
}

function readInKorean(characters: string): readonly string[] {
  let spellings = [""];
  for (const [at, character] of Array.from(characters).entries()) {
    const reading = (at === 0 ? SURNAMES[character] : undefined) ?? readingOf(character);
    if (reading === null) return [];
    const syllables = hangulSpellings(reading);
    spellings = spellings.flatMap((name) => syllables.map((syllable) => name + syllable)).slice(0, MOST_SPELLINGS);
  }
  return spellings;
}
