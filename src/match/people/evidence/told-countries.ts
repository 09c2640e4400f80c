import { isOfficeAt } from "../reading/office-at.ts";
import { GAP, type TextWord } from "../reading/text-words.ts";
import { isCased } from "../sounds/script.ts";
import { namedCountries } from "../words/countries.ts";
import { isBeforeWhereabouts, isWhereabouts } from "../words/whereabouts.ts";

/** `in the United States`, `in die Schweiz` */
const LONGEST_ARTICLE = 3;

/** Codes (ISO 3166) of the countries that words name. */
export interface ToldCountries {
  all: ReadonlySet<string>;
  /** Without those that only tell where somebody is, where from or where to: `in Norway`; of `ambassador in Norway` the office is told. */
  notPlaces: ReadonlySet<string>;
}

/** Reads the countries that words name. */
export function toldCountries(words: readonly TextWord[], language: string | null): ToldCountries {
  // Estonian `suursaadik` begins like Syria.
  const places = [...words.keys()].filter((at) => !isCasedOffice(words[at]));
  const infos = places.flatMap((at) => words[at]?.info ?? []);
  const named = namedCountries(infos, language).map(({ code, first, last }) => ({
    code,
    isPlace: isPlace(words, { first: places[first] ?? 0, last: places[last] ?? 0 }, language),
  }));
  const notPlaces = named.filter(({ isPlace: is }) => !is);
  return { all: new Set(named.map(({ code }) => code)), notPlaces: new Set(notPlaces.map(({ code }) => code)) };
}

/** Whether words name any country. */
export function namesCountry(words: readonly TextWord[], language: string | null): boolean {
  return toldCountries(words, language).all.size > 0;
}

function isCasedOffice(word: TextWord | undefined): boolean {
  return word !== undefined && word.info.isOffice && isCased(word.info.script);
}

function isPlace(
  words: readonly TextWord[],
  { first, last }: { first: number; last: number },
  language: string | null,
): boolean {
  if (isPlaceWord(words, first - 1, language)) return true;
  if (isArticle(words[first - 1]) && isPlaceWord(words, first - 2, language)) return true;
  const behind = hasNextBeside(words[last]) ? lowerCase(words[last + 1]) : "";
  return isWhereabouts(withTied(words, last), behind, language);
}

/** Whether the word before a country says that it is a place: not the `to` of `ambassador to Norway`. */
function isPlaceWord(words: readonly TextWord[], at: number, language: string | null): boolean {
  const isBefore = hasNextBeside(words[at]) && isBeforeWhereabouts(lowerCase(words[at]), language);
  return isBefore && !isOfficeAt(words, at - 1, language);
}

/** A word with what an apostrophe ties to it: `Norveç’e`. */
function withTied(words: readonly TextWord[], at: number): string {
  const isTied = words[at]?.gap === GAP.joined;
  return isTied ? `${lowerCase(words[at])}’${lowerCase(words[at + 1])}` : lowerCase(words[at]);
}

function isArticle(word: TextWord | undefined): boolean {
  return (
    word?.gap === GAP.space && !word.isCapital && isCased(word.info.script) && word.source.length <= LONGEST_ARTICLE
  );
}

/** Whether no punctuation stands behind a word. */
function hasNextBeside(word: TextWord | undefined): boolean {
  return word?.gap === GAP.space || word?.gap === GAP.joined;
}

function lowerCase(word: TextWord | undefined): string {
  return word?.source.toLowerCase() ?? "";
}
