import { fieldText, type Document } from "../engine/document.ts";
import { isCased } from "./words/script.ts";
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
  /** Other punctuation, a line or a field ends. */
  break: 5,
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

const JOINED = /^(?:[-\u2010\u2011'’\u02bc\u05f3\u200c\u00ad]|)$/;
const SPACES = /^[\s\u00a0\u200c-\u200f]+$/;
const COMMA = /^[,،、]\s?$/;
const FULL_STOP = /^\.[\s\u00a0]?$/;
const MIDDLE_DOT = /^[·・‧•=＝]$/;
/** German: nouns have capitals there. */
const CAPITAL_NOUNS = "de";
const HEADLINE_WORD = 4;
const HEADLINE_SHARE = 0.8;
const FEW_WORDS = 4;
const KATAKANA = /^[\u30a1-\u30ff]$/;

function gapBetween(text: string, from: number, to: number): Gap {
  if (to === from + 1 && text.charCodeAt(from) === 32) return GAP.space;
  const between = text.slice(from, to);
  if (JOINED.test(between)) return GAP.joined;
  if (SPACES.test(between)) return between.includes("\n") ? GAP.break : GAP.space;
  if (COMMA.test(between)) return GAP.comma;
  if (FULL_STOP.test(between)) return GAP.fullStop;
  return MIDDLE_DOT.test(between) ? GAP.middleDot : GAP.break;
}

/** Cuts an item into words; the last word of a field ends in a break. */
export function readTextWords(document: Document, table: WordTable): readonly TextWord[] {
  const { tokens, titleEnd } = document;
  const words: TextWord[] = [];
  const tell = {
    title: table.language !== CAPITAL_NOUNS && !isHeadlineCase(document),
    body: table.language !== CAPITAL_NOUNS,
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const text = fieldText(document, at < titleEnd ? "title" : "body");
    const first = at;
    at = lastOfWord(document, at, text);
    const { end } = tokens[at] ?? token;
    const source = text.slice(token.start, end);
    const info = table.word(token.isCharacter && at === first ? token.text : source);
    const isCapital = isCapitalised(source);
    const following = tokens[at + 1];
    const gap = following === undefined || at + 1 === titleEnd ? GAP.break : gapBetween(text, end, following.start);
    const isNameLike = isCapital || !isCased(info.script);
    const capitalsTell = first < titleEnd ? tell.title : tell.body;
    words.push({ info, isCapital, isNameLike, capitalsTell, first, last: at, gap, source });
  }
  return words;
}

/** The last token of the word that begins at one: a word in katakana is several. */
function lastOfWord({ tokens, titleEnd }: Document, at: number, text: string): number {
  const token = tokens[at];
  if (token?.isCharacter !== true || !KATAKANA.test(text.charAt(token.start))) return at;
  let { end } = token;
  let last = at;
  for (;;) {
    const next = tokens[last + 1];
    if (next?.start !== end || last + 1 === titleEnd || !KATAKANA.test(text.charAt(end))) return last;
    ({ end } = next);
    last += 1;
  }
}

/** `Consul Quits Post and Asks for Asylum`: the long words have capitals. */
function isHeadlineCase({ tokens, titleEnd, title }: Document): boolean {
  const long = tokens.slice(0, titleEnd).filter(({ start, end }) => end - start >= HEADLINE_WORD);
  const capitals = long.filter(({ start }) => isCapitalised(title.charAt(start)));
  return long.length >= FEW_WORDS && capitals.length >= HEADLINE_SHARE * long.length;
}

function isCapitalised(source: string): boolean {
  const first = source.charAt(0);
  return first !== first.toLowerCase();
}

/** Whether a name may go on over the gap after a word: not over the end of a sentence, a quote or a line. */
export function continuesAfter({ gap, info }: TextWord): boolean {
  if (gap === GAP.fullStop) return info.fold.length <= 2 || info.isTitle || info.initialKeys.length > 0;
  return gap === GAP.space || gap === GAP.joined || gap === GAP.middleDot;
}
