import { foldIdeograph } from "../../../text/fold.ts";
import { fieldText, type Document } from "../../engine/document.ts";
import { isCased } from "../sounds/script.ts";
import { hasCapitalNouns } from "../words/language-customs.ts";
import type { WordInfo } from "./word-info.ts";
import type { WordTable } from "./word-table.ts";

/** What stands between a word and the next one. */
export const GAP = {
  space: 0,
  /** Nothing, a hyphen, an apostrophe, a zero-width non-joiner. */
  joined: 1,
  comma: 2,
  fullStop: 3,
  /** Between names of Han and kana. */
  middleDot: 4,
  /** Other punctuation. */
  break: 5,
  /** A line or a field ends, or a sentence without a full stop. */
  end: 6,
} as const;
type Gap = (typeof GAP)[keyof typeof GAP];

/** A word of an item, as names are read. */
export interface TextWord {
  info: WordInfo;
  isCapital: boolean;
  /** Capitalised, or of a script without capitals. */
  isNameLike: boolean;
  /** Whether a capital says that a word is a name: not where nouns have one, nor in a headline where all words have. */
  capitalsTell: boolean;
  /** Tokens it is made of, both included; several for a word in katakana. */
  first: number;
  last: number;
  gap: Gap;
  source: string;
}

const JOINED = /^(?:[-\u2010\u2011'’‘`´\u02bb\u02bc\u05f3\u200c\u00ad]|)$/;
const SENTENCE_END = /[!?…\n؟।。！？۔]/;
const SPACES = /^[\s\u00a0\u200c-\u200f]+$/;
const COMMA = /^[,،、]\s?$/;
const CAPITALS = /^\p{Lu}{2,}$/u;
/** Also between initials: `J.-B.` */
const FULL_STOP = /^\.[\s\u00a0-]?$/;
const MIDDLE_DOT = /^[·・‧•=＝]$/;
const HEADLINE_WORD = 4;
const HEADLINE_SHARE = 0.8;
const FEW_WORDS = 4;
/** The letters of Hebrew, and a few signs beside them: U+0580 to U+05FF. */
const HEBREW = 0x580;
const HEBREW_BLOCK = 0xff80;
/** Behind a single letter it abbreviates a name. */
const WITH_GERESH = /\p{L}[גזצץתעח]['׳’]$/u;
const KATAKANA = /^[\u30a1-\u30ff]$/;

function gapBetween(text: string, from: number, to: number): Gap {
  if (to === from + 1 && text.charCodeAt(from) === 32) return GAP.space;
  const between = text.slice(from, to);
  if (JOINED.test(between)) return GAP.joined;
  if (SENTENCE_END.test(between)) return GAP.end;
  if (SPACES.test(between)) return GAP.space;
  if (COMMA.test(between)) return GAP.comma;
  if (FULL_STOP.test(between)) return GAP.fullStop;
  return MIDDLE_DOT.test(between) ? GAP.middleDot : GAP.break;
}

/** Cuts an item into words; behind the last one of a field it ends. */
export function readTextWords(document: Document, table: WordTable): readonly TextWord[] {
  const { starts, ends, characters, titleEnd, length } = document;
  const words: TextWord[] = [];
  const tell = {
    title: !hasCapitalNouns(table.language) && !isHeadlineCase(document),
    body: !hasCapitalNouns(table.language),
  };
  for (let at = 0; at < length; at += 1) {
    const text = fieldText(document, at < titleEnd ? "title" : "body");
    const first = at;
    at = lastOfWord(document, at, text);
    const end = endOfWord(text, ends[at] ?? 0);
    const source = text.slice(starts[first] ?? 0, end);
    const info = table.word(characters[first] === 1 && at === first ? foldIdeograph(source) : source);
    const isCapital = isCapitalised(source);
    const isLast = at + 1 === length || at + 1 === titleEnd;
    const gap = isLast ? GAP.end : gapBetween(text, end, starts[at + 1] ?? 0);
    const isNameLike = isCapital || !isCased(info.script);
    const capitalsTell = first < titleEnd ? tell.title : tell.body;
    words.push({ info, isCapital, isNameLike, capitalsTell, first, last: at, gap, source });
  }
  return words;
}

/** The last token of the word that begins at one: a word in katakana is several. */
function lastOfWord({ starts, ends, characters, length, titleEnd }: Document, at: number, text: string): number {
  if (characters[at] !== 1 || !KATAKANA.test(text.charAt(starts[at] ?? 0))) return at;
  const fieldEnd = at < titleEnd ? titleEnd : length;
  let last = at;
  while (last + 1 < fieldEnd && starts[last + 1] === ends[last] && KATAKANA.test(text.charAt(ends[last] ?? 0)))
    last += 1;
  return last;
}

/** `אירג'`: at the end of a Hebrew word a geresh makes another sound of its last letter. */
function endOfWord(text: string, end: number): number {
  // Next to no letters are Hebrew: they must cost nothing.
  const isHebrew = (text.charCodeAt(end - 1) & HEBREW_BLOCK) === HEBREW;
  return isHebrew && WITH_GERESH.test(text.slice(end - 2, end + 1)) ? end + 1 : end;
}

/** `Consul Quits Post and Asks for Asylum`: the long words have capitals. */
function isHeadlineCase({ starts, ends, titleEnd, title }: Document): boolean {
  let long = 0;
  let capitals = 0;
  for (let at = 0; at < titleEnd; at += 1) {
    const start = starts[at] ?? 0;
    if ((ends[at] ?? 0) - start < HEADLINE_WORD) continue;
    long += 1;
    if (isCapitalised(title.charAt(start))) capitals += 1;
  }
  return long >= FEW_WORDS && capitals >= HEADLINE_SHARE * long;
}

function isCapitalised(source: string): boolean {
  const first = source.charAt(0);
  return first !== first.toLowerCase();
}

/** Two capitals between words that are not written in capitals: the RI of `Dubes RI`, the Republic of Indonesia. */
export function isAbbreviation(words: readonly TextWord[], at: number): boolean {
  const isCapitals = [at - 1, at, at + 1].map((each) => CAPITALS.test(words[each]?.source ?? ""));
  return words[at]?.source.length === 2 && isCapitals[1] === true && isCapitals[0] !== true && isCapitals[2] !== true;
}

/** The first letter of `N'Diaye` and `O'Brien`. */
export function isTiedLetter({ info, isCapital, gap }: TextWord): boolean {
  return gap === GAP.joined && isCapital && info.fold.length === 1;
}

/** Whether a name may go on over the gap after a word: not over the end of a sentence, a quote or a line. */
export function continuesAfter({ gap, info }: TextWord): boolean {
  if (gap === GAP.fullStop) return info.fold.length <= 2 || info.isTitle || info.initialKeys.length > 0;
  return gap === GAP.space || gap === GAP.joined || gap === GAP.middleDot;
}

/** Whether a word begins a sentence. @param before the word before it; undefined: none */
export function beginsSentence(before: TextWord | undefined): boolean {
  return before === undefined || before.gap >= GAP.break || before.gap === GAP.fullStop;
}
