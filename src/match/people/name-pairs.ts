import type { NameCustoms } from "./name-customs.ts";
import type { ShortNames } from "./short-names.ts";
import { isGivenName } from "./words/common-given-names.ts";
import { foldWord } from "./words/fold-word.ts";
import { givenNameClass } from "./words/given-names.ts";
import { isParticle, joinsNext } from "./words/name-words.ts";
import type { Script } from "./words/script.ts";

/** A listed name taken apart into what stands for the given names and the surname. */
export interface NamePair {
  given: string;
  surname: string;
  /** Folded words of the name, any of which may stand between the two. */
  others: ReadonlySet<string>;
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

/** Letters that each half of a double surname has. */
const LEAST_HALF = 4;

/** Two given names in a row (Mohammad Reza) are one part. */
export function withJoinedGivenNames(parts: readonly string[], script: Script): readonly string[] {
  const [first = "", second = "", ...rest] = parts;
  const areGiven = givenNameClass(foldWord(first)) !== null && givenNameClass(foldWord(second)) !== null;
  return script !== "cyrillic" && rest.length > 0 && areGiven ? [first + second, ...rest] : parts;
}

function foldsOf(parts: readonly string[]): ReadonlySet<string> {
  return new Set(parts.map(foldWord));
}

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

/**
 * What may stand for the given names and the surname among the parts of a name.
 * @param short the spellings of two words that the person has besides
 */
export function pairsOf(parts: readonly string[], script: Script, customs: NameCustoms, short: ShortNames): NamePair[] {
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
export function pairsOfHalves(words: readonly NameWord[], given: string | undefined): NamePair[] {
  const halves = words.slice(-2);
  const [first, second] = halves;
  const isDouble = words.length > 2 && second?.isHyphenated === true && first !== undefined && !joinsNext(first.fold);
  if (given === undefined || !isDouble || halves.some(({ fold }) => fold.length < LEAST_HALF)) return [];
  return halves.map(({ source }) => ({ given, surname: source, others: new Set(), isShortened: true }));
}
