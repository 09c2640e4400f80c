import { foldAstral, foldedUnit, UNIT, unitClass } from "./fold.ts";
import { normalise } from "./normalise.ts";

/** A word of a text, folded; offsets are UTF-16 units of the source, end exclusive. */
export interface Token {
  text: string;
  start: number;
  end: number;
  /** One Han or kana character: two of them count as a word. */
  isCharacter: boolean;
}

const MAX_WORD_UNITS = 250;
const dictionary = new Intl.Segmenter("th", { granularity: "word" });
const SYMBOL = /[\p{Script=Han}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
const WORD_PART = /[\p{L}\p{N}\p{M}]/u;
const ASCII_DIGIT = /\d$/;

function isHebrew(unit: number): boolean {
  return (unit >= 0x5d0 && unit <= 0x5ea) || (unit >= 0x591 && unit <= 0x5c7);
}

/** One pass over a normalised text; `word` is the word being read, from `start`. */
class Scanner {
  readonly tokens: Token[] = [];
  readonly #text: string;
  #word = "";
  #start = 0;
  /** Word bounds of the dictionary, for the whole text: a call costs the same whatever its length. */
  #bounds: readonly number[] | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  run(): void {
    const text = this.#text;
    let at = 0;
    while (at < text.length) at = this.#step(at, text.charCodeAt(at));
    this.#flush(text.length);
  }

  #step(at: number, unit: number): number {
    switch (unitClass(unit)) {
      case UNIT.letter:
        this.#append(foldedUnit(unit), at);
        return at + 1;
      case UNIT.ignored:
        return at + 1;
      case UNIT.character:
        this.#flush(at);
        this.#push(foldedUnit(unit), at, at + 1);
        return at + 1;
      case UNIT.fullStop:
        if (!this.#continuesAcronym(at)) this.#flush(at);
        return at + 1;
      case UNIT.quote:
        if (!this.#isInsideHebrew(at)) this.#flush(at);
        return at + 1;
      case UNIT.dictionary:
        this.#flush(at);
        return this.#readDictionaryRun(at);
      case UNIT.surrogate:
        return this.#readAstral(at);
      default:
        this.#flush(at);
        return at + 1;
    }
  }

  #append(folded: string, at: number): void {
    if (this.#word === "") this.#start = at;
    this.#word += folded;
    if (this.#word.length >= MAX_WORD_UNITS) this.#flush(at + 1);
  }

  #flush(end: number): void {
    if (this.#word === "") return;
    this.tokens.push({ text: this.#word, start: this.#start, end, isCharacter: false });
    this.#word = "";
  }

  #push(text: string, start: number, end: number): void {
    this.tokens.push({ text, start, end, isCharacter: true });
  }

  /** `U.S.` is one word: single letters, each followed by a full stop. */
  #continuesAcronym(at: number): boolean {
    const letters = this.#word.length;
    if (letters === 0 || this.#start + 2 * letters - 1 !== at || ASCII_DIGIT.test(this.#word)) return false;
    const text = this.#text;
    if (at + 1 >= text.length || unitClass(text.charCodeAt(at + 1)) !== UNIT.letter) return false;
    const next = at + 2 < text.length ? unitClass(text.charCodeAt(at + 2)) : UNIT.separator;
    return next === UNIT.fullStop || next === UNIT.separator || next === UNIT.quote;
  }

  #isInsideHebrew(at: number): boolean {
    if (this.#word === "") return false;
    return isHebrew(this.#text.charCodeAt(at - 1)) && isHebrew(this.#text.charCodeAt(at + 1));
  }

  #readDictionaryRun(from: number): number {
    const text = this.#text;
    this.#bounds ??= [...dictionary.segment(text)].map(({ index }) => index);
    let end = from + 1;
    while (end < text.length && isDictionaryRun(text.charCodeAt(end))) end += 1;
    let start = from;
    while (start < end) {
      const stop = Math.min(firstAfter(this.#bounds, start) ?? end, end);
      for (let at = start; at < stop; at += 1) {
        const unit = text.charCodeAt(at);
        if (unitClass(unit) === UNIT.dictionary) this.#append(foldedUnit(unit), at);
      }
      this.#flush(stop);
      start = stop;
    }
    return end;
  }

  #readAstral(at: number): number {
    const character = String.fromCodePoint(this.#text.codePointAt(at) ?? 0);
    if (SYMBOL.test(character)) {
      this.#flush(at);
      this.#push(character, at, at + character.length);
    } else if (WORD_PART.test(character)) this.#append(foldAstral(character), at);
    else this.#flush(at);
    return at + character.length;
  }
}

function isDictionaryRun(unit: number): boolean {
  const kind = unitClass(unit);
  return kind === UNIT.dictionary || kind === UNIT.ignored;
}

function firstAfter(bounds: readonly number[], position: number): number | undefined {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return bounds[low];
}

/**
 * Cuts a text into folded words: case, diacritics and spelling variants of one letter are equal; apostrophes and hyphens
 * separate; Han and kana give a token a character; Thai, Lao, Khmer and Burmese are cut by dictionary.
 */
export function tokenise(source: string): readonly Token[] {
  const { text, offsets } = normalise(source);
  const scanner = new Scanner(text);
  scanner.run();
  if (offsets === null) return scanner.tokens;
  return scanner.tokens.map((token) => {
    // The last unit may be the first of a longer source cluster: the end is where the following unit begins.
    const start = offsets[token.start] ?? 0;
    return { ...token, start, end: Math.max(offsets[token.end] ?? source.length, start) };
  });
}
