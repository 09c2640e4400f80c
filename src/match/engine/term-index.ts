import { EVERYWHERE, isOneRun, SCOPES, type Document } from "./document.ts";
import { gappedRuns } from "./gapped-runs.ts";
import { IntColumn } from "./int-column.ts";
import { occurrenceOf, type Occurrence } from "./occurrence.ts";
import { PairIndex } from "./pair-index.ts";
import { Postings } from "./postings.ts";
import { RowIndex } from "./row-index.ts";
import { WordIndex } from "./word-index.ts";
import { ROLE, WordPlaces } from "./word-places.ts";

const NONE: readonly Occurrence[] = [];

/** A term that a word wakes: its number, and whether more of it has to stand there. */
const HAS_MORE = 1;

/**
 * All terms of all rules. Ids count from 0. `read` finds those that stand in an item: a term is looked for when two words of
 * it stand side by side, or its rarest word stands there.
 */
export class TermIndex {
  /** Terms that stand in the item read last. */
  readonly found: number[] = [];
  /** Words of all terms. */
  readonly words = new WordIndex();
  readonly #places = new WordPlaces(this.words);
  /** Words of each term, in order; behind them, of terms with gaps, the gap before each word as -1, -2 … */
  readonly #terms = new RowIndex();
  /** By term, which of its words is the rarest. */
  readonly #anchors = new IntColumn();
  /** Terms of all ORs of terms, those of each side by side. */
  readonly #choices = new IntColumn();
  /** Terms under the word that wakes them, and under the pair of words where a term has two side by side. */
  readonly #byWord = new Postings();
  readonly #byPair = new Postings();
  readonly #pairs = new PairIndex();
  /** By pair, the item it was last seen in. */
  readonly #pairItems = new IntColumn();
  #document: Document | null = null;
  #item = 0;
  /** A bit for each term that stands in the item. */
  readonly #present = new IntColumn();
  readonly #occurrences = new Map<number, readonly Occurrence[]>();

  /**
   * Id of a term; equal terms have one id. A term without words is never found.
   * @param words of `words`
   * @param gaps how many words may stand before each
   */
  add(words: readonly number[], gaps: readonly number[]): number {
    const hasGaps = gaps.some((gap) => gap > 0);
    const known = this.#terms.size;
    const term = this.#terms.add(hasGaps ? [...words, ...gaps.map((gap) => -1 - gap)] : words);
    if (this.#terms.size === known) return term;
    this.#anchors.push(this.#rarest(words));
    this.#file(term, words, gaps);
    return term;
  }

  /** Without counts of real text the longest word is the best guess for the rarest. */
  #rarest(words: readonly number[]): number {
    let rarest = 0;
    for (let at = 1; at < words.length; at += 1)
      if (this.words.lengthOf(words[at] ?? 0) > this.words.lengthOf(words[rarest] ?? 0)) rarest = at;
    return rarest;
  }

  /** Files a term under what wakes it. */
  #file(term: number, words: readonly number[], gaps: readonly number[]): void {
    const anchor = words[this.#anchors.at(term)];
    if (anchor === undefined) return;
    const right = gaps.indexOf(0, 1);
    const first = words[right - 1];
    const second = words[right];
    if (first === undefined || second === undefined) {
      this.#places.addRole(anchor, ROLE.wakesTerms);
      this.#byWord.add(anchor, (term << 1) | (words.length > 1 ? HAS_MORE : 0));
      return;
    }
    this.#places.addRole(first, ROLE.beginsPair);
    this.#places.addRole(second, ROLE.endsPair);
    this.#byPair.add(this.#pairs.add(first, second), term);
  }

  /** Words of a term: from `wordsFrom` to `wordsTo` in `wordAt`. */
  wordsFrom(term: number): number {
    return this.#terms.from(term);
  }

  wordsTo(term: number): number {
    const to = this.#terms.to(term);
    return this.#hasGaps(term) ? (this.#terms.from(term) + to) / 2 : to;
  }

  #hasGaps(term: number): boolean {
    const to = this.#terms.to(term);
    return to > this.#terms.from(term) && this.wordAt(to - 1) < 0;
  }

  wordAt(at: number): number {
    return this.#terms.values.at(at);
  }

  /** Keeps the terms of an OR side by side: most of what rules say is such a choice. @returns where they stand */
  addChoice(terms: readonly number[]): { from: number; to: number } {
    const from = this.#choices.length;
    for (const term of terms) this.#choices.push(term);
    return { from, to: this.#choices.length };
  }

  choiceAt(at: number): number {
    return this.#choices.at(at);
  }

  /** Whether one of the choices from `from` to `to` stands in the item. */
  hasAny(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) if (this.has(this.#choices.at(at))) return true;
    return false;
  }

  #anchorOf(term: number): number {
    return this.wordAt(this.#terms.from(term) + this.#anchors.at(term));
  }

  /** Once, when the rules are complete. */
  pack(): void {
    this.#byWord.pack();
    this.#byPair.pack();
  }

  /** Forgets what words of texts mean; whoever clears the vocabulary must call it. */
  forgetWords(): void {
    this.#places.forget();
  }

  /** Reads an item: from here on all questions are about it. */
  read(document: Document): void {
    this.#document = document;
    this.#item += 1;
    this.#occurrences.clear();
    for (const term of this.found) this.#present.values[term >> 5] = 0;
    this.#present.extend((this.#terms.size >> 5) + 1);
    this.found.length = 0;
    this.#places.read(document);
    for (const word of this.#places.found) this.#wakeByWord(word);
    if (this.#pairs.size > 0) this.#readPairs();
  }

  #wakeByWord(word: number): void {
    const { values } = this.#byWord;
    const to = this.#byWord.to(word);
    for (let at = this.#byWord.from(word); at < to; at += 1) this.#wake(values[at] ?? 0);
    for (const filed of this.#byWord.added(word)) this.#wake(filed);
  }

  #wake(filed: number): void {
    const term = filed >> 1;
    if ((filed & HAS_MORE) === 0 || this.#stands(term)) this.#mark(term);
  }

  #mark(term: number): void {
    this.found.push(term);
    this.#present.values[term >> 5] = this.#present.at(term >> 5) | (1 << (term & 31));
  }

  #readPairs(): void {
    this.#pairItems.extend(this.#pairs.size);
    const { rows } = this.#places;
    for (let at = 1; at < rows.length; at += 1) {
      const row = rows.at(at);
      if (rows.at(at - 1) === row - 1) this.#readPairsAt(row);
    }
  }

  #readPairsAt(row: number): void {
    const places = this.#places;
    const lefts = places.meaningAt(row - 1);
    const rights = places.meaningAt(row);
    const leftsTo = places.meantTo(lefts);
    const rightsTo = places.meantTo(rights);
    for (let left = lefts + 1; left < leftsTo; left += 1) {
      const first = places.meantAt(left);
      if ((places.rolesOf(first) & ROLE.beginsPair) === 0) continue;
      for (let right = rights + 1; right < rightsTo; right += 1) {
        const second = places.meantAt(right);
        if ((places.rolesOf(second) & ROLE.endsPair) !== 0) this.#readPair(first, second);
      }
    }
  }

  #readPair(left: number, right: number): void {
    const pair = this.#pairs.find(left, right);
    if (pair < 0 || this.#pairItems.at(pair) === this.#item) return;
    this.#pairItems.values[pair] = this.#item;
    const { values } = this.#byPair;
    const to = this.#byPair.to(pair);
    for (let at = this.#byPair.from(pair); at < to; at += 1) this.#wake(((values[at] ?? 0) << 1) | HAS_MORE);
    for (const term of this.#byPair.added(pair)) this.#wake((term << 1) | HAS_MORE);
  }

  /** Whether the term stands in the item. */
  has(term: number): boolean {
    return (this.#present.at(term >> 5) & (1 << (term & 31))) !== 0;
  }

  /** Whether a term of several words stands in the item, of which two or the rarest do. */
  #stands(term: number): boolean {
    const from = this.wordsFrom(term);
    const to = this.wordsTo(term);
    for (let at = from; at < to; at += 1) if (!this.#places.has(this.wordAt(at))) return false;
    if (this.#hasGaps(term)) return this.#occurrencesOf(term).length > 0;
    const anchor = this.#anchors.at(term);
    const word = this.wordAt(from + anchor);
    for (let place = this.#places.firstPlace(word); place >= 0; place = this.#places.nextPlace(place))
      if (this.#isRunFrom(this.#places.rowAt(place) - anchor, from, to)) return true;
    return false;
  }

  /** Whether the words of a term without gaps, from `from` to `to`, stand one after the other from the row `first` on. */
  #isRunFrom(first: number, from: number, to: number): boolean {
    const document = this.#document;
    const length = to - from;
    if (document === null || first < 0 || first + length > document.length) return false;
    for (let at = 0; at < length; at += 1) if (!this.#places.isAt(this.wordAt(from + at), first + at)) return false;
    for (let at = 1; at < length; at += 1) if (!isOneRun(document, first + at - 1, first + at)) return false;
    return true;
  }

  /** Regions of the item in which the term may stand: whether title and whether body, from its rarest word. */
  regionsOf(term: number): number {
    const titleEnd = this.#document?.titleEnd ?? 0;
    const word = this.#anchorOf(term);
    if (this.#places.lastRow(word) < titleEnd) return SCOPES.title;
    return this.#places.firstRow(word) < titleEnd ? EVERYWHERE : SCOPES.body;
  }

  /** Where the term stands, in order of the text. */
  get(term: number): readonly Occurrence[] {
    return this.has(term) ? this.#occurrencesOf(term) : NONE;
  }

  #occurrencesOf(term: number): readonly Occurrence[] {
    const known = this.#occurrences.get(term);
    if (known !== undefined) return known;
    const occurrences = this.#search(term);
    this.#occurrences.set(term, occurrences);
    return occurrences;
  }

  #search(term: number): readonly Occurrence[] {
    const from = this.wordsFrom(term);
    const to = this.wordsTo(term);
    if (this.#hasGaps(term) && this.#document !== null) {
      const { values } = this.#terms.values;
      const rows = Array.from(values.subarray(from, to), (word) => this.#places.rowsOf(word));
      const gaps = Array.from(values.subarray(to, this.#terms.to(term)), (gap) => -1 - gap);
      return gappedRuns(this.#document, rows, gaps);
    }
    const anchor = this.#anchors.at(term);
    const last = to - from - 1;
    return this.#places
      .rowsOf(this.wordAt(from + anchor))
      .filter((row) => last === 0 || this.#isRunFrom(row - anchor, from, to))
      .map((row) => occurrenceOf(row - anchor, row - anchor + last));
  }
}
