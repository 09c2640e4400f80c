import type { NameCustoms } from "./name-customs.ts";
import { isFirstHalf, isSecondGivenName } from "../words/second-given-names.ts";
import type { ShortNames } from "./short-names.ts";
import { isGivenName } from "../words/common-given-names.ts";
import { foldWord } from "../sounds/fold-word.ts";
import { givenNameClass } from "../words/given-names.ts";
import { isParticle, isPatronymic, joinsNext } from "../words/name-words.ts";
import type { Script } from "../sounds/script.ts";

/** A listed name taken apart into what stands for the given names and the surname. */
export interface NamePair {
  given: string;
  surname: string;
  /** Folded words of the name that may stand between the two. */
  between: ReadonlySet<string>;
  /** The same as they are spelled, in lower case: folding takes what tells their sounds. */
  spelledBetween: readonly string[];
  /** Those that may follow them. */
  behind: ReadonlySet<string>;
  /** How many words the name has. */
  length: number;
  /** Without the words between them the name is that of many: the item must speak of the person's role. */
  asksMiddle: boolean;
  /** Though a part of the name is left out, the surname may stand alone: either of two, or a half of a double one. */
  isSurname?: "either" | "half";
  /** One word of three is left out: right for some names, somebody else's for others. */
  isShortened: boolean;
}

/** A word of a listed name. */
export interface NameWord {
  fold: string;
  source: string;
  /** A hyphen, apostrophe or zero-width non-joiner ties it to the word before. */
  isJoined: boolean;
  isHyphenated: boolean;
}

const MOTHERS_NAME_LAST = "es";
const FINAL_VOWEL = /(?<=..)[هة]$/;
/** Joined with the father's name behind it: in a text they are two words. */
const CHILD_OF = /^(?:bin|ibn|бин|ибн|بن|ابن)(?=\p{L}{3})/iu;
/** Letters that each half of a double surname has. */
const LEAST_HALF = 4;

/** Two given names in a row (Mohammad Reza) are one part. */
export function withJoinedGivenNames(parts: readonly string[], script: Script): readonly string[] {
  const [first = "", second = "", ...rest] = parts;
  if (rest.length === 0 || script === "cyrillic") return parts;
  const areGiven = givenNameClass(foldWord(first)) !== null && givenNameClass(foldWord(second)) !== null;
  return areGiven ? [first + second, ...rest] : parts;
}

function foldsOf(parts: readonly string[]): ReadonlySet<string> {
  return new Set(parts.map(foldWord));
}

/** Two words of a name and no other. */
export function plainPair(given: string, surname: string): NamePair {
  const none = new Set<string>();
  return {
    given,
    surname,
    between: none,
    spelledBetween: [],
    behind: none,
    length: 2,
    asksMiddle: false,
    isShortened: false,
  };
}

/** Two words of a longer name. */
function pairIn(parts: readonly string[], given: string, surname: string): NamePair {
  const at = parts.lastIndexOf(surname);
  const spelledBetween = parts.slice(parts.indexOf(given) + 1, at).map((part) => part.replace(CHILD_OF, ""));
  return {
    ...plainPair(given, surname),
    between: foldsOf(spelledBetween),
    spelledBetween,
    behind: foldsOf(parts.slice(at + 1)),
    length: parts.length,
  };
}

/** Of two given names the first one alone: Tariq Bangash of `Tariq Mahmood Bangash`. Mohammad alone is many a man's. */
export function pairsOfFirst(parts: readonly string[]): NamePair[] {
  const [first = ""] = parts;
  if (isFirstHalf(givenNameClass(foldWord(first)))) return [];
  return [{ ...pairIn(parts, first, parts.at(-1) ?? ""), isShortened: true }];
}

/** Neither a particle nor the father's name: those are left out of any name. */
function isNameOfItsOwn(fold: string): boolean {
  return !isParticle(fold) && !isPatronymic(fold);
}

/** Particles in the middle stand for nothing: nobody is a `Thibault de`. */
function withoutParticles(parts: readonly string[]): readonly string[] {
  return parts.filter((part, at) => at === 0 || at === parts.length - 1 || !isParticle(foldWord(part)));
}

/** Spanish: of `Luis Alfredo Montilla Rojas`, Montilla; `Luis Alfredo Montilla` has one surname. */
function fathersName(names: readonly string[]): string {
  const [last = "", before = ""] = names.toReversed();
  return isGivenName(foldWord(before)) || isSecondGivenName(foldWord(before)) ? last : before;
}

/** Of three words and more: which of them is the surname, another spelling tells; else the last is, or the second. */
function pairsOfThree(
  parts: readonly string[],
  script: Script,
  { customs, short }: { customs: NameCustoms; short: ShortNames },
): NamePair[] {
  const names = withoutParticles(parts);
  const [first = "", ...rest] = names;
  const last = names.at(-1) ?? "";
  const told = rest.filter((surname) => short.has(`${foldWord(first)} ${foldWord(surname)}`));
  const isOpen = told.length === 0;
  const surnames = isOpen ? [customs.language === MOTHERS_NAME_LAST ? fathersName(names) : last] : told;
  const full = surnames.map((surname) => pairIn(parts, first, surname));
  // In Cyrillic the word in the middle is a patronymic.
  if (script === "cyrillic") return full;
  return [
    ...joinedSurname(names, script),
    ...full.map((pair) => ({
      ...pair,
      asksMiddle: isOpen && short.size === 0 && [...pair.between].some(isNameOfItsOwn),
    })),
    ...shortenedPairs(parts, { names, surnames, isOpen }).map((pair) => ({ ...pair, isShortened: true })),
  ];
}

/**
 * Where letters join, a surname of two words is one or two as somebody likes it: `قائم خانی`, `قائمخانی`; what ends the first of them
 * as a vowel may be left out then: `قره غولي`, `قرغولي`.
 */
function joinedSurname([given = "", ...surname]: readonly string[], script: Script): NamePair[] {
  if (script !== "arabic" || surname.length !== 2) return [];
  const [first = "", second = ""] = surname;
  return [...new Set([first, first.replace(FINAL_VOWEL, "")])].map((begin) => plainPair(given, begin + second));
}

function shortenedPairs(
  parts: readonly string[],
  { names, surnames, isOpen }: { names: readonly string[]; surnames: readonly string[]; isOpen: boolean },
): NamePair[] {
  const [first = "", second = ""] = names;
  const last = names.at(-1) ?? "";
  const pairs: NamePair[] = [];
  const maySecond = isOpen && names.length > 2 && !surnames.includes(second);
  if (maySecond && !isGivenName(foldWord(second))) pairs.push({ ...pairIn(parts, first, second), isSurname: "either" });
  if (names.length === 3) pairs.push(pairIn(parts, second, last));
  if (names.length === 3 && !surnames.includes(last)) pairs.push(pairIn(parts, first, last));
  // In scripts without capitals a surname behind its own particle is surer than alone: `דה קרגורלאי`.
  const particle = parts.at(-2) ?? "";
  if (isParticle(foldWord(particle))) pairs.push(pairIn(parts, particle, last));
  return pairs;
}

/**
 * What may stand for the given names and the surname among the parts of a name.
 * @param short the spellings of two words that the person has besides
 */
export function pairsOf(parts: readonly string[], script: Script, customs: NameCustoms, short: ShortNames): NamePair[] {
  const [first = "", ...rest] = parts;
  if (rest.length === 0) return [];
  const { length } = parts;
  if (customs.hasNoSurname) {
    return [
      { ...plainPair(first, rest.join("")), length },
      { ...plainPair(parts.slice(0, -1).join(""), parts.at(-1) ?? ""), length },
    ];
  }
  if (customs.isFamilyFirst) {
    const whole = plainPair(rest.join(""), first);
    if (!customs.isVietnamese || rest.length === 1) return [whole];
    const spelledBetween = rest.slice(0, -1);
    const middle = foldsOf(spelledBetween);
    const shortened = { between: middle, spelledBetween, behind: middle, length, isShortened: true };
    // `Pham Ngoc Bich` of Pham Thi Ngoc Bich.
    const withoutMiddle = rest.length > 2 ? [plainPair(rest.slice(-2).join(""), first)] : [];
    return [
      whole,
      ...[...withoutMiddle, plainPair(rest.at(-1) ?? "", first)].map((pair) => ({ ...pair, ...shortened })),
    ];
  }
  if (rest.length === 1) return [plainPair(first, rest[0] ?? "")];
  const pairs = pairsOfThree(parts, script, { customs, short });
  // `حسین‌زاده‌مقدم`: without capitals, a surname of two words may be written as one.
  return script === "arabic" ? [...pairs, { ...plainPair(first, rest.join("")), length }] : pairs;
}

/** A double surname: news often has one half of it. `Abdel-Rahman` and `Abou-Zeid` are none. */
export function pairsOfHalves(words: readonly NameWord[], given: string | undefined): NamePair[] {
  const halves = words.slice(-2);
  const [first, second] = halves;
  const isDouble = words.length > 2 && second?.isHyphenated === true && first !== undefined && !joinsNext(first.fold);
  if (given === undefined || !isDouble || halves.some(({ fold }) => fold.length < LEAST_HALF)) return [];
  return halves.map(({ source }) => ({ ...plainPair(given, source), isShortened: true, isSurname: "half" }));
}
