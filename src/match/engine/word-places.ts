import type { Document } from "./document.ts";
import { sourceOf } from "./document.ts";
import { IntColumn } from "./int-column.ts";
import type { WordIndex } from "./word-index.ts";
import { acceptsSpelling } from "./word-pattern.ts";

const NONE: readonly number[] = [];
const NO_PLACE = -1;

/** Whether a word is content with any spelling, wants one in Vietnamese items, or wants one everywhere. */
const SPELLING = { any: 0, inVietnamese: 1, always: 2 } as const;

/** By word of a text, what it means to the rules: not asked yet, nothing, or from 2 on a row of words. */
const NOT_ASKED = 0;
const NOTHING = 1;
const FIRST_MEANING = 2;

/**
 * Where the words of the rules stand in the item read last. What a word of a text means to the rules is asked once and
 * remembered under its number in the vocabulary; whoever clears the vocabulary calls `forget`.
 */
export class WordPlaces {
  /** Words that stand in the item, in the order they first appear. */
  readonly found: number[] = [];
  /** Rows of the item in which words of the rules may stand, ascending. */
  readonly rows = new IntColumn(1024);
  readonly #index: WordIndex;
  readonly #spellings: IntColumn = new IntColumn();
  readonly #inArabic = new IntColumn();
  readonly #elsewhere = new IntColumn();
  /** What words mean in the item: one of the two above, because items that may be Arabic read words otherwise. */
  #meanings = this.#elsewhere;
  readonly #words: (readonly number[])[] = [];
  #document: Document | null = null;
  #isVietnamese = false;
  #attachesArabic = false;
  /** Places of the item as chains: the first and last of each word, and the next of each. */
  #epoch = 0;
  readonly #epochs = new IntColumn();
  readonly #first = new IntColumn();
  readonly #last = new IntColumn();
  readonly #rows = new IntColumn(1024);
  readonly #next = new IntColumn(1024);

  constructor(index: WordIndex) {
    this.#index = index;
  }

  /** What words mean is asked anew: the rules have a new word, or the vocabulary was cleared. */
  forget(): void {
    this.#inArabic.values.fill(NOT_ASKED);
    this.#elsewhere.values.fill(NOT_ASKED);
    this.#words.length = 0;
  }

  read(document: Document): void {
    this.#begin(document);
    const { words } = document;
    this.#attachesArabic = document.language === null || document.language === "ar";
    this.#meanings = this.#attachesArabic ? this.#inArabic : this.#elsewhere;
    this.#meanings.extend(document.vocabulary.size);
    const meanings = this.#meanings.values;
    const count = document.length;
    for (let row = 0; row < count; row += 1) {
      const word = words[row] ?? 0;
      const meaning = meanings[word] ?? NOT_ASKED;
      if (meaning === NOTHING) continue;
      const meant = meaning === NOT_ASKED ? this.#ask(word) : (this.#words[meaning - FIRST_MEANING] ?? NONE);
      if (meant.length === 0) continue;
      this.rows.push(row);
      for (let at = 0; at < meant.length; at += 1) this.#add(meant[at] ?? 0, row);
    }
  }

  #ask(word: number): readonly number[] {
    const found = this.#index.search(this.#document?.vocabulary.textOf(word) ?? "", this.#attachesArabic);
    const meaning = found.length === 0 ? NOTHING : this.#words.push(found) - 1 + FIRST_MEANING;
    this.#meanings.values[word] = meaning;
    return found;
  }

  #begin(document: Document): void {
    const { size } = this.#index;
    for (let word = this.#spellings.length; word < size; word += 1) this.#spellings.push(this.#spellingOf(word));
    this.#epochs.extend(size);
    this.#first.extend(size);
    this.#last.extend(size);
    this.rows.clear();
    this.#rows.clear();
    this.#next.clear();
    this.found.length = 0;
    this.#document = document;
    this.#isVietnamese = document.language === "vi";
    this.#epoch += 1;
  }

  #spellingOf(word: number): number {
    const { exact, marked } = this.#index.pattern(word);
    if (exact !== null) return SPELLING.always;
    return marked === null ? SPELLING.any : SPELLING.inVietnamese;
  }

  #add(word: number, row: number): void {
    if (!this.#isSpelled(word, row)) return;
    const place = this.#rows.push(row);
    this.#next.push(NO_PLACE);
    if (this.has(word)) this.#next.values[this.#last.at(word)] = place;
    else {
      this.#epochs.values[word] = this.#epoch;
      this.#first.values[word] = place;
      this.found.push(word);
    }
    this.#last.values[word] = place;
  }

  #isSpelled(word: number, row: number): boolean {
    const spelling = this.#spellings.at(word);
    if (spelling === SPELLING.any || (spelling === SPELLING.inVietnamese && !this.#isVietnamese)) return true;
    const source = this.#document === null ? "" : sourceOf(this.#document, row, row);
    return acceptsSpelling(this.#index.pattern(word), source, this.#isVietnamese);
  }

  has(word: number): boolean {
    return this.#epochs.at(word) === this.#epoch;
  }

  /** Words that may stand in the row of the item: some may want another spelling. */
  wordsAt(row: number): readonly number[] {
    const meaning = this.#meanings.at(this.#document?.words[row] ?? 0);
    return this.#words[meaning - FIRST_MEANING] ?? NONE;
  }

  /** Whether the word stands in the row of the item. */
  isAt(word: number, row: number): boolean {
    return this.wordsAt(row).includes(word) && this.#isSpelled(word, row);
  }

  /** Places of a word that `has`, a chain of numbers in the order of the text; it ends below 0. */
  firstPlace(word: number): number {
    return this.#first.at(word);
  }

  nextPlace(place: number): number {
    return this.#next.at(place);
  }

  rowAt(place: number): number {
    return this.#rows.at(place);
  }

  /** The first row of a word that `has`. */
  firstRow(word: number): number {
    return this.#rows.at(this.#first.at(word));
  }

  lastRow(word: number): number {
    return this.#rows.at(this.#last.at(word));
  }

  /** All rows of a word, ascending. */
  rowsOf(word: number): readonly number[] {
    if (!this.has(word)) return NONE;
    const rows: number[] = [];
    for (let place = this.#first.at(word); place !== NO_PLACE; place = this.#next.at(place))
      rows.push(this.#rows.at(place));
    return rows;
  }
}
