import { Vocabulary } from "../../text/vocabulary.ts";
import { WordReader } from "../../text/word-reader.ts";
import { HashList } from "./stable-hash.ts";

/** What is known of a word, as bits. */
export const WORD = {
  /** One Han or kana character. */
  character: 1,
  /** It holds a digit. */
  number: 2,
  /** It has enough letters to say whether a headline is written in title case. */
  long: 4,
  /** It counts also where it is no name. */
  tells: 8,
} as const;

export const NO_STEM = -1;
const NOT_ASKED = -2;
/** Letters of a stem: endings differ between two reports, and transliterations differ late in the word. */
const STEM_LETTERS = 5;
const SHORT_STEM_LETTERS = 4;
const HANGUL_STEM = 2;
const MIN_LETTERS = 4;
const MIN_SHORT_LETTERS = 3;
const ABJAD = /^[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const HANGUL = /^\p{Script=Hangul}/u;
const ARABIC_ARTICLE = /^[وفبكل]?ال(?=.{3})/u;
const NUMBER = /\p{N}/u;
const BARE_NUMBER = /^\p{N}+$/u;
const NO_SPACES = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** As many as some thousand items in a dozen languages have; three hundred bytes each. Fewer are learnt again and again. */
const MAX_KEPT = 150_000;
/** Never reached: an item adds some thousand at most. */
const MOST_WORDS = 2 ** 20;
/** Before the first letter of Hebrew. */
const FIRST_ABJAD = "\u0590";

/**
 * What stories want to know of each word and stem, found once: their hashes, which stem a word has, which kind it is.
 * Both have numbers from 0, which hold until `startItem`.
 */
export class StoryLexicon {
  readonly #vocabulary = new Vocabulary();
  readonly reader = new WordReader(this.#vocabulary);
  /** By number of word, and of stem. */
  readonly wordHashes = new HashList();
  readonly stemHashes = new HashList();
  readonly kinds: number[] = [];
  readonly stems: number[] = [];
  readonly stemTexts: string[] = [];
  readonly bareNumbers: boolean[] = [];
  /** Stems of scripts that have no spaces to find words by. */
  readonly characterPairs: boolean[] = [];
  readonly #stemNumbers = new Map<string, number>();
  /** Stems of two characters, by the numbers of both. */
  readonly #pairs = new Map<number, number>();

  /** Forgets words and stems, if they have become many. */
  startItem(): void {
    this.reader.clear();
    if (this.#vocabulary.size < MAX_KEPT && this.stemTexts.length < MAX_KEPT) return;
    this.#vocabulary.clear();
    this.wordHashes.clear();
    this.stemHashes.clear();
    this.#stemNumbers.clear();
    this.#pairs.clear();
    for (const column of [this.kinds, this.stems, this.stemTexts, this.bareNumbers, this.characterPairs])
      column.length = 0;
  }

  /** Reads a text behind those of the item that were read before. Of its words only the hashes are known then. */
  read(text: string): void {
    this.reader.read(text);
    for (let word = this.stems.length; word < this.#vocabulary.size; word += 1) {
      this.wordHashes.addText(this.#vocabulary.textOf(word));
      this.stems.push(NOT_ASKED);
      this.kinds.push(0);
    }
  }

  /** Learns kinds and stems of the words that stand in rows of the reader. */
  learn(from: number, to: number): void {
    for (let row = from; row < to; row += 1) {
      const word = this.reader.words[row] ?? 0;
      if (this.stems[word] === NOT_ASKED) this.#learn(word);
    }
  }

  /** The stem of two characters that follow each other. */
  pairOf(one: number, other: number): number {
    const pair = one * MOST_WORDS + other;
    const known = this.#pairs.get(pair);
    if (known !== undefined) return known;
    const stem = this.#numberOf(`${this.#vocabulary.textOf(one)}${this.#vocabulary.textOf(other)}`);
    this.#pairs.set(pair, stem);
    return stem;
  }

  #learn(word: number): void {
    const text = this.#vocabulary.textOf(word);
    const stem = stemOf(text);
    this.stems[word] = stem === null ? NO_STEM : this.#numberOf(stem);
    const isLong = text.length >= MIN_LETTERS;
    const tells = isLong || (stem !== null && stem.length < MIN_LETTERS);
    const kind = this.#vocabulary.isCharacter(word)
      ? WORD.character | WORD.tells
      : (NUMBER.test(text) ? WORD.number : 0) | (tells ? WORD.tells : 0);
    this.kinds[word] = kind | (isLong ? WORD.long : 0);
  }

  #numberOf(stem: string): number {
    const known = this.#stemNumbers.get(stem);
    if (known !== undefined) return known;
    const number = this.stemTexts.length;
    this.#stemNumbers.set(stem, number);
    this.stemTexts.push(stem);
    this.stemHashes.addText(stem);
    this.bareNumbers.push(BARE_NUMBER.test(stem));
    this.characterPairs.push(NO_SPACES.test(stem));
    return number;
  }
}

/** A word cut to what reports of one event have in common. */
function stemOf(text: string): string | null {
  if (NUMBER.test(text)) return text;
  if (text < FIRST_ABJAD) return text.length < MIN_SHORT_LETTERS ? null : text.slice(0, STEM_LETTERS);
  if (HANGUL.test(text)) return text.length < HANGUL_STEM ? null : text.slice(0, HANGUL_STEM);
  if (ABJAD.test(text)) {
    const bare = text.replace(ARABIC_ARTICLE, "");
    return bare.length < MIN_SHORT_LETTERS ? null : bare.slice(0, SHORT_STEM_LETTERS);
  }
  return text.length < MIN_SHORT_LETTERS ? null : text.slice(0, STEM_LETTERS);
}
