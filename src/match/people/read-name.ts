import { tokenise, type Token } from "../../text/tokenise.ts";
import { isGivenName } from "./words/common-given-names.ts";
import { foldWord } from "./words/fold-word.ts";
import { givenNameClass } from "./words/given-names.ts";
import { koreanSurnameLength } from "./words/korean-names.ts";
import { isArticle, isParticle, isServant, isTitle, joinsNext } from "./words/name-words.ts";
import { scriptOf, type Script } from "./words/script.ts";

/** How the names of a person are built. */
export interface NameCustoms {
  /** Surname first, also where the order in the text is the other. */
  isFamilyFirst: boolean;
  isKorean: boolean;
  isJapanese: boolean;
  /** The middle one of three names is often an initial, or left out. */
  isVietnamese: boolean;
  /** Which of its words people are addressed by instead of a surname: Ông Thức, Khun Anuwat; null: a surname. */
  addressedBy: "first" | "last" | null;
  /** Of the person's country, where names in Latin letters are said otherwise than in English; null: unknown, or none such. */
  language: string | null;
  /** Burmese: no surname, all words are needed. */
  hasNoSurname: boolean;
}

/** A listed name taken apart into what stands for the given names and the surname. */
export interface NamePair {
  given: string;
  surname: string;
  /** Folded words of the name, any of which may stand between the two. */
  others: ReadonlySet<string>;
  /** One word of three is left out: right for some names, somebody else's for others. */
  isShortened: boolean;
}

/** A listed spelling, read. */
export interface ListedName {
  script: Script;
  /** Its words, folded, titles included. */
  words: readonly string[];
  /** Characters of a Han name or of a script without spaces, folded; null for other scripts. */
  characters: string | null;
  /** A Hangul name of one word; null for others. */
  hangul: string | null;
  pairs: readonly NamePair[];
}

const HYPHEN = /^[-\u2010\u2011]$/;
/** Also what stands inside a name without being a letter: Mont'Alverne, Xoʻjayev. */
const JOIN = /^[-\u2010\u2011\u200c'’‘\u02bb\u02bc`´]$/;
/** Letters that each half of a double surname has. */
const LEAST_HALF = 4;
const HANGUL_NAME = /^[\uac00-\ud7a3]{2,4}$/;

interface NameWord {
  fold: string;
  source: string;
  /** A hyphen, apostrophe or zero-width non-joiner ties it to the word before. */
  isJoined: boolean;
  isHyphenated: boolean;
}

function wordsOf(name: string, tokens: readonly Token[]): NameWord[] {
  return tokens.map(({ text, start, end }, at) => {
    const before = tokens[at - 1];
    const between = before === undefined ? "" : name.slice(before.end, start);
    const source = name.slice(start, end).toLowerCase();
    // The d of `d'Ormesson` is a particle.
    const isBehindParticle = before !== undefined && /^\p{Ll}$/u.test(name.slice(before.start, before.end));
    const isJoined = JOIN.test(between) && !isBehindParticle;
    return { fold: text, source, isJoined, isHyphenated: HYPHEN.test(between) };
  });
}

function withoutTitles(words: readonly NameWord[]): readonly NameWord[] {
  const from = words.findIndex(({ fold }) => !isTitle(fold));
  return from === -1 ? words.slice(-1) : words.slice(from);
}

/** Words that make one part: hyphenated ones, `Abd al-X`, `Ben X`; articles are left out. */
function partsOf(words: readonly NameWord[]): string[] {
  const parts: string[] = [];
  let tiesNext = false;
  for (const [at, { fold, source, isJoined }] of words.entries()) {
    const before = words[at - 1];
    if (isArticle(fold) && at > 0 && at + 1 < words.length) {
      tiesNext ||= before !== undefined && isServant(before.fold);
      continue;
    }
    const isTied = tiesNext || (isJoined && before !== undefined && !isArticle(before.fold));
    if (isTied && parts.length > 0) parts.push((parts.pop() ?? "") + source);
    else parts.push(source);
    tiesNext = joinsNext(fold) && at + 1 < words.length;
  }
  return parts;
}

/** Two given names in a row (Mohammad Reza) are one part. */
function withJoinedGivenNames(parts: readonly string[], script: Script): readonly string[] {
  const [first = "", second = "", ...rest] = parts;
  const areGiven = givenNameClass(foldWord(first)) !== null && givenNameClass(foldWord(second)) !== null;
  return script !== "cyrillic" && rest.length > 0 && areGiven ? [first + second, ...rest] : parts;
}

function foldsOf(parts: readonly string[]): ReadonlySet<string> {
  return new Set(parts.map(foldWord));
}

/** Two words of the name that another listed spelling has alone: they tell which of three is the surname. */
export type ShortNames = ReadonlySet<string>;

/** Particles in the middle stand for nothing: nobody is a `Thibault de`. */
function withoutParticles(parts: readonly string[]): readonly string[] {
  return parts.filter((part, at) => at === 0 || at === parts.length - 1 || !isParticle(foldWord(part)));
}

/** Of three words and more: which of them is the surname, another spelling tells; else the last is, or the second. */
function pairsOfThree(parts: readonly string[], script: Script, short: ShortNames): NamePair[] {
  const names = withoutParticles(parts);
  const [first = "", second = "", ...rest] = names;
  const last = names.at(-1) ?? "";
  const others = foldsOf(parts);
  const told = [second, ...rest].filter((surname) => short.has(`${foldWord(first)} ${foldWord(surname)}`));
  const surnames = told.length > 0 ? told : [last];
  const pairs: NamePair[] = surnames.map((surname) => ({ given: first, surname, others, isShortened: false }));
  // In Cyrillic the word in the middle is a patronymic.
  if (script === "cyrillic") return pairs;
  if (told.length === 0 && names.length > 2 && !isGivenName(foldWord(second)))
    pairs.push({ given: first, surname: second, others, isShortened: true });
  if (names.length === 3) pairs.push({ given: second, surname: last, others, isShortened: true });
  // In scripts without capitals a surname behind its own particle is surer than alone: `דה קרגורלאי`.
  const particle = parts.at(-2) ?? "";
  if (isParticle(foldWord(particle))) pairs.push({ given: particle, surname: last, others, isShortened: true });
  return pairs;
}

function pairsOf(parts: readonly string[], script: Script, customs: NameCustoms, short: ShortNames): NamePair[] {
  const [first = "", ...rest] = parts;
  if (rest.length === 0) return [];
  const others = foldsOf(parts);
  if (customs.hasNoSurname) {
    return [
      { given: first, surname: rest.join(""), others, isShortened: false },
      { given: parts.slice(0, -1).join(""), surname: parts.at(-1) ?? "", others, isShortened: false },
    ];
  }
  if (customs.isFamilyFirst) {
    const whole = { given: rest.join(""), surname: first, others: new Set<string>(), isShortened: false };
    if (!customs.isVietnamese || rest.length === 1) return [whole];
    const middle = foldsOf(rest.slice(0, -1));
    return [whole, { given: rest.at(-1) ?? "", surname: first, others: middle, isShortened: true }];
  }
  if (rest.length === 1) return [{ given: first, surname: rest[0] ?? "", others: new Set(), isShortened: false }];
  return pairsOfThree(parts, script, short);
}

/** A double surname: news often has one half of it. `Abdel-Rahman` and `Abou-Zeid` are none. */
function pairsOfHalves(words: readonly NameWord[], given: string | undefined): NamePair[] {
  const halves = words.slice(-2);
  const [first, second] = halves;
  const isDouble = words.length > 2 && second?.isHyphenated === true && first !== undefined && !joinsNext(first.fold);
  if (given === undefined || !isDouble || halves.some(({ fold }) => fold.length < LEAST_HALF)) return [];
  return halves.map(({ source }) => ({ given, surname: source, others: new Set(), isShortened: true }));
}

/**
 * Takes a listed spelling apart; null: it has no letters.
 * @param short the spellings of two words that the person has besides
 */
export function readName(listed: string, customs: NameCustoms, short: ShortNames): ListedName | null {
  const name = listed.normalize("NFC");
  const tokens = tokenise(name);
  const all = wordsOf(name, tokens);
  const [first] = all;
  if (first === undefined) return null;
  const script = scriptOf(first.source);
  const words = all.map(({ fold }) => fold);
  const plain = { script, words, characters: null, hangul: null, pairs: [] };
  if (script === "han" || script === "dictionary") return { ...plain, characters: words.join("") };
  if (script === "kana") return { ...plain, ...readKana(name) };

  const named = withoutTitles(all);
  const [only] = named;
  if (named.length === 1 && script === "hangul" && only !== undefined && HANGUL_NAME.test(only.source)) {
    const { source } = only;
    const length = koreanSurnameLength(source);
    const pair = {
      given: source.slice(length),
      surname: source.slice(0, length),
      others: new Set<string>(),
      isShortened: false,
    };
    return { ...plain, hangul: source, pairs: [pair] };
  }
  const parts = withJoinedGivenNames(partsOf(named), script);
  const pairs = pairsOf(parts, script, customs, short);
  const halves = customs.isFamilyFirst || customs.hasNoSurname ? [] : pairsOfHalves(named, parts[0]);
  return { ...plain, pairs: [...pairs, ...halves] };
}

/** Katakana names are written with a middle dot: ドナルド・トランプ. */
function readKana(name: string): Pick<ListedName, "words" | "pairs"> {
  const words = name.split(/[^\p{Script=Katakana}\u30fc]+/u).filter((word) => word !== "");
  const given = words.slice(0, -1).join("");
  const pair = { given, surname: words.at(-1) ?? "", others: new Set<string>(), isShortened: false };
  return { words: words.map(foldWord), pairs: words.length < 2 ? [] : [pair] };
}
