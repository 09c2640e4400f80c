import { NO_STEM, WORD, type StoryLexicon } from "./story-lexicon.ts";

/** What a stem is in an item, as bits. */
export const STEM = {
  inTitle: 1,
  inLead: 2,
  /** Written with a capital inside a sentence, or with a digit, anywhere: the words that tell one event from another. */
  name: 4,
} as const;

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

/** The stems of an item, each once in the order they come, with what they are there. */
export class ItemStems {
  readonly stems: number[] = [];
  /** By stem. */
  marks = new Uint8Array(1024);

  clear(): void {
    for (const stem of this.stems) this.marks[stem] = 0;
    this.stems.length = 0;
  }

  add(stem: number, bits: number): void {
    while (stem >= this.marks.length) {
      const wider = new Uint8Array(2 * this.marks.length);
      wider.set(this.marks);
      this.marks = wider;
    }
    const before = this.marks[stem] ?? 0;
    if (before === 0) this.stems.push(stem);
    this.marks[stem] = before | bits;
  }
}

/** Rows of the reader. */
export interface Rows {
  from: number;
  to: number;
}

/**
 * Adds the stems of a text; Han and kana give pairs of neighbouring characters.
 * @param rows of the lexicon's reader, which has read `source` there; a part of them is enough
 */
export function addStems(
  into: ItemStems,
  source: string,
  { lexicon, rows: { from, to }, isTitle }: { lexicon: StoryLexicon; rows: Rows; isTitle: boolean },
): void {
  const { words, starts } = lexicon.reader;
  lexicon.learn(from, to);
  const place = isTitle ? STEM.inTitle : STEM.inLead;
  const capitalsTell = !isTitle || !isTitleCase(source, lexicon, { from, to });
  for (let row = from; row < to; row += 1) {
    const word = words[row] ?? 0;
    const kind = lexicon.kinds[word] ?? 0;
    const stem = (kind & WORD.character) === 0 ? (lexicon.stems[word] ?? NO_STEM) : pairAt(lexicon, row, to);
    if (stem === NO_STEM) continue;
    const isName = (kind & WORD.number) !== 0 || (capitalsTell && isNameAt(source, starts[row] ?? 0));
    if (isName) into.add(stem, place | STEM.name);
    else if ((kind & WORD.tells) !== 0) into.add(stem, place);
  }
}

/** The stem of two characters side by side. */
function pairAt(lexicon: StoryLexicon, row: number, end: number): number {
  const { words, starts, ends, characters } = lexicon.reader;
  const isPair = row + 1 < end && starts[row + 1] === ends[row] && characters[row + 1] === 1;
  return isPair ? lexicon.pairOf(words[row] ?? 0, words[row + 1] ?? 0) : NO_STEM;
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

function isTitleCase(source: string, { reader, kinds }: StoryLexicon, { from, to }: Rows): boolean {
  let long = 0;
  let capitals = 0;
  for (let row = from; row < to; row += 1) {
    if (((kinds[reader.words[row] ?? 0] ?? 0) & WORD.long) === 0) continue;
    const letter = letterAt(source, reader.starts[row] ?? 0);
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
