import type { TermPart } from "./ast.ts";

/** What a UTF-16 unit is for a term; a rule set has few different ones, and patterns of Unicode are slow. */
const UNKNOWN = 0;
const LETTER = 1;
const NUMBER = 2;
const MARK = 3;
const OTHER = 4;
/** Says as much as two letters. */
const SYLLABLE = 5;
/** Stands between two letters of a written word: `vice-consul`, `l'asile`. */
const JOINT = 6;
const kinds = new Uint8Array(0x10000);

const STAR = 0x2a;
const SHORTEST_STEM = 3;
const OPERATOR = /AND|OR|NOT/;
const DOTS = "..";
const GAP = /^\.\.(?:[1-9]|[1-4][0-9]|50)$/;

function kindOf(unit: number): number {
  const known = kinds[unit] ?? OTHER;
  if (known !== UNKNOWN) return known;
  const kind = readKind(String.fromCharCode(unit).normalize("NFKC"));
  kinds[unit] = kind;
  return kind;
}

/** @param character as letters of a stem are counted: in compatibility form */
function readKind(character: string): number {
  if (/[-'’]/u.test(character)) return JOINT;
  if (/[가-힣]/u.test(character)) return SYLLABLE;
  // Several of these are one syllable once they are folded.
  if (/\p{Script=Hangul}/u.test(character)) return OTHER;
  if (/\p{L}/u.test(character)) return LETTER;
  if (/\p{N}/u.test(character)) return NUMBER;
  return /\p{M}/u.test(character) ? MARK : OTHER;
}

/**
 * Whether a word, the units [from, to) of a text, is of letters and digits with single joints between them, or such a stem
 * whose last part has three letters.
 */
function isPlainWord(text: string, from: number, to: number): boolean {
  const isStem = to > from && text.charCodeAt(to - 1) === STAR;
  const end = isStem ? to - 1 : to;
  /** Since the last joint. */
  let letters = 0;
  let isRead = false;
  for (let at = from; at < end; at += 1) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === OTHER || (kind === JOINT && !isRead)) return false;
    if (kind === JOINT) [letters, isRead] = [0, false];
    else if (kind !== MARK) {
      letters += kind === SYLLABLE ? 2 : 1;
      isRead = true;
    }
  }
  return isRead && (!isStem || letters >= SHORTEST_STEM);
}

/**
 * Whether there is nothing to find fault with in a term: words, long stems and gaps between them, a blank apart. Nearly all terms
 * of lists are such, and need not be read to be checked.
 */
export function isPlainTerm(text: string): boolean {
  let isAfterWord = false;
  for (let from = 0; from <= text.length;) {
    const blank = text.indexOf(" ", from);
    const to = blank === -1 ? text.length : blank;
    if (isPlainWord(text, from, to)) isAfterWord = true;
    else if (isAfterWord && GAP.test(text.slice(from, to))) isAfterWord = false;
    else return false;
    from = to + 1;
  }
  return isAfterWord && !OPERATOR.test(text);
}

/** The parts of a plain term; null: it has to be read with care. */
export function readPlainTerm(text: string): TermPart[] | null {
  return isPlainTerm(text) ? text.split(" ").map(toPart) : null;
}

/** @param piece a plain word, which has no full stop, or a gap */
function toPart(piece: string): TermPart {
  return piece.startsWith(DOTS)
    ? { kind: "gap", max: Number(piece.slice(DOTS.length)) }
    : { kind: "word", text: piece };
}
