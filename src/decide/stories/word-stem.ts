import { bitsOf, bitsOfCharacter, UNIT_IS } from "./folded-units.ts";

/** Letters of a stem: endings differ between two reports, and transliterations differ late in the word. */
const STEM_LETTERS = 5;
const SHORT_STEM_LETTERS = 4;
const HANGUL_STEM = 2;
const MIN_SHORT_LETTERS = 3;
/** The first bits of the second half of a character. */
const LAST_HALVES = 0x37;
const [WAW, FA, BA, KAF, ALEF, LAM] = [0x648, 0x641, 0x628, 0x643, 0x627, 0x644];

/** A part of units; of no length where a word has no stem. */
export interface Span {
  from: number;
  to: number;
}

/** What all characters of a text are, and what any is, as `UNIT_IS`; what the first is. */
export interface TextBits {
  first: number;
  any: number;
  all: number;
}

/** Finds out what the characters of a word or stem are. */
export function readBits(into: TextBits, units: Uint16Array, { from, to }: Span): void {
  into.first = 0;
  into.any = 0;
  into.all = to > from ? ~0 : 0;
  let at = from;
  while (at < to) {
    const unit = bitsOf(units[at] ?? 0);
    const isPair = (unit & UNIT_IS.surrogate) !== 0 && at + 1 < to;
    const bits = isPair ? bitsOfCharacter(String.fromCharCode(units[at] ?? 0, units[at + 1] ?? 0)) : unit;
    if (at === from) into.first = bits;
    into.any |= bits;
    into.all &= bits;
    at += isPair ? 2 : 1;
  }
}

/**
 * Cuts a word to what reports of one event have in common.
 * @param span the word; becomes its stem
 * @param bits those of the word
 */
export function cutToStem(span: Span, units: Uint16Array, bits: TextBits): void {
  if ((bits.any & UNIT_IS.number) !== 0) return;
  if ((bits.first & UNIT_IS.hangul) !== 0) return cut(span, HANGUL_STEM, HANGUL_STEM);
  if ((bits.first & UNIT_IS.abjad) === 0) return cut(span, MIN_SHORT_LETTERS, STEM_LETTERS);
  span.from = behindArticle(span, units);
  cut(span, MIN_SHORT_LETTERS, SHORT_STEM_LETTERS);
}

function cut(span: Span, least: number, most: number): void {
  const length = span.to - span.from;
  span.to = span.from + (length < least ? 0 : Math.min(length, most));
}

/** Where an Arabic word begins behind its article, before which a particle of one letter may stand. */
function behindArticle({ from, to }: Span, units: Uint16Array): number {
  const first = units[from];
  const isParticle = first === WAW || first === FA || first === BA || first === KAF || first === LAM;
  const article = isParticle ? from + 1 : from;
  const isArticle = units[article] === ALEF && units[article + 1] === LAM;
  return isArticle && isLong(units, article + 2, to) ? article + 2 : from;
}

/** Whether so many characters follow; each of them has one unit that is no second half. */
function isLong(units: Uint16Array, from: number, to: number): boolean {
  let characters = 0;
  for (let at = from; at < to; at += 1) if ((units[at] ?? 0) >> 10 !== LAST_HALVES) characters += 1;
  return characters >= MIN_SHORT_LETTERS;
}
