import { foldLetters } from "../../../text/fold-letters.ts";
import { toNormalFormC } from "../../../text/normalise.ts";
import { tokenise, type Token } from "../../../text/tokenise.ts";
import { HANGUL, mayHavePrefix } from "./affixes.ts";

/** One word of a term as it is looked for in folded tokens. */
export interface WordPattern {
  /** Folded letters; `?` stands for one character. */
  text: string;
  anyStart: boolean;
  anyEnd: boolean;
  /** Lower-case spelling with its marks, null where the word has none: Vietnamese items must show it. */
  marked: string | null;
  /** Spelling as written, where `case:` asks for it. */
  exact: string | null;
}

const HANGUL_FIRST = 0xac00;
const ANY_LETTER = 0x3f;
const LETTERS = /^\?+$/;
const NOT_LETTER = /[^\p{L}\p{N}\p{M}]/gu;

/** A spelling without what the tokeniser drops inside a word (stops of acronyms, joiners). */
function spellingOf(source: string): string {
  return toNormalFormC(source).replaceAll(NOT_LETTER, "");
}

/** A word that is nothing but its letters. */
export function plainPattern(text: string): WordPattern {
  return { text, anyStart: false, anyEnd: false, marked: null, exact: null };
}

/** Whether a word is nothing but its letters. */
export function isPlain({ text, anyStart, anyEnd, marked, exact }: WordPattern): boolean {
  return !anyStart && !anyEnd && marked === null && exact === null && !text.includes("?");
}

/** Whether a word stands in texts as it is, and in no other form. */
export function isInvariable({ text, anyStart, anyEnd }: WordPattern): boolean {
  if (anyStart || anyEnd || text.includes("?")) return false;
  const first = text.charCodeAt(0);
  return !mayHavePrefix(first) && !(first >= HANGUL_FIRST && HANGUL.test(text));
}

function patternOf(source: string, token: Token, exactCase: boolean): WordPattern {
  const { text, start, end } = token;
  const anyStart = source[start - 1] === "*";
  const anyEnd = source[end] === "*";
  const written = source.slice(start, end);
  if (!exactCase && !token.isCharacter && written.toLowerCase() === text)
    return { ...plainPattern(text), anyStart, anyEnd };
  const spelling = spellingOf(written);
  const marked = spelling.toLowerCase();
  const exact = exactCase ? spelling : null;
  return { text, anyStart, anyEnd, marked: marked === text ? null : marked, exact };
}

/** `organi?ation` is cut at the question marks by the tokeniser; here it is one word again. */
function joined(left: WordPattern, marks: string, right: WordPattern): WordPattern {
  const markedText = `${left.marked ?? left.text}${marks}${right.marked ?? right.text}`;
  return {
    text: `${left.text}${marks}${right.text}`,
    anyStart: left.anyStart,
    anyEnd: right.anyEnd,
    marked: left.marked === null && right.marked === null ? null : markedText,
    exact: left.exact === null || right.exact === null ? null : `${left.exact}${marks}${right.exact}`,
  };
}

/** What the tokeniser leaves as it is. */
const FOLDED = /^[a-z0-9]{1,100}$/;
/** A word between wildcards. */
const STARS = /^(\*?)([^*?]+)\*?$/;

/** A word that is surely one, which needs no cutting. */
function oneWord(source: string): Token | null {
  const [, star = "", word = ""] = STARS.exec(source) ?? [];
  const text = foldLetters(word);
  return text === null ? null : { text, start: star.length, end: star.length + word.length, isCharacter: false };
}

/** The words of one part of a term: several where the tokeniser cuts it (`state-run`, Han characters). */
export function wordPatterns(source: string, exactCase: boolean): readonly WordPattern[] {
  if (!exactCase && FOLDED.test(source)) return [plainPattern(source)];
  const only = oneWord(source);
  if (only !== null) return [patternOf(source, only, exactCase)];
  const patterns: WordPattern[] = [];
  let previousEnd = 0;
  for (const token of tokenise(source)) {
    const pattern = patternOf(source, token, exactCase);
    const left = patterns.at(-1);
    const between = source.slice(previousEnd, token.start);
    if (left !== undefined && LETTERS.test(between) && !token.isCharacter)
      patterns.splice(-1, 1, joined(left, between, pattern));
    else patterns.push(pattern);
    previousEnd = token.end;
  }
  return patterns;
}

/** The longest part without wildcards. */
export function longestRun(text: string): string {
  return text.split("?").reduce((longest, run) => (run.length > longest.length ? run : longest), "");
}

/** Equal keys are equal words. */
export function patternKey(pattern: WordPattern): string {
  const { text, anyStart, anyEnd, marked, exact } = pattern;
  if (!anyStart && !anyEnd && marked === null && exact === null) return text;
  return [`${anyStart ? "*" : ""}${text}${anyEnd ? "*" : ""}`, marked ?? "", exact ?? ""].join("\u0000");
}

/** Whether `pattern` stands in `text` from `from` on; nothing is copied, because hostile words ask this at every place. */
function fits(pattern: string, text: string, from: number): boolean {
  for (let i = 0; i < pattern.length; i += 1) {
    const unit = pattern.charCodeAt(i);
    if (unit !== ANY_LETTER && unit !== text.charCodeAt(from + i)) return false;
  }
  return true;
}

/** Whether `text` is `pattern`, with anything before or after it where the word allows that. */
function accepts(word: WordPattern, pattern: string, text: string): boolean {
  const { anyStart, anyEnd } = word;
  const spare = text.length - pattern.length;
  if (spare < 0) return false;
  if (!anyStart) return (anyEnd || spare === 0) && fits(pattern, text, 0);
  if (!anyEnd) return fits(pattern, text, spare);
  for (let from = 0; from <= spare; from += 1) if (fits(pattern, text, from)) return true;
  return false;
}

/** Whether a folded token is an occurrence of the word. */
export function acceptsToken(word: WordPattern, token: string): boolean {
  return accepts(word, word.text, token);
}

/** Whether the spelling in the text is the one a word insists on: `case:`, or the marks of Vietnamese. */
export function acceptsSpelling(word: WordPattern, source: string, isVietnamese: boolean): boolean {
  if (word.exact !== null) return accepts(word, word.exact, spellingOf(source));
  if (!isVietnamese || word.marked === null) return true;
  return accepts(word, word.marked, spellingOf(source).toLowerCase());
}
