import { abbreviationsOf } from "./abbreviations.ts";

/** A sentence of a text: UTF-16 offsets without surrounding blanks, end exclusive; paragraphs count from 0. */
export interface Sentence {
  start: number;
  end: number;
  paragraph: number;
}

const PARAGRAPH_BREAK = /\r?\n[^\S\n]*(?:\r?\n\s*)+/g;
/** Stops, and the closing quotes behind them; those of full width stand for themselves. */
const STOPS = /[.!?…؟۔։।॥။៕។]+["”»’'」』)\]]*|[。！？｡]+["”»’'」』）)\]]*/g;
/** They end a sentence by themselves, the others only before a blank or the end. */
const FULL_WIDTH = /^[。！？｡]/;
const ONE_FULL_STOP = /^\.["”»’'」』)\]]*$/;
const BLANK = /\s/;
const WORD_PART = /[\p{L}\p{N}.]/u;
const SINGLE_CAPITAL = /^(?:\p{Lu}\.)*\p{Lu}$/u;
const LOWER_CASE = /^\s+["“«‘'(]*\p{Ll}/u;
/** Abbreviations before a number, and ordinary words before anything else: `No. 5`, but "No." */
const COUNTING = new Set(["no", "nr", "art", "fig", "vol", "on", "par"]);
const NUMBER_NEXT = /^\s+\p{N}/u;
const SHORT_NUMBER = /^\d{1,2}$/;
/** Languages that write ordinal numbers with a full stop: `3. Oktober`. */
const DOTTED_ORDINALS = new Set([
  "de",
  "cs",
  "da",
  "nb",
  "no",
  "fi",
  "hu",
  "hr",
  "sr",
  "sk",
  "sl",
  "et",
  "lv",
  "pl",
  "tr",
]);

function lastWordOf(text: string): string {
  let from = text.length;
  while (from > 0 && isWordPart(text.charAt(from - 1))) from -= 1;
  return text.slice(from);
}

/** Compared where a pattern would do: it is asked of most characters before a stop. */
function isWordPart(character: string): boolean {
  if (character > "\u007f") return WORD_PART.test(character);
  return (character >= "a" && character <= "z") || (character >= "A" && character <= "Z") || isDigitOrStop(character);
}

function isDigitOrStop(character: string): boolean {
  return (character >= "0" && character <= "9") || character === ".";
}

/** A full stop that belongs to the word before it: an initial, an abbreviation, an ordinal number. */
function isPartOfWord(before: string, after: string, lang: string | null): boolean {
  const word = lastWordOf(before);
  if (SINGLE_CAPITAL.test(word)) return true;
  if (SHORT_NUMBER.test(word)) return lang !== null && DOTTED_ORDINALS.has(lang);
  const lower = word.toLowerCase();
  return COUNTING.has(lower) ? NUMBER_NEXT.test(after) : abbreviationsOf(lang).has(lower);
}

/** Units of text that the decision looks at on either side. */
const LOOK_BACK = 24;
const LOOK_AHEAD = 8;

/** @param from where the sentence begins */
function endsHere(text: string, { 0: stops, index }: RegExpExecArray, from: number, lang: string | null): boolean {
  const end = index + stops.length;
  if (end < text.length && !BLANK.test(text.charAt(end)) && !FULL_WIDTH.test(stops)) return false;
  const after = text.slice(end, end + LOOK_AHEAD);
  if (LOWER_CASE.test(after)) return false;
  return !ONE_FULL_STOP.test(stops) || !isPartOfWord(text.slice(Math.max(from, index - LOOK_BACK), index), after, lang);
}

/** Adds `[start, end)` without surrounding blanks, unless nothing remains. */
function addTrimmed(sentences: Sentence[], text: string, bounds: Sentence): void {
  const piece = text.slice(bounds.start, bounds.end).trimEnd();
  const { length } = piece.trimStart();
  const end = bounds.start + piece.length;
  if (length > 0) sentences.push({ start: end - length, end, paragraph: bounds.paragraph });
}

function splitParagraph(sentences: Sentence[], text: string, bounds: Sentence, lang: string | null): void {
  const { end, paragraph } = bounds;
  const ends = new RegExp(STOPS);
  const piece = text.slice(0, end);
  let from = bounds.start;
  ends.lastIndex = from;
  for (let match = ends.exec(piece); match !== null; match = ends.exec(piece)) {
    if (!endsHere(piece, match, from, lang)) continue;
    const stop = match.index + match[0].length;
    addTrimmed(sentences, text, { start: from, end: stop, paragraph });
    from = stop;
  }
  addTrimmed(sentences, text, { start: from, end, paragraph });
}

/** Whether a stretch between two words holds a blank line. */
export function hasParagraphBreak(text: string): boolean {
  return text.includes("\n") && text.search(PARAGRAPH_BREAK) >= 0;
}

/**
 * Cuts a text into sentences; blank lines separate paragraphs.
 * @param lang two-letter code, for abbreviations and ordinals; null: unknown
 */
export function splitSentences(text: string, lang: string | null): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let paragraph = 0;
  for (const gap of text.matchAll(PARAGRAPH_BREAK)) {
    splitParagraph(sentences, text, { start, end: gap.index, paragraph }, lang);
    start = gap.index + gap[0].length;
    paragraph += 1;
  }
  splitParagraph(sentences, text, { start, end: text.length, paragraph }, lang);
  return sentences;
}
