import { HAN_VARIANTS } from "./han-variants.ts";

/** What the tokeniser does with a UTF-16 unit. */
export const UNIT = {
  unknown: 0,
  separator: 1,
  /** Part of a word, as its folded text. */
  letter: 2,
  /** Leaves no trace: marks of scripts that are read without them, joiners, direction controls. */
  ignored: 3,
  /** Han or kana: a token of its own. */
  character: 4,
  /** Thai, Lao, Khmer, Burmese: words come from a dictionary. */
  dictionary: 5,
  surrogate: 6,
  fullStop: 7,
  /** An apostrophe or quotation mark: inside a Hebrew word part of it, elsewhere a separator. */
  quote: 8,
  /** A letter that folds to several units. */
  longLetter: 9,
} as const;

/** Letters that Unicode does not decompose the way readers equate them, by lower-case letter. */
const SPECIAL: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: "ss",
    æ: "ae",
    œ: "oe",
    ø: "o",
    ł: "l",
    đ: "d",
    ð: "d",
    þ: "th",
    ħ: "h",
    ŋ: "n",
    ı: "i",
    İ: "i",
    ə: "a",
    ς: "σ",
    ё: "е",
    ґ: "г",
    й: "й",
    ї: "ї",
    ў: "ў",
    أ: "ا",
    إ: "ا",
    آ: "ا",
    ٱ: "ا",
    ى: "ي",
    ی: "ي",
    ې: "ي",
    ۍ: "ي",
    ئ: "ي",
    ؤ: "و",
    ة: "ه",
    ۀ: "ه",
    ہ: "ه",
    ۂ: "ه",
    ە: "ه",
    ک: "ك",
    ڪ: "ك",
  }),
);

const MARK = /^\p{M}$/u;
const LETTER_OR_DIGIT = /^[\p{L}\p{N}]$/u;
type Ranges = readonly (readonly [number, number])[];
/**
 * Vowel signs of Indic and South-East Asian scripts and kana voicing carry the word; other marks are folded away, and so is
 * the nukta of Devanagari, which Hindi writes or leaves out (फ़ैसला, फैसला). That of Bengali makes other letters (ড, ড়).
 */
const KEPT_MARKS: Ranges = [
  [0x0900, 0x093b],
  [0x093d, 0x0dff],
  [0x0e00, 0x109f],
  [0x1780, 0x17ff],
  [0x3099, 0x309a],
];
const CHARACTER = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]$/u;
const DICTIONARY = /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;
const JAMO_OR_HALF_WIDTH = /^[\u1161-\u11ff\uff61-\uff9f]$/;
const DIGIT = /^\p{Nd}$/u;
const QUOTE = /^['"\u2019\u02bc\uff07\u201d\u05f3\u05f4]$/;
/** Soft hyphen, tatweel, zero-width signs, direction controls, invisible operators, variation selectors, byte order mark. */
const INVISIBLE: Ranges = [
  [0x00ad, 0x00ad],
  [0x0640, 0x0640],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

function isIn(ranges: Ranges, character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return ranges.some(([from, to]) => code >= from && code <= to);
}

/** Value of a decimal digit of any script: Unicode keeps the ten digits of a script together, zero first. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

function foldCharacter(character: string): string {
  let folded = "";
  for (const lower of character.normalize("NFKC").toLowerCase()) {
    const special = SPECIAL.get(lower) ?? HAN_VARIANTS.get(lower);
    if (special !== undefined) {
      folded += special;
      continue;
    }
    if (DIGIT.test(lower)) {
      folded += digitValue(lower);
      continue;
    }
    for (const piece of lower.normalize("NFD")) {
      if (!MARK.test(piece) || isIn(KEPT_MARKS, piece)) folded += SPECIAL.get(piece) ?? piece;
    }
  }
  return folded.normalize("NFC").replaceAll(" ", "");
}

/**
 * Whether normalising may change a text that holds the character: what is neither a mark nor the second part of a Korean
 * syllable nor changed by itself stays (Unicode Standard Annex 15, quick check).
 */
function mayChange(character: string, kind: number): boolean {
  if (kind === UNIT.surrogate || kind === UNIT.dictionary || MARK.test(character)) return true;
  return JAMO_OR_HALF_WIDTH.test(character) || character.normalize("NFC") !== character;
}

function classOf(unit: number, character: string): number {
  if (unit >= 0xd800 && unit < 0xe000) return unit < 0xdc00 ? UNIT.surrogate : UNIT.separator;
  if (character === ".") return UNIT.fullStop;
  if (QUOTE.test(character)) return UNIT.quote;
  if (isIn(INVISIBLE, character)) return UNIT.ignored;
  if (DICTIONARY.test(character)) return UNIT.dictionary;
  if (MARK.test(character)) return isIn(KEPT_MARKS, character) ? UNIT.letter : UNIT.ignored;
  if (CHARACTER.test(character)) return UNIT.character;
  return LETTER_OR_DIGIT.test(character) ? UNIT.letter : UNIT.separator;
}

/** Parts of an entry: its class, whether normalising may change a text that holds the unit, and what it folds to. */
const CLASS_BITS = 15;
const MAY_CHANGE = 16;
const FOLD_SHIFT = 8;

/**
 * By UTF-16 unit, all that is known of it in one integer; `UNIT.unknown` until it is learnt, so that a start costs only the
 * units that occur. A letter, character or dictionary unit that folds to 0 folds to several, which `longFold` has.
 */
export const unitEntries = new Int32Array(65_536);
const longFolds = new Map<number, string>();

/** Learns a unit that the table does not know yet. @returns its entry */
export function learnUnit(unit: number): number {
  const character = String.fromCharCode(unit);
  let kind = classOf(unit, character);
  const folds = kind === UNIT.letter || kind === UNIT.character || kind === UNIT.dictionary;
  const folded = folds ? foldCharacter(character) : "";
  if (folds && folded === "") kind = UNIT.ignored;
  if (folded.length > 1) {
    longFolds.set(unit, folded);
    if (kind === UNIT.letter) kind = UNIT.longLetter;
  }
  const fold = folded.length === 1 ? folded.charCodeAt(0) : 0;
  const entry = kind | (mayChange(character, kind) ? MAY_CHANGE : 0) | (fold << FOLD_SHIFT);
  unitEntries[unit] = entry;
  return entry;
}

/** Class (`UNIT`) of an entry. */
export function classIn(entry: number): number {
  return entry & CLASS_BITS;
}

/** Folded unit of an entry; 0: none, or several. */
export function foldIn(entry: number): number {
  return entry >> FOLD_SHIFT;
}

/** Whether a text with these entries, one laid over the other, may not be in normal form C, or holds half-width kana. */
export function mayChangeIn(seen: number): boolean {
  return (seen & MAY_CHANGE) !== 0;
}

/** Class of a UTF-16 unit (`UNIT`). */
export function unitClass(unit: number): number {
  const known = unitEntries[unit] ?? UNIT.unknown;
  return classIn(known === UNIT.unknown ? learnUnit(unit) : known);
}

/** What a unit folds to where that is several units: ß, ﬁ, the Thai am. */
export function longFold(unit: number): string {
  return longFolds.get(unit) ?? "";
}

/** Folds a code point outside the basic plane: compatibility form, lower case. */
export function foldAstral(character: string): string {
  return character.normalize("NFKC").toLowerCase();
}

/**
 * A Han or kana character as the tokeniser folds it; two units are kana of half width with its voicing mark, or beyond
 * the basic plane.
 */
export function foldIdeograph(source: string): string {
  const character = source.length === 1 ? source : source.normalize("NFKC");
  if (character.length !== 1) return character;
  const unit = character.charCodeAt(0);
  const known = unitEntries[unit] ?? UNIT.unknown;
  const folded = foldIn(known === UNIT.unknown ? learnUnit(unit) : known);
  return folded === 0 ? longFold(unit) : String.fromCharCode(folded);
}

const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;

/** Whether a digit of any script stands at a place of a text. */
export function beginsWithDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unitClass(unit) === UNIT.surrogate) return DIGIT.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
  const folded = foldIn(unitEntries[unit] ?? 0);
  return folded >= DIGIT_0 && folded <= DIGIT_9;
}
