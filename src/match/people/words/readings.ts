import { stemsOf } from "./case-endings.ts";
import { inArabicLetters } from "../sounds/arabic-letters.ts";
import { foldWord } from "../sounds/fold-word.ts";
import { asEnglishSpells, asHeardAtHome, asSaidAtHome } from "../sounds/language-spelling.ts";
import { withoutKoreanParticle } from "./korean-names.ts";
import { asHeardOtherwise, withoutAccents, withPlainServant } from "../sounds/heard-letters.ts";
import type { Script } from "../sounds/script.ts";
import { soundsOf } from "../sounds/sounds.ts";

/** A form that a word may stand for. */
export interface Reading {
  source: string;
  fold: string;
  sounds: string;
  /** What taking an ending or a prefix off costs; 0: the word itself. */
  cost: number;
}

const MIN_STEM = 3;
const HEARD_OTHERWISE = 0.02;
const CYRILLIC_ADJECTIVE = /^(.{2,}[сц]ь?к)(?:ий|ого|ому|им|ом|ая|ой|ую|ие|их|ими|ый|ага|аму|і|ій|ої|ою|у|а|я|и)$/;
const CYRILLIC_NOUN =
  /^(.{3,}?)(?:ами|ями|ого|его|ому|ему|ові|еві|ою|ею|єю|ом|ем|єм|ым|им|ім|ой|ей|ої|ій|ий|ый|ая|ую|ах|ях|ага|аму|а|я|у|ю|е|є|о|ы|и|і|ї|й|ь)$/;

/** Languages in Latin letters where `c` is `ts`. */
const HARD_C = new Set(["pl", "cs", "sk", "hr", "sr", "bs", "sl", "lv", "lt", "hu", "sq", "et"]);
const PLAIN_C = /c(?![hz]|k(?![iíya]))/g;

const LATIN_ARTICLE = /^[aeə]l(?=\p{L}{5})/u;
const ARABIC_ARTICLE = /^ال(?=....)/;
const SHORT_ARABIC_ARTICLE = /^ال(?=...)/;
/** A title written as one with the name: `سیدجواد`, Seyedjavad. */
const JOINED_SAYYED = /^(?:ال)?س[یي]د(?=...)/;
const LATIN_JOINED_SAYYED = /^s(?:a|e)y{1,2}[ei]d-?(?=.{3})/;
const ARABIC_PREFIX = /^([وف]?[بكل]?)(لل|ال)?/;
/** The article of Arabic is none there before a letter that Arabic has not: `الچین` is a Persian Elchin. */
const WITH_PERSIAN_LETTERS: ReadonlySet<string> = new Set(["fa", "ur", "ps"]);
const PERSIAN_LETTER = /[پچژگ]/;
const PERSIAN_ENDING = /(?:ای|ی|اش|ش)$/;
const HEBREW_PREFIX = /^[והבלמשכ]/;
const GREEK_ENDING = /(?:ους|ου|ος|ον|ων|ης|ας|ες|η|α|ο|ε)$/;
const ETHIOPIC_PREFIX = /^(?:ስለ|የ|በ|ለ|ከ|ን|ብ)(?=...)/;
const ETHIOPIC_ENDING = /(?<=...)(?:ንና|ን|ም|ና|ስ)$/;

/** Where г is said as h, and written for one. */
const H_LANGUAGES: ReadonlySet<string> = new Set(["uk", "be"]);

class ReadingList {
  readonly readings: Reading[] = [];
  readonly #script: Script;
  readonly #isHardC: boolean;

  constructor(source: string, script: Script, language: string | null = null) {
    this.#script = script;
    this.#isHardC = script === "latin" && HARD_C.has(language ?? "");
    this.readings.push({ source, fold: foldWord(source), sounds: this.#sounds(source), cost: 0 });
  }

  #sounds(source: string): string {
    return soundsOf(this.#isHardC ? source.replaceAll(PLAIN_C, "ts") : source, this.#script);
  }

  add(source: string, cost: number): void {
    const fold = foldWord(source);
    if (fold.length < 2 || this.readings.some((reading) => reading.fold === fold)) return;
    this.readings.push({ source, fold, sounds: this.#sounds(source), cost });
  }

  /** The same letters, which stand for other sounds as well. */
  hear(letters: string): void {
    const [first] = this.readings;
    const sounds = this.#sounds(letters);
    if (first === undefined || letters === first.source || sounds === first.sounds) return;
    this.readings.push({ ...first, source: letters, sounds, cost: HEARD_OTHERWISE });
  }

  /** The letters of all its forms, which a language reads in its own way. */
  hearAll(read: (letters: string) => string): void {
    const heard = this.readings.flatMap((reading): Reading[] => {
      const source = read(reading.source);
      const sounds = source === reading.source ? reading.sounds : soundsOf(source, this.#script);
      return sounds === reading.sounds ? [] : [{ ...reading, source, sounds, cost: reading.cost + HEARD_OTHERWISE }];
    });
    this.readings.push(...heard);
  }

  /** The word without what a pattern finds, where enough of it is left. */
  strip(source: string, pattern: RegExp, cost: number): void {
    const stem = source.replace(pattern, "");
    if (stem !== source && stem.length >= MIN_STEM) this.add(stem, cost);
  }
}

function cyrillicStem(word: string): string {
  const plain = word.replaceAll("ё", "е");
  return CYRILLIC_ADJECTIVE.exec(plain)?.[1] ?? CYRILLIC_NOUN.exec(plain)?.[1] ?? plain;
}

/**
 * Forms of a word of a listed name: itself, its stem, without its article, and as it is said in the person's country.
 * @param given the halves of a double one with a hyphen between
 */
export function listedReadings(given: string, script: Script, homeLanguage: string | null = null): readonly Reading[] {
  const source = withPlainServant(given.replaceAll("-", ""), script);
  const list = new ReadingList(source, script);
  if (script === "cyrillic") list.add(cyrillicStem(source), 0.02);
  if (script === "latin") list.strip(source, LATIN_ARTICLE, 0.05);
  if (script === "arabic") {
    list.strip(source, SHORT_ARABIC_ARTICLE, 0.02);
    for (const letters of inArabicLetters(source)) list.add(letters, 0);
  }
  if (script === "greek") list.strip(withoutAccents(source), GREEK_ENDING, 0.03);
  if (script === "georgian") for (const stem of stemsOf(source, script, null)) list.add(stem.source, stem.cost);
  list.hear(asHeardOtherwise(source, script));
  if (script !== "latin") return list.readings;
  list.hearAll((letters) => asSaidAtHome(letters, homeLanguage));
  if (given.includes("-")) list.hear(asSaidAtHome(given, homeLanguage));
  const heard = asHeardAtHome(given, homeLanguage);
  if (heard !== null) list.hear(heard);
  return list.readings;
}

/** What scripts write as one with a name: prefixes, articles, particles, endings of all languages in them. */
const ATTACHED: Readonly<
  Partial<Record<Script, (list: ReadingList, source: string, language: string | null) => void>>
> = {
  cyrillic: (list, source) => list.add(cyrillicStem(source), 0.02),
  latin: addLatin,
  arabic: addArabic,
  hebrew: addHebrew,
  greek: addGreek,
  ethiopic: addEthiopic,
  hangul: addKorean,
};

/** Forms that a word of a text may stand for: without case endings, attached prefixes, articles and particles. */
export function textReadings(given: string, script: Script, language: string | null): readonly Reading[] {
  const source = withPlainServant(given, script);
  const list = new ReadingList(source, script, language);
  list.hear(asHeardOtherwise(source, script));
  if (script === "cyrillic" && H_LANGUAGES.has(language ?? "")) list.hear(source.replaceAll("г", "һ"));
  ATTACHED[script]?.(list, source, language);
  for (const stem of stemsOf(source, script, language)) list.add(stem.source, stem.cost);
  if (script === "latin") list.hearAll((letters) => asEnglishSpells(letters, language));
  return list.readings;
}

function addLatin(list: ReadingList, source: string, language: string | null): void {
  list.strip(source, LATIN_ARTICLE, 0.05);
  list.strip(source, LATIN_JOINED_SAYYED, 0.02);
  // Where no umlaut is at hand: Oezguemues.
  if (language === "de") list.add(source.replaceAll(/([aou])e/g, "$1"), 0.02);
}

function addArabic(list: ReadingList, source: string, language: string | null): void {
  list.strip(source, JOINED_SAYYED, 0.02);
  if (language === "fa" || language === null) list.strip(source, PERSIAN_ENDING, 0.05);
  if (WITH_PERSIAN_LETTERS.has(language ?? "") && PERSIAN_LETTER.test(source)) return;
  list.strip(source, ARABIC_ARTICLE, 0.02);
  const [prefix = "", conjunction = ""] = ARABIC_PREFIX.exec(source) ?? [];
  for (const length of [prefix.length, conjunction.length, 1]) {
    const isPrefix = length > 1 || /^[وفبكل]/.test(source);
    if (length > 0 && isPrefix && source.length - length >= MIN_STEM) list.add(source.slice(length), 0.04);
  }
  if (source.startsWith("لل")) list.add(source.slice(2), 0.04);
}

/** In other cases than the nominative men's names have no s: Μαρίνη of Μαρίνης, Πέτρου of Πέτρος. */
function addGreek(list: ReadingList, source: string): void {
  const bare = withoutAccents(source);
  list.strip(bare, GREEK_ENDING, 0.03);
  if (/[ηα]$/.test(bare)) list.add(`${bare}ς`, 0.03);
  if (/ου?$/.test(bare)) list.add(bare.replace(/ου?$/, "ος"), 0.03);
}

function addHebrew(list: ReadingList, source: string): void {
  let rest = source;
  for (let cut = 0; cut < 2 && HEBREW_PREFIX.test(rest) && rest.length > MIN_STEM; cut += 1) {
    rest = rest.slice(1);
    list.add(rest, 0.04);
  }
}

function addKorean(list: ReadingList, source: string): void {
  const stem = withoutKoreanParticle(source);
  if (stem !== null) list.add(stem, 0.03);
}

function addEthiopic(list: ReadingList, source: string): void {
  list.strip(source, ETHIOPIC_PREFIX, 0.04);
  list.strip(source, ETHIOPIC_ENDING, 0.04);
}
