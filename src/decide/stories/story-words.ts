import { UNIT_IS } from "./folded-units.ts";
import { STEM, type ItemStems } from "./item-stems.ts";
import type { ItemWords } from "./item-words.ts";
import { cutToStem, readBits, type Span, type TextBits } from "./word-stem.ts";

/** Units of a word that counts also where it is no name, and says whether a headline is written in title case. */
const MIN_LETTERS = 4;
const UPPER = /^\p{Lu}/u;
const LOWER = /^\p{Ll}/u;
/** What ends a sentence, and what may stand between the end and the first word of the next one. */
const ENDS_SENTENCE = /[.!?…:;\n–—|•]/u;
const OPENS_SENTENCE = /[\s"'«»„“”‘’()[\]¡¿-]/u;
const LOOK_BACK = 6;
/** Beyond this share of capitals a headline is written in title case, and they say nothing. */
const TITLE_CASE_SHARE = 0.6;

const LETTER = { unknown: 0, upper: 1, lower: 2, endsSentence: 3, opensSentence: 4, other: 5 } as const;
/** By unit; learnt when a unit is first asked for. */
const letters = new Uint8Array(0x1_0000);

const span: Span = { from: 0, to: 0 };
const bits: TextBits = { first: 0, any: 0, all: 0 };

/** Rows of the reader. */
export interface Rows {
  from: number;
  to: number;
}

/**
 * Adds the stems of a text; Han and kana give pairs of neighbouring characters.
 * @param rows of the reader, which has read `source` there; a part of them is enough
 */
export function addStems(
  into: ItemStems,
  source: string,
  { words, rows, isTitle }: { words: ItemWords; rows: Rows; isTitle: boolean },
): void {
  const { starts, characters } = words.reader.rows;
  const place = isTitle ? STEM.inTitle : STEM.inLead;
  const capitalsTell = !isTitle || !isTitleCase(source, words, rows);
  for (let row = rows.from; row < rows.to; row += 1) {
    const tells = characters[row] === 1 ? takePair(words, row, rows.to) : takeStem(words, row);
    if (span.from === span.to) continue;
    const isNumber = characters[row] !== 1 && (bits.any & UNIT_IS.number) !== 0;
    const isName = isNumber || (capitalsTell && isNameAt(source, starts[row] ?? 0));
    if (isName || tells) into.add(words.units, span, place | (isName ? STEM.name : 0) | kindOf(bits));
  }
}

/** Leaves the stem of a word in `span`, what it is in `bits`. @returns whether it counts also where it is no name */
function takeStem(words: ItemWords, row: number): boolean {
  span.from = words.startOf(row);
  const length = words.lengthOf(row);
  span.to = span.from + length;
  readBits(bits, words.units, span);
  cutToStem(span, words.units, bits);
  return length >= MIN_LETTERS || span.to - span.from < MIN_LETTERS;
}

/** Leaves two characters side by side in `span`. @returns whether they count also where they are no name */
function takePair(words: ItemWords, row: number, end: number): boolean {
  const { starts, ends, characters } = words.reader.rows;
  const isPair = row + 1 < end && starts[row + 1] === ends[row] && characters[row + 1] === 1;
  span.from = isPair ? words.join(row) : 0;
  span.to = isPair ? span.from + words.lengthOf(row) + words.lengthOf(row + 1) : 0;
  readBits(bits, words.units, span);
  return true;
}

/** A word with a digit is its own stem. */
function kindOf({ first, all }: TextBits): number {
  return ((all & UNIT_IS.number) === 0 ? 0 : STEM.bareNumber) | ((first & UNIT_IS.unspaced) === 0 ? 0 : STEM.unspaced);
}

function isNameAt(source: string, start: number): boolean {
  return letterAt(source, start) === LETTER.upper && !isSentenceStart(source, start);
}

function isSentenceStart(source: string, start: number): boolean {
  const least = Math.max(0, start - LOOK_BACK);
  for (let at = start - 1; at >= least; at -= 1) {
    const letter = letterAt(source, at);
    if (letter === LETTER.endsSentence) return true;
    if (letter !== LETTER.opensSentence) return false;
  }
  return true;
}

function isTitleCase(source: string, words: ItemWords, { from, to }: Rows): boolean {
  const { starts } = words.reader.rows;
  let long = 0;
  let capitals = 0;
  for (let row = from; row < to; row += 1) {
    if (words.lengthOf(row) < MIN_LETTERS) continue;
    const letter = letterAt(source, starts[row] ?? 0);
    if (letter === LETTER.upper || letter === LETTER.lower) long += 1;
    if (letter === LETTER.upper) capitals += 1;
  }
  return long > 0 && capitals / long > TITLE_CASE_SHARE;
}

function letterAt(source: string, at: number): number {
  const unit = source.charCodeAt(at);
  const known = letters[unit] ?? LETTER.other;
  if (known !== LETTER.unknown) return known;
  const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
  const letter = letterOf(character);
  if (character.length === 1) letters[unit] = letter;
  return letter;
}

function letterOf(character: string): number {
  if (UPPER.test(character)) return LETTER.upper;
  if (LOWER.test(character)) return LETTER.lower;
  if (ENDS_SENTENCE.test(character)) return LETTER.endsSentence;
  return OPENS_SENTENCE.test(character) ? LETTER.opensSentence : LETTER.other;
}
