import type { TermPart } from "./ast.ts";
import { readPlainTerm } from "./plain-term.ts";
import type { ProblemDraft } from "./problem-drafts.ts";
import { findWildcardFault } from "./wildcards.ts";

/** What separates words: white space, and the invisible characters that are reported by themselves. */
export const SPACE = /[\s\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]/u;
const BLANK = SPACE.source.slice(1, -1);

/** A gap, also between words of a script without blanks: `使馆..3职员`. An ellipsis is punctuation. */
const GAP = "(?<!\\.)\\.\\.(?:\\d+(?![\\d.])|(?<=[\\p{L}\\p{M}\\p{N}]\\.\\.)(?=[\\p{L}\\p{M}]))";
const PIECE = new RegExp(`${GAP}|(?:(?!${GAP})[^${BLANK}])+`, "gu");
/** What the tokeniser makes words of. */
const WORD_SIGN = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
const OUTER_SIGN = /[\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}*?]/u;
const LONGEST_GAP = 50;
/** A word of a term with its place in the source. */
interface WrittenWord {
  text: string;
  start: number;
}

interface PartsReading {
  parts: TermPart[];
  drafts: ProblemDraft[];
}

/** The word in a piece, without the punctuation around it. */
function trim(piece: string): { from: number; to: number } {
  const signs = [...piece.matchAll(/./gsu)];
  const first = signs.find(([sign]) => OUTER_SIGN.test(sign));
  const last = signs.findLast(([sign]) => OUTER_SIGN.test(sign));
  return first && last ? { from: first.index, to: last.index + last[0].length } : { from: 0, to: 0 };
}

function readGap(reading: PartsReading, piece: string, at: number): void {
  const number = piece.slice(2);
  const max = number === "" ? 3 : Number(number);
  const place = { start: at, end: at + piece.length };
  reading.parts.push({ kind: "gap", max });
  if (number === "") {
    const message = ".. needs the greatest number of words in between: ..3";
    reading.drafts.push({ code: "gap-without-number", message, ...place, edits: [{ ...place, text: "..3" }] });
  } else if (max < 1 || max > LONGEST_GAP) {
    const message = `a gap is 1 to ${LONGEST_GAP} words; for more use BEFORE/n`;
    reading.drafts.push({ code: "gap-range", message, ...place, edits: [] });
  }
}

function readWord(reading: PartsReading, piece: string, at: number): WrittenWord | null {
  const { from, to } = trim(piece);
  const text = piece.slice(from, to);
  if (!WORD_SIGN.test(text)) {
    if (text.includes("*")) {
      const message = "* stands alone and would match any word: inside a phrase write ..1 for one word in between";
      reading.drafts.push({ code: "lone-wildcard", message, start: at, end: at + piece.length, edits: [] });
    }
    return null;
  }
  reading.parts.push({ kind: "word", text });
  if (piece.charAt(to) === "!") {
    const mark = { start: at + to, end: at + to + 1 };
    reading.drafts.push({
      code: "truncation-mark",
      message: `! is not a wildcard here: write ${text}*, or leave it out where it is punctuation`,
      start: at + from,
      end: mark.end,
      edits: [{ ...mark, text: "*" }],
    });
  }
  return { text, start: at + from };
}

function isGap(part: TermPart | undefined): boolean {
  return part?.kind === "gap";
}

function checkWhole({ parts, drafts }: PartsReading, place: { start: number; end: number }): void {
  if (drafts.length > 0) return;
  if (parts.every(isGap)) {
    drafts.push({ code: "no-word", message: "there is no letter or digit here to look for", ...place, edits: [] });
  } else if (isGap(parts.at(0)) || isGap(parts.at(-1)) || parts.some((part, i) => isGap(part) && isGap(parts[i + 1]))) {
    const message = "a gap stands between two words of a phrase: hands ..3 passport";
    drafts.push({ code: "gap-at-edge", message, ...place, edits: [] });
  }
}

/**
 * Reads the words and gaps of a term. A word is kept as it is written, without the punctuation around it: `state-run`
 * and `l'asile` stay one part, and the tokeniser that reads the items decides into which adjacent tokens they fall.
 * @param start where `text` begins in the source, for the places of problems
 */
export function readParts(text: string, start: number, options: { leadingWildcard: boolean }): PartsReading {
  const plain = readPlainTerm(text);
  if (plain !== null) return { parts: plain, drafts: [] };
  const reading: PartsReading = { parts: [], drafts: [] };
  const words: WrittenWord[] = [];
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    const at = start + index;
    if (/^\.\.\d*$/u.test(piece)) readGap(reading, piece, at);
    else {
      const word = readWord(reading, piece, at);
      if (word) words.push(word);
    }
  }
  const phrase = { words: words.map((word) => word.text), leadingAllowed: options.leadingWildcard };
  for (const word of words) {
    const fault = findWildcardFault(word.text, phrase);
    const place = { start: word.start, end: word.start + word.text.length };
    if (fault) reading.drafts.push({ ...fault, ...place, edits: [] });
  }
  checkWhole(reading, { start, end: start + text.length });
  return reading;
}
