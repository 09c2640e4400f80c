import type { TermPart } from "./ast.ts";
import type { ProblemDraft } from "./problem-drafts.ts";

/** What separates words: white space, and the invisible characters that are reported by themselves. */
export const SPACE = /[\s\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]/u;
const PIECE = new RegExp(`[^${SPACE.source.slice(1, -1)}]+`, "gu");

const LETTER = /[\p{L}\p{N}]/u;
/** A gap without blanks around it or without its number; an ellipsis is punctuation. */
const JOINED_GAP = /(?<!\.)\.\.(\d*)(?=[\p{L}\p{M}])|(?<=[\p{L}\p{M}])\.\.(\d+)$/u;
const TWO_LETTER_SIGNS = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const SHORTEST_STEM = 3;
const LONGEST_GAP = 50;

interface PartsReading {
  parts: TermPart[];
  drafts: ProblemDraft[];
}

/** Letters and digits that are left of a stem once it is folded: `Straß` has seven, a Han, kana or Hangul sign is worth two. */
export function countFoldedLetters(stem: string): number {
  let letters = 0;
  for (const character of stem.normalize("NFKC").toUpperCase()) {
    if (LETTER.test(character)) letters += TWO_LETTER_SIGNS.test(character) ? 2 : 1;
  }
  return letters;
}

function isWordSign(character: string): boolean {
  return /[\p{L}\p{M}\p{N}*?]/u.test(character);
}

/** Where the word in a piece begins and ends, without the punctuation around it. */
function trim(piece: string): { from: number; to: number } {
  const signs = [...piece.matchAll(/./gsu)];
  const first = signs.find(([sign]) => isWordSign(sign));
  const last = signs.findLast(([sign]) => isWordSign(sign));
  return first && last ? { from: first.index, to: last.index + last[0].length } : { from: 0, to: 0 };
}

/** The part of a word that a wildcard extends: what stands beside it up to the next hyphen or apostrophe. */
function stemLetters(word: string, end: "first" | "last"): number {
  const stems = word.replaceAll("*", "").split(/[^\p{L}\p{M}\p{N}?\u200c\u200d]/u);
  return countFoldedLetters((end === "first" ? stems.at(0) : stems.at(-1)) ?? "");
}

function hasShortStem(word: string): boolean {
  if (word.endsWith("*") && stemLetters(word, "last") < SHORTEST_STEM) return true;
  if (word.startsWith("*") && stemLetters(word, "first") < SHORTEST_STEM) return true;
  return word.includes("?") && countFoldedLetters(word) < SHORTEST_STEM;
}

function wildcardFault(word: string, leadingAllowed: boolean): Pick<ProblemDraft, "code" | "message"> | null {
  const inner = word.replace(/^\*/u, "").replace(/\*$/u, "");
  if (word.startsWith("*") && !leadingAllowed) {
    return {
      code: "leading-wildcard",
      message: `${word} begins with a wildcard: that is possible only in lists of compounding languages (de, nl, sv, da, no, fi, hu, is)`,
    };
  }
  if (inner.includes("*")) {
    return {
      code: "wildcard-inside",
      message: `* stands inside ${word}: it may only end a word; ? stands for one letter`,
    };
  }
  if (/^\?|\?$/u.test(inner)) {
    return {
      code: "question-mark-at-edge",
      message: `? stands at the edge of ${word}: it is one letter inside a word; * is any ending, and punctuation is left out`,
    };
  }
  if (hasShortStem(word)) {
    return {
      code: "short-stem",
      message: `${word} is too short for a wildcard: the stem needs at least ${SHORTEST_STEM} letters`,
    };
  }
  return null;
}

function readWord(reading: PartsReading, piece: string, at: number, leadingAllowed: boolean): void {
  const { from, to } = trim(piece);
  const word = piece.slice(from, to);
  if (!LETTER.test(word)) {
    if (word.includes("*")) {
      reading.drafts.push({
        code: "lone-wildcard",
        message: "* stands alone and would match any word: inside a phrase write ..1 for one word in between",
        start: at,
        end: at + piece.length,
        edits: [],
      });
    }
    return;
  }
  reading.parts.push({ kind: "word", text: word });

  if (piece.slice(to).startsWith("!")) {
    const mark = at + to;
    reading.drafts.push({
      code: "truncation-mark",
      message: `! is not a wildcard here: write ${word}*, or leave it out where it is punctuation`,
      start: at + from,
      end: mark + 1,
      edits: [{ start: mark, end: mark + 1, text: "*" }],
    });
  }
  const fault = wildcardFault(word, leadingAllowed);
  if (fault) reading.drafts.push({ ...fault, start: at + from, end: at + to, edits: [] });
}

function readGap(reading: PartsReading, piece: string, at: number): void {
  const number = piece.slice(2);
  const max = number === "" ? 3 : Number(number);
  const place = { start: at, end: at + piece.length };
  reading.parts.push({ kind: "gap", max });
  if (number === "") {
    reading.drafts.push({
      code: "gap-without-number",
      message: ".. needs the greatest number of words in between: ..3",
      ...place,
      edits: [{ ...place, text: "..3" }],
    });
  } else if (max < 1 || max > LONGEST_GAP) {
    reading.drafts.push({
      code: "gap-range",
      message: `a gap is 1 to ${LONGEST_GAP} words; for more use BEFORE/n`,
      ...place,
      edits: [],
    });
  }
}

function isGap(part: TermPart | undefined): boolean {
  return part?.kind === "gap";
}

function checkGapPlaces(reading: PartsReading, start: number, end: number): void {
  const { parts } = reading;
  const misplaced =
    isGap(parts.at(0)) || isGap(parts.at(-1)) || parts.some((part, i) => isGap(part) && isGap(parts[i + 1]));
  if (!misplaced) return;
  reading.drafts.push({
    code: "gap-at-edge",
    message: "a gap stands between two words of a phrase: hands ..3 passport",
    start,
    end,
    edits: [],
  });
}

/**
 * Reads the words and gaps of a term. A word is kept as it is written, without the punctuation around it: `state-run`
 * and `l'asile` stay one part, and the tokeniser that reads the items decides into which adjacent tokens they fall.
 * @param start where `text` begins in the source, for the places of problems
 */
export function readParts(text: string, start: number, options: { leadingWildcard: boolean }): PartsReading {
  const reading: PartsReading = { parts: [], drafts: [] };
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    const at = start + index;
    const joined = JOINED_GAP.exec(piece);
    if (/^\.\.\d*$/u.test(piece)) readGap(reading, piece, at);
    else if (joined) {
      const place = { start: at + joined.index, end: at + joined.index + joined[0].length };
      const gap = ` ..${joined[1] || joined[2] || 3} `;
      const message = `a gap needs its number and blanks around it: write${gap}here`;
      reading.drafts.push({ code: "joined-gap", message, ...place, edits: [{ ...place, text: gap }] });
      reading.parts.push({ kind: "word", text: piece });
    } else readWord(reading, piece, at, options.leadingWildcard);
  }
  const end = start + text.length;
  if (reading.drafts.length === 0) checkGapPlaces(reading, start, end);
  if (reading.drafts.length === 0 && !reading.parts.some(({ kind }) => kind === "word")) {
    reading.drafts.push({
      code: "no-word",
      message: "there is no letter or digit here to look for",
      start,
      end,
      edits: [],
    });
  }
  return reading;
}
