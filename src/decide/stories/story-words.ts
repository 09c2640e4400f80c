import { tokenise, type Token } from "../../text/tokenise.ts";

/** A word that says what a text is about, cut to its stem. */
export interface StoryWord {
  stem: string;
  /** Written with a capital inside a sentence, or with a digit: the words that tell one event from another. */
  isName: boolean;
}

/** Letters of a stem: endings differ between two reports, and transliterations differ late in the word. */
const STEM_LETTERS = 5;
const SHORT_STEM_LETTERS = 4;
const HANGUL_STEM = 2;
const MIN_LETTERS = 4;
const MIN_SHORT_LETTERS = 3;
const ABJAD = /^[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const HANGUL = /^\p{Script=Hangul}/u;
const ARABIC_ARTICLE = /^[وفبكل]?ال(?=.{3})/u;
const UPPER = /^\p{Lu}/u;
const CASED = /^[\p{Lu}\p{Ll}]/u;
const NUMBER = /\p{N}/u;
/** What may stand between the end of a sentence and its successor's first word. */
const SENTENCE_START = /(?:^|[.!?…:;\n–—|•])[\s"'«»„“”‘’()[\]¡¿-]*$/u;
const LOOK_BACK = 6;
/** Beyond this share of capitals a headline is written in title case, and they say nothing. */
const TITLE_CASE_SHARE = 0.6;

function stemOf(text: string): string | null {
  if (NUMBER.test(text)) return text;
  if (HANGUL.test(text)) return text.length < HANGUL_STEM ? null : text.slice(0, HANGUL_STEM);
  if (ABJAD.test(text)) {
    const bare = text.replace(ARABIC_ARTICLE, "");
    return bare.length < MIN_SHORT_LETTERS ? null : bare.slice(0, SHORT_STEM_LETTERS);
  }
  return text.length < MIN_SHORT_LETTERS ? null : text.slice(0, STEM_LETTERS);
}

function isSentenceStart(source: string, start: number): boolean {
  return SENTENCE_START.test(source.slice(Math.max(0, start - LOOK_BACK), start)) || start === 0;
}

function isTitleCase(source: string, tokens: readonly Token[]): boolean {
  const long = tokens.filter(({ text, start }) => text.length >= MIN_LETTERS && CASED.test(source.slice(start)));
  const capitals = long.filter(({ start }) => UPPER.test(source.slice(start)));
  return long.length > 0 && capitals.length / long.length > TITLE_CASE_SHARE;
}

/**
 * The words of a text as stems, in their order, with repetitions. Han and kana give pairs of neighbouring characters.
 * @param tokens of `source`; a part of them is enough
 */
export function storyWords(source: string, tokens: readonly Token[], { isTitle }: { isTitle: boolean }): StoryWord[] {
  const words: StoryWord[] = [];
  const capitalsTell = !isTitle || !isTitleCase(source, tokens);
  tokens.forEach((token, at) => {
    if (token.isCharacter) {
      const next = tokens[at + 1];
      if (next?.isCharacter === true && next.start === token.end)
        words.push({ stem: `${token.text}${next.text}`, isName: false });
      return;
    }
    const stem = stemOf(token.text);
    if (stem === null) return;
    const isName =
      NUMBER.test(stem) ||
      (capitalsTell && UPPER.test(source.slice(token.start, token.start + 2)) && !isSentenceStart(source, token.start));
    if (isName || token.text.length >= MIN_LETTERS || stem.length < MIN_LETTERS) words.push({ stem, isName });
  });
  return words;
}

/** The tokens of the beginning of a text: as many words, two characters of Han or kana counting as one. */
export function firstTokens(source: string, words: number): readonly Token[] {
  const tokens = tokenise(source);
  let left = words * 2;
  const end = tokens.findIndex(({ isCharacter }) => {
    left -= isCharacter ? 1 : 2;
    return left < 0;
  });
  return end === -1 ? tokens : tokens.slice(0, end);
}
