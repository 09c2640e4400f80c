import { dictionaryBounds, firstAfter } from "./dictionary-bounds.ts";
import { classIn, foldAstral, foldIn, learnUnit, longFold, mayChangeIn, UNIT, unitClass, unitEntries } from "./fold.ts";
import { normalise } from "./normalise.ts";
import { MAX_WORD_UNITS, OpenWords, type WordNumbers } from "./open-words.ts";
import { PlainWords } from "./plain-words.ts";
import { TextUnits } from "./text-units.ts";
import { addToHash } from "./vocabulary.ts";
import { WordRows } from "./word-rows.ts";

const SYMBOL = /[\p{Script=Han}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
const WORD_PART = /[\p{L}\p{N}\p{M}]/u;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;

function isHebrew(unit: number): boolean {
  return (unit >= 0x5d0 && unit <= 0x5ea) || (unit >= 0x591 && unit <= 0x5c7);
}

function isDictionaryRun(unit: number): boolean {
  const kind = unitClass(unit);
  return kind === UNIT.dictionary || kind === UNIT.ignored;
}

/**
 * Cuts texts into folded words, one row a word. One pass; a text costs no object a word.
 *
 * Case, diacritics and spelling variants of one letter are equal; apostrophes and hyphens separate; Han and kana give a
 * word a character; Thai, Lao, Khmer and Burmese are cut by dictionary.
 */
export class WordReader {
  /** They stay until they are cleared, so that the texts of an item follow each other. */
  readonly rows = new WordRows();
  readonly #numbers: WordNumbers;
  readonly #seed: number;
  readonly #open = new OpenWords();
  readonly #plain: PlainWords;
  #text = "";
  readonly #source = new TextUnits();
  /** Those of the text. */
  #units = this.#source.units;
  /** The word being read: its units in `#open`, their hash, and where it began. */
  #length = 0;
  #hash = 0;
  #start = 0;
  /** Entries of all units of the text that were read, one over the other. */
  #seen = 0;
  /** Word bounds of the dictionary, for the whole text: a call costs the same whatever its length. */
  #bounds: readonly number[] | null = null;

  constructor(numbers: WordNumbers) {
    this.#numbers = numbers;
    this.#seed = numbers.seed;
    this.#plain = new PlainWords(this.#open, this.rows, numbers.seed);
  }

  /** Adds the words of a text. */
  read(source: string): void {
    const { rows } = this;
    const from = rows.count;
    this.#cut(source);
    if (!mayChangeIn(this.#seen | this.#plain.seen)) return;
    const { text, offsets } = normalise(source);
    if (offsets === null) return;
    rows.count = from;
    this.#cut(text);
    rows.placeInSource(from, offsets);
  }

  /** Adds the words of a text, as if it were in normal form. */
  #cut(text: string): void {
    const { length } = text;
    this.#source.take(text);
    this.#units = this.#source.units;
    this.#text = text;
    this.#bounds = null;
    this.#seen = 0;
    this.#plain.seen = 0;
    let at = this.#readWords(0);
    while (at < length) at = this.#step(at);
    this.#close(length);
    this.#numberWords();
    this.#text = "";
  }

  #numberWords(): void {
    const open = this.#open;
    this.#numbers.number(open, this.rows.words, this.rows.count - open.count);
    open.clear();
  }

  #step(at: number): number {
    const unit = this.#units[at] ?? 0;
    const entry = unitEntries[unit] ?? UNIT.unknown;
    this.#seen |= entry;
    switch (classIn(entry)) {
      case UNIT.unknown:
        learnUnit(unit);
        return at;
      case UNIT.letter:
      case UNIT.longLetter:
        this.#pushUnit(at, unit);
        return at + 1;
      case UNIT.separator:
        this.#close(at);
        return this.#readWords(at + 1);
      case UNIT.ignored:
        return at + 1;
      case UNIT.character:
        return this.#readCharacter(at, unit);
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

  /** @returns where something else begins */
  #readWords(from: number): number {
    const at = this.#plain.read(this.#units, from);
    if (this.#open.isFull) this.#numberWords();
    return at;
  }

  #begin(at: number): void {
    if (this.#length > 0) return;
    this.#start = at;
    this.#hash = this.#seed;
  }

  #push(at: number, folded: string): void {
    for (let unit = 0; unit < folded.length; unit += 1) this.#pushFolded(at, folded.charCodeAt(unit));
    if (this.#length >= MAX_WORD_UNITS) this.#close(at + 1);
  }

  #pushUnit(at: number, unit: number): void {
    const folded = foldIn(unitEntries[unit] ?? UNIT.unknown);
    if (folded === 0) return this.#push(at, longFold(unit));
    this.#pushFolded(at, folded);
    if (this.#length >= MAX_WORD_UNITS) this.#close(at + 1);
  }

  #pushFolded(at: number, folded: number): void {
    this.#begin(at);
    this.#open.units[this.#open.top + this.#length] = folded;
    this.#hash = addToHash(this.#hash, folded);
    this.#length += 1;
  }

  #close(end: number, isCharacter = false): void {
    if (this.#length === 0) return;
    this.rows.add(this.#start, end, isCharacter);
    this.#open.close(this.#length, this.#hash, isCharacter);
    this.#length = 0;
    if (this.#open.isFull) this.#numberWords();
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
    const last = this.#open.units[this.#open.top + letters - 1] ?? 0;
    if (last >= DIGIT_0 && last <= DIGIT_9) return false;
    const units = this.#units;
    const { length } = this.#text;
    if (at + 1 >= length || !isLetter(units[at + 1] ?? 0)) return false;
    const next = at + 2 < length ? unitClass(units[at + 2] ?? 0) : UNIT.separator;
    return next === UNIT.fullStop || next === UNIT.separator || next === UNIT.quote;
  }

  #isInsideHebrew(at: number): boolean {
    if (this.#length === 0) return false;
    return isHebrew(this.#units[at - 1] ?? 0) && isHebrew(this.#units[at + 1] ?? 0);
  }

  #readDictionaryRun(from: number): number {
    const units = this.#units;
    this.#bounds ??= dictionaryBounds(this.#text);
    let end = from + 1;
    while (end < this.#text.length && isDictionaryRun(units[end] ?? 0)) end += 1;
    let start = from;
    while (start < end) {
      const stop = Math.min(firstAfter(this.#bounds, start) ?? end, end);
      for (let at = start; at < stop; at += 1) {
        const unit = units[at] ?? 0;
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
