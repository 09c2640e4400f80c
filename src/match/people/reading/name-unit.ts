import { isConjunction } from "./longer-name.ts";
import { GAP, isTiedLetter, type TextWord } from "./text-words.ts";
import type { WordInfo } from "./word-info.ts";
import type { WordTable } from "./word-table.ts";
import { isPersianPlural } from "../words/persian-plurals.ts";

/** One to three words that stand for one part of a name. */
export interface Unit {
  info: WordInfo;
  first: number;
  last: number;
}

const MOST_UNIT_WORDS = 3;
const NO_UNITS: readonly Unit[] = [];
/** `با`, `از`: everyday words of this length begin no name. */
const SHORT_WORD = 2;

function isJoinable(left: TextWord, right: TextWord | undefined): boolean {
  if (right === undefined || left.info.script !== right.info.script) return false;
  if (left.info.fold.length < 2 && left.info.script !== "hangul" && !isTiedLetter(left)) return false;
  return left.gap === GAP.space || left.gap === GAP.joined || left.gap === GAP.middleDot;
}

/** `Chol-guk`, `Ben Kaddour`, `al Hourani`: the last word carries a name, the first carries one or joins. */
function isPairOfWords(first: TextWord, last: TextWord): boolean {
  const { info, isNameLike, gap } = first;
  if (!last.isNameLike && gap !== GAP.joined) return false;
  const mayBegin = info.isParticle ? info.joinsNext || info.fold.length === 2 : isNameLike || info.joinsNext;
  if (
    !mayBegin ||
    (last.info.isParticle && !isCapitalSyllable(last)) ||
    isShortWord(last) ||
    isPersianPlural(last.info.fold)
  )
    return false;
  if (isShortWord(first) && !info.joinsNext && gap !== GAP.joined) return false;
  return !isConjunction(first) && !isConjunction(last);
}

/** `Han Szong Il`: an article somewhere else, and the last syllable of a Korean's given name. */
function isCapitalSyllable({ info: { fold, script }, isCapital }: TextWord): boolean {
  return isCapital && script === "latin" && fold.length === 2;
}

function isShortWord({ info: { isCommon, fold } }: TextWord): boolean {
  return isCommon && fold.length <= SHORT_WORD;
}

/** `Van` is a particle, and somebody's surname as well: `Ван Чжицю`. */
function isOnlyParticle({ info, isCapital }: TextWord): boolean {
  return info.isParticle && !(isCapital && info.asSurname.exact.length > 0);
}

/** Reads words of a text as parts of names. */
export class UnitReader {
  readonly #words: readonly TextWord[];
  readonly #table: WordTable;
  readonly #withKeys: (readonly Unit[])[] = [];

  constructor(words: readonly TextWord[], table: WordTable) {
    this.#words = words;
    this.#table = table;
  }

  /** Parts from `at` that somebody's name has, the shortest first; each place is read once. */
  withKeys(at: number): readonly Unit[] {
    const known = this.#withKeys[at];
    if (known !== undefined) return known;
    let units: Unit[] | null = null;
    for (let length = 1; length <= MOST_UNIT_WORDS; length += 1) {
      const info = this.#infoOf(at, length);
      if (info === null || !(info.mayBeGiven || info.mayBeSurname)) continue;
      units ??= [];
      units.push({ info, first: at, last: at + length - 1 });
    }
    this.#withKeys[at] = units ?? NO_UNITS;
    return units ?? NO_UNITS;
  }

  /** The part that so many words from `at` may be; null: none. */
  read(at: number, length: number): Unit | null {
    const info = this.#infoOf(at, length);
    return info === null ? null : { info, first: at, last: at + length - 1 };
  }

  #infoOf(at: number, length: number): WordInfo | null {
    const first = this.#words[at];
    const last = this.#words[at + length - 1];
    if (first === undefined || last === undefined) return null;
    if (length === 1) return first.isNameLike && !isOnlyParticle(first) ? first.info : null;
    const second = this.#words[at + 1];
    const isUnit = length === 2 ? isPairOfWords(first, last) : isServantName(first, second, last);
    if (!isUnit || !isJoinable(first, second)) return null;
    return this.#table.joined(first.info, last.info);
  }
}

/** `Abd al Maqsoud`. */
function isServantName(first: TextWord, second: TextWord | undefined, last: TextWord): boolean {
  return first.info.joinsNext && second?.info.isParticle === true && last.isNameLike;
}
