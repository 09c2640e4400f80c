import { foldWord } from "./fold-word.ts";
import { withoutKoreanParticle } from "./korean-names.ts";
import type { Script } from "./script.ts";
import { soundsOf } from "./sounds.ts";

/** A form that a word may stand for. */
export interface Reading {
  source: string;
  fold: string;
  sounds: string;
  /** What taking an ending or a prefix off costs; 0: the word itself. */
  cost: number;
}

const MIN_STEM = 3;
const CYRILLIC_ADJECTIVE = /^(.{2,}[сц]к)(?:ий|ого|ому|им|ом|ая|ой|ую|ие|их|ими|ый|ага|аму|і|ій|ої|ою|у|а|я|и)$/;
const CYRILLIC_NOUN =
  /^(.{3,}?)(?:ами|ями|ого|его|ому|ему|ові|еві|ою|ею|єю|ом|ем|єм|ым|им|ім|ой|ей|ої|ій|ий|ый|ая|ую|ах|ях|ага|аму|а|я|у|ю|е|є|о|ы|и|і|ї|й|ь)$/;

/** Case endings of names in Latin letters, by language. */
const ENDINGS = {
  pl: /(?:owi|iego|ego|iemu|emu|iem|em|ym|im|ą|ę|ie|u|a|y|i)$/,
  cs: /(?:ovi|ého|ému|ovou|ové|em|om|ým|ou|u|a|e|y|ě)$/,
  hr: /(?:oga|ega|omu|emu|og|om|em|im|a|u|e|i)$/,
  lv: /(?:ēm|am|im|as|is|us|ys|ai|ei|ui|s|a|o|u|ā|ą|į|ę|š)$/,
  fi: /(?:lla|llä|lle|lta|ltä|ssa|ssä|sta|stä|ksi|han|hen|iin|in|an|en|n|a|ä)$/,
  hu: /(?:nak|nek|val|vel|ról|ről|hoz|hez|ban|ben|tól|től|ért|ot|et|at|t|i|é)$/,
  tr: /(?:ndan|nden|nın|nin|nun|nün|yla|yle|dan|den|tan|ten|ın|in|un|ün|da|de|ta|te|ya|ye|na|ne|yı|yi|yu|yü|nı|ni|nu|nü|la|le|ı|i|u|ü|a|e)$/,
  de: /s$/,
  ro: /(?:ului|lui|ul|ei)$/,
  sq: /(?:it|in|ut|un|i|u)$/,
  et: /(?:le|lt|st|ga|ks|i|e|t|s)$/,
} as const;
type EndingFamily = keyof typeof ENDINGS;
const FAMILY: ReadonlyMap<string, EndingFamily> = new Map([
  ...(["pl", "cs", "hr", "lv", "fi", "hu", "tr", "de", "ro", "sq", "et"] as const).map((code) => [code, code] as const),
  ["sk", "cs"],
  ["sr", "hr"],
  ["bs", "hr"],
  ["sl", "hr"],
  ["lt", "lv"],
  ["az", "tr"],
  ...(["en", "sv", "no", "nb", "da", "nl", "fr"] as const).map((code) => [code, "de"] as const),
]);
const TURKIC_COST = 0.15;
/** Languages in Latin letters where `c` is `ts`. */
const HARD_C = new Set(["pl", "cs", "sk", "hr", "sr", "bs", "sl", "lv", "lt", "hu", "sq", "et"]);
const PLAIN_C = /c(?![hzk])/g;

const ABD = /^abd(?:el|ul|al|ol|oul|our|ur|er|ar|ess|es|us|as)?(?=[bcdfghjklmnpqrstvwxyz].{2})/;
const LATIN_ARTICLE = /^(?:al|el)(?=[a-z]{5})/;
const ARABIC_ARTICLE = /^ال(?=....)/;
const SHORT_ARABIC_ARTICLE = /^ال(?=...)/;
const ARABIC_PREFIX = /^([وف]?[بكل]?)(لل|ال)?/;
const PERSIAN_ENDING = /(?:های|ها|ای|ی|اش|ش)$/;
const HEBREW_PREFIX = /^[והבלמשכ]/;
const GREEK_ENDING = /(?:ους|ου|ος|ον|ων|ης|ας|ες|η|α|ο|ε)$/;
const GEORGIAN_ENDING = /(?:ისთვის|თან|მა|ის|ით|ად|ს|ი|მ)$/;
const ARMENIAN_ENDING = /(?:ին|ով|ից|ի|ը|ն)$/;

/** `Abdel-`, `Abdul-` and `Abd al-` before a name are one. */
function withPlainServant(source: string, script: Script): string {
  if (script === "latin") return source.replace(ABD, "abd");
  return script === "arabic" ? source.replace(/^عبد\s?ال/, "عبد") : source;
}

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

/** Forms of a word of a listed name: itself, its stem, and without its article. */
export function listedReadings(given: string, script: Script): readonly Reading[] {
  const source = withPlainServant(given, script);
  const list = new ReadingList(source, script);
  if (script === "cyrillic") list.add(cyrillicStem(source), 0.02);
  if (script === "latin") list.strip(source, LATIN_ARTICLE, 0.05);
  if (script === "arabic") list.strip(source, SHORT_ARABIC_ARTICLE, 0.02);
  if (script === "greek") list.strip(source, GREEK_ENDING, 0.03);
  if (script === "georgian") list.strip(source, GEORGIAN_ENDING, 0.03);
  return list.readings;
}

/** Forms that a word of a text may stand for: without case endings, attached prefixes, articles and particles. */
export function textReadings(given: string, script: Script, language: string | null): readonly Reading[] {
  const source = withPlainServant(given, script);
  const list = new ReadingList(source, script, language);
  switch (script) {
    case "cyrillic":
      list.add(cyrillicStem(source), 0.02);
      break;
    case "latin":
      addLatin(list, source, language);
      break;
    case "arabic":
      addArabic(list, source, language);
      break;
    case "hebrew":
      addHebrew(list, source);
      break;
    case "greek":
      list.strip(source, GREEK_ENDING, 0.03);
      break;
    case "georgian":
      list.strip(source, GEORGIAN_ENDING, 0.03);
      break;
    case "armenian":
      list.strip(source, ARMENIAN_ENDING, 0.03);
      break;
    case "hangul":
      addKorean(list, source);
      break;
    case "devanagari":
    case "kana":
    case "han":
    case "dictionary":
    case "digits":
    case "other":
      break;
  }
  return list.readings;
}

function addLatin(list: ReadingList, source: string, language: string | null): void {
  list.strip(source, LATIN_ARTICLE, 0.05);
  const family = FAMILY.get(language ?? "");
  // A Turkish name in the dative looks like another name: what is taken off without an apostrophe must cost.
  if (family !== undefined && source.length >= 5)
    list.strip(source, ENDINGS[family], family === "tr" ? TURKIC_COST : 0.05);
}

function addArabic(list: ReadingList, source: string, language: string | null): void {
  list.strip(source, ARABIC_ARTICLE, 0.02);
  const [prefix = "", conjunction = ""] = ARABIC_PREFIX.exec(source) ?? [];
  for (const length of [prefix.length, conjunction.length, 1]) {
    const isPrefix = length > 1 || /^[وفبكل]/.test(source);
    if (length > 0 && isPrefix && source.length - length >= MIN_STEM) list.add(source.slice(length), 0.04);
  }
  if (source.startsWith("لل")) list.add(source.slice(2), 0.04);
  if (language === "fa" || language === null) list.strip(source, PERSIAN_ENDING, 0.05);
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
