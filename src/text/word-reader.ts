import { foldAstral, learnUnit, longFold, UNIT, unitClass, unitClasses, unitFolds } from "./fold.ts";
import { normalise } from "./normalise.ts";
import { addToHash, type Vocabulary } from "./vocabulary.ts";

const MAX_WORD_UNITS = 250;
const FIRST_ROWS = 1024;
const dictionary = new Intl.Segmenter("th", { granularity: "word" });
const SYMBOL = /[\p{Script=Han}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
const WORD_PART = /[\p{L}\p{N}\p{M}]/u;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;

/**
 * `text.charCodeAt(at)` for loops. Texts come in more kinds of strings (of one byte or two, slices, joins, constants) than the
 * compiler tells apart, and then it looks the method up for every unit; so it is taken from where it stands.
 */
function unitAt(text: string, at: number): number {
  return String.prototype.charCodeAt.call(text, at);
}

function isHebrew(unit: number): boolean {
  return (unit >= 0x5d0 && unit <= 0x5ea) || (unit >= 0x591 && unit <= 0x5c7);
}

function isDictionaryRun(unit: number): boolean {
  const kind = unitClass(unit);
  return kind === UNIT.dictionary || kind === UNIT.ignored;
}

/**
 * Cuts texts into folded words, one row a word: its number in the vocabulary and where it stands in the source (UTF-16
 * units, end exclusive). One pass; a text costs no object a word. Rows stay until `clear`, so that the texts of an item
 * follow each other.
 *
 * Case, diacritics and spelling variants of one letter are equal; apostrophes and hyphens separate; Han and kana give a
 * word a character; Thai, Lao, Khmer and Burmese are cut by dictionary.
 */
export class WordReader {
  words = new Int32Array(FIRST_ROWS);
  starts = new Int32Array(FIRST_ROWS);
  ends = new Int32Array(FIRST_ROWS);
  count = 0;
  readonly vocabulary: Vocabulary;
  #text = "";
  /** The word being read: units after the vocabulary's top, their hash, and where it began. */
  #length = 0;
  #hash = 0;
  #start = 0;
  /** Word bounds of the dictionary, for the whole text: a call costs the same whatever its length. */
  #bounds: readonly number[] | null = null;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  clear(): void {
    this.count = 0;
  }

  /** Adds the words of a text. */
  read(source: string): void {
    const { text, offsets } = normalise(source);
    const from = this.count;
    const { length } = text;
    this.#text = text;
    this.#bounds = null;
    let at = this.#readPlain(0);
    while (at < length) at = this.#readPlain(this.#step(at));
    this.#close(length);
    this.#text = "";
    if (offsets !== null) this.#placeInSource(from, offsets);
  }

  /** The last unit may be the first of a longer source cluster: the end is where the following unit begins. */
  #placeInSource(from: number, offsets: Int32Array): void {
    for (let row = from; row < this.count; row += 1) {
      const start = offsets[this.starts[row] ?? 0] ?? 0;
      this.starts[row] = start;
      this.ends[row] = Math.max(offsets[this.ends[row] ?? 0] ?? 0, start);
    }
  }

  #step(at: number): number {
    const unit = unitAt(this.#text, at);
    switch (unitClasses[unit] ?? UNIT.unknown) {
      case UNIT.ignored:
        return at + 1;
      case UNIT.character:
        return this.#readCharacter(at, unit);
      case UNIT.longLetter:
        this.#push(at, longFold(unit));
        return at + 1;
      case UNIT.unknown:
        learnUnit(unit);
        return at;
      default:
        return this.#readRare(at, unit);
    }
  }

  #readRare(at: number, unit: number): number {
    switch (unitClasses[unit] ?? UNIT.unknown) {
      case UNIT.fullStop:
        if (!this.#continuesAcronym(at)) this.#close(at);
        return at + 1;
      case UNIT.quote:
        if (!this.#isInsideHebrew(at)) this.#close(at);
        return at + 1;
      case UNIT.dictionary:
        this.#close(at);
        return this.#readDictionaryRun(at);
      default:
        return this.#readAstral(at);
    }
  }

  /**
   * Letters and what separates words, up to the first unit of another kind: nearly all of most texts, in one loop. The
   * length of the text is read once: texts come in more kinds of strings than the compiler tells apart in a loop.
   */
  #readPlain(from: number): number {
    const text = this.#text;
    const end = text.length;
    const { vocabulary } = this;
    let { units, top } = vocabulary;
    let length = this.#length;
    let hash = this.#hash;
    let at = from;
    for (; at < end; at += 1) {
      const unit = unitAt(text, at);
      const kind = unitClasses[unit];
      if (kind === UNIT.letter) {
        if (length === 0) {
          this.#start = at;
          hash = vocabulary.seed;
        }
        const folded = unitFolds[unit] ?? 0;
        units[top + length] = folded;
        hash = addToHash(hash, folded);
        length += 1;
        if (length < MAX_WORD_UNITS) continue;
      } else if (kind !== UNIT.separator) break;
      if (length === 0) continue;
      this.#length = length;
      this.#hash = hash;
      this.#close(kind === UNIT.letter ? at + 1 : at);
      length = 0;
      ({ units, top } = vocabulary);
    }
    this.#length = length;
    this.#hash = hash;
    return at;
  }

  #push(at: number, folded: string): void {
    const { vocabulary } = this;
    if (this.#length === 0) {
      this.#start = at;
      this.#hash = vocabulary.seed;
    }
    for (let unit = 0; unit < folded.length; unit += 1) {
      const code = folded.charCodeAt(unit);
      vocabulary.units[vocabulary.top + this.#length] = code;
      this.#hash = addToHash(this.#hash, code);
      this.#length += 1;
    }
    if (this.#length >= MAX_WORD_UNITS) this.#close(at + 1);
  }

  #pushUnit(at: number, unit: number): void {
    const folded = unitFolds[unit] ?? 0;
    if (folded === 0) return this.#push(at, longFold(unit));
    const { vocabulary } = this;
    if (this.#length === 0) {
      this.#start = at;
      this.#hash = vocabulary.seed;
    }
    vocabulary.units[vocabulary.top + this.#length] = folded;
    this.#hash = addToHash(this.#hash, folded);
    this.#length += 1;
    if (this.#length >= MAX_WORD_UNITS) this.#close(at + 1);
  }

  #close(end: number, isCharacter = false): void {
    if (this.#length === 0) return;
    if (this.count === this.words.length) this.#grow();
    this.words[this.count] = this.vocabulary.close(this.#length, this.#hash, isCharacter);
    this.starts[this.count] = this.#start;
    this.ends[this.count] = end;
    this.count += 1;
    this.#length = 0;
  }

  #grow(): void {
    for (const column of ["words", "starts", "ends"] as const) {
      const wider = new Int32Array(2 * this[column].length);
      wider.set(this[column]);
      this[column] = wider;
    }
  }

  #readCharacter(at: number, unit: number): number {
    this.#close(at);
    this.#pushUnit(at, unit);
    this.#close(at + 1, true);
    return at + 1;
  }

  /** `U.S.` is one word: single letters, each followed by a full stop. */
  #continuesAcronym(at: number): boolean {
    const letters = this.#length;
    if (letters === 0 || this.#start + 2 * letters - 1 !== at) return false;
    const last = this.vocabulary.units[this.vocabulary.top + letters - 1] ?? 0;
    if (last >= DIGIT_0 && last <= DIGIT_9) return false;
    const text = this.#text;
    if (at + 1 >= text.length || !isLetter(text.charCodeAt(at + 1))) return false;
    const next = at + 2 < text.length ? unitClass(text.charCodeAt(at + 2)) : UNIT.separator;
    return next === UNIT.fullStop || next === UNIT.separator || next === UNIT.quote;
  }

  #isInsideHebrew(at: number): boolean {
    if (this.#length === 0) return false;
    return isHebrew(this.#text.charCodeAt(at - 1)) && isHebrew(this.#text.charCodeAt(at + 1));
  }

  #readDictionaryRun(from: number): number {
    const text = this.#text;
    this.#bounds ??= Array.from(dictionary.segment(text), ({ index }) => index);
    let end = from + 1;
    while (end < text.length && isDictionaryRun(text.charCodeAt(end))) end += 1;
    let start = from;
    while (start < end) {
      const stop = Math.min(firstAfter(this.#bounds, start) ?? end, end);
      for (let at = start; at < stop; at += 1) {
        const unit = text.charCodeAt(at);
        if (unitClass(unit) !== UNIT.dictionary) continue;
        this.#pushUnit(at, unit);
      }
      this.#close(stop);
      start = stop;
    }
    return end;
  }

  #readAstral(at: number): number {
    const character = String.fromCodePoint(this.#text.codePointAt(at) ?? 0);
    if (SYMBOL.test(character)) {
      this.#close(at);
      this.#push(at, character);
      this.#close(at + character.length, true);
    } else if (WORD_PART.test(character)) this.#push(at, foldAstral(character));
    else this.#close(at);
    return at + character.length;
  }
}

function isLetter(unit: number): boolean {
  const kind = unitClass(unit);
  return kind === UNIT.letter || kind === UNIT.longLetter;
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
