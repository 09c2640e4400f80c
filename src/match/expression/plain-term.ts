import type { TermPart } from "./ast.ts";

/** What a UTF-16 unit is for a term; a rule set has few different ones, and patterns of Unicode are slow. */
const UNKNOWN = 0;
const LETTER = 1;
const NUMBER = 2;
const MARK = 3;
const OTHER = 4;
const kinds = new Uint8Array(0x10000);

const SHORTEST_STEM = 3;
const OPERATOR = /AND|OR|NOT/;
const GAP = /^\.\.(?:[1-9]|[1-4][0-9]|50)$/;

function kindOf(unit: number): number {
  const known = kinds[unit] ?? OTHER;
  if (known !== UNKNOWN) return known;
  const character = String.fromCharCode(unit);
  let kind = OTHER;
  if (/\p{L}/u.test(character)) kind = LETTER;
  else if (/\p{N}/u.test(character)) kind = NUMBER;
  else if (/\p{M}/u.test(character)) kind = MARK;
  kinds[unit] = kind;
  return kind;
}

/** Whether a word is of letters and digits alone, or a stem that begins with three letters. */
function isPlainWord(word: string): boolean {
  const isStem = word.endsWith("*");
  const end = isStem ? word.length - 1 : word.length;
  if (isStem && end < SHORTEST_STEM) return false;
  let isRead = false;
  for (let at = 0; at < end; at += 1) {
    const kind = kindOf(word.charCodeAt(at));
    if (kind === OTHER || (isStem && at < SHORTEST_STEM && kind !== LETTER)) return false;
    if (kind !== MARK) isRead = true;
  }
  return isRead;
}

/**
 * The parts of a term in which there is nothing to find fault with, as nearly all are: words, long stems and gaps between
 * them, a blank apart; null: it has to be read with care.
 */
export function readPlainTerm(text: string): TermPart[] | null {
  if (OPERATOR.test(text)) return null;
  const parts: TermPart[] = [];
  let isAfterWord = false;
  for (const piece of text.split(" ")) {
    if (isPlainWord(piece)) {
      parts.push({ kind: "word", text: piece });
      isAfterWord = true;
    } else if (isAfterWord && GAP.test(piece)) {
      parts.push({ kind: "gap", max: Number(piece.slice(2)) });
      isAfterWord = false;
    } else return null;
  }
  return isAfterWord ? parts : null;
}
