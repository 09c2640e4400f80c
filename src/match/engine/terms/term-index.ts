import { EVERYWHERE, isOneRun, type Document } from "../document.ts";
import { gappedRuns } from "./gapped-runs.ts";
import { IntColumn } from "../tables/int-column.ts";
import { addSpan, occurrenceOf, type Occurrence } from "../occurrence.ts";
import { Postings } from "../tables/postings.ts";
import { RuleWords } from "./rule-words.ts";
import { TermStore } from "./term-store.ts";
import { WordPairs } from "./word-pairs.ts";
import { ROLE, WordPlaces } from "./word-places.ts";

const NONE: readonly Occurrence[] = [];

/** A term that a word or a pair wakes: its number, and whether more of it has to stand there. */
const HAS_MORE = 1;

/**
 * All terms of all rules. Ids count from 0. `read` finds those that stand in an item: a term is looked for when two words of
 * it stand side by side, or its rarest word stands there.
 */
export class TermIndex {
  /** Terms that stand in the item read last, and the regions in which each may: where one of its words stands, or two side by side do. */
  readonly found: number[] = [];
  readonly foundIn: number[] = [];
  readonly store = new TermStore();
  /** Words of items get their numbers here: the reader of the items that `read` takes must be given it. */
  readonly words = new RuleWords(this.store);
  readonly #places = new WordPlaces(this.store.words, this.words);
  /** Terms under the word that wakes them, and under the pair of words where a term has two side by side. */
  readonly #byWord = new Postings();
  readonly #byPair = new Postings();
  readonly #pairs = new WordPairs(this.#places);
  /** Terms of which more has to stand in the item than what woke them. */
  readonly #awake: number[] = [];
  #document: Document | null = null;
  /** A bit for each term that stands in the item. */
  readonly #present = new IntColumn();
  readonly #occurrences = new Map<number, readonly Occurrence[]>();

  /**
   * Id of a term; equal terms have one id. A term without words is never found.
   * @param words of the store's `words`
   * @param gaps how many words may stand before each
   */
  add(words: readonly number[], gaps: readonly number[]): number {
    const known = this.store.size;
    const term = this.store.add(words, gaps);
    if (this.store.size > known) this.#file(term, words, gaps);
    return term;
  }

  /** Files a term under what wakes it. */
  #file(term: number, words: readonly number[], gaps: readonly number[]): void {
    const anchor = words[this.store.anchorOf(term)];
    if (anchor === undefined) return;
    const right = gaps.indexOf(0, 1);
    const first = words[right - 1];
    const second = words[right];
    if (first === undefined || second === undefined) {
      this.#places.addRole(anchor, ROLE.wakesTerms);
      this.#byWord.add(anchor, (term << 1) | (words.length > 1 ? HAS_MORE : 0));
      return;
    }
    this.#byPair.add(this.#pairs.add(first, second), (term << 1) | (words.length > 2 ? HAS_MORE : 0));
  }

  /** Whether one of the choices from `from` to `to` stands in the item. */
  hasAny(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) if (this.has(this.store.choiceAt(at))) return true;
    return false;
  }

  #anchorOf(term: number): number {
    return this.store.wordAt(this.store.from(term) + this.store.anchorOf(term));
  }

  /** Once, when the rules are complete. */
  pack(): void {
    this.#byWord.pack();
    this.#byPair.pack();
  }

  /** Forgets the words of earlier items. */
  forgetWords(): void {
    this.words.clear();
    this.#places.meanings.forget();
  }

  /** Reads an item: from here on all questions are about it. */
  read(document: Document): void {
    this.#document = document;
    this.#occurrences.clear();
    for (const term of this.found) this.#present.values[term >> 5] = 0;
    this.#present.extend((this.store.size >> 5) + 1);
    this.found.length = 0;
    this.foundIn.length = 0;
    this.#awake.length = 0;
    this.#places.read(document);
    const words = this.#places.found;
    this.#byWord.readAhead(words);
    for (const word of words) this.#wakeAll(this.#byWord, word, this.#places.regionsOf(word));
    this.#pairs.read(document);
    const { found: pairs, foundIn } = this.#pairs;
    this.#byPair.readAhead(pairs);
    for (let at = 0; at < pairs.length; at += 1) this.#wakeAll(this.#byPair, pairs[at] ?? 0, foundIn[at] ?? EVERYWHERE);
    this.store.readAhead(this.#awake);
    for (const term of this.#awake)
      if (this.#stands(term)) this.#mark(term, this.#places.regionsOf(this.#anchorOf(term)));
  }

  #wakeAll(postings: Postings, key: number, regions: number): void {
    const { values } = postings;
    const to = postings.to(key);
    for (let at = postings.from(key); at < to; at += 1) this.#wake(values[at] ?? 0, regions);
    for (const filed of postings.added(key)) this.#wake(filed, regions);
  }

  #wake(filed: number, regions: number): void {
    if ((filed & HAS_MORE) === 0) this.#mark(filed >> 1, regions);
    else this.#awake.push(filed >> 1);
  }

  #mark(term: number, regions: number): void {
    this.found.push(term);
    this.foundIn.push(regions);
    this.#present.values[term >> 5] = this.#present.at(term >> 5) | (1 << (term & 31));
  }

  /** Whether the term stands in the item. */
  has(term: number): boolean {
    return (this.#present.at(term >> 5) & (1 << (term & 31))) !== 0;
  }

  /** Whether a term of several words stands in the item, of which two or the rarest do. */
  #stands(term: number): boolean {
    const from = this.store.from(term);
    const to = this.store.to(term);
    for (let at = from; at < to; at += 1) if (!this.#places.has(this.store.wordAt(at))) return false;
    if (this.store.hasGaps(term)) return this.#occurrencesOf(term).length > 0;
    const anchor = this.store.anchorOf(term);
    const word = this.store.wordAt(from + anchor);
    for (let place = this.#places.firstPlace(word); place >= 0; place = this.#places.nextPlace(place))
      if (this.#isRunFrom(this.#places.rowAt(place) - anchor, from, to)) return true;
    return false;
  }

  /** Whether the words of a term without gaps, from `from` to `to`, stand one after the other from the row `first` on. */
  #isRunFrom(first: number, from: number, to: number): boolean {
    const document = this.#document;
    const length = to - from;
    if (document === null || first < 0 || first + length > document.length) return false;
    for (let at = 0; at < length; at += 1)
      if (!this.#places.isAt(this.store.wordAt(from + at), first + at)) return false;
    for (let at = 1; at < length; at += 1) if (!isOneRun(document, first + at - 1, first + at)) return false;
    return true;
  }

  /** Where the term stands, in order of the text. */
  get(term: number): readonly Occurrence[] {
    return this.has(term) ? this.#occurrencesOf(term) : NONE;
  }

  /** Adds the places where the term stands. Those of several words are remembered: to find them takes longer. */
  addSpans(term: number, spans: IntColumn): void {
    if (!this.has(term)) return;
    const places = this.#places;
    const from = this.store.from(term);
    if (this.store.to(term) - from > 1)
      for (const { first, last } of this.#occurrencesOf(term)) addSpan(spans, first, last);
    else
      for (let place = places.firstPlace(this.store.wordAt(from)); place >= 0; place = places.nextPlace(place))
        addSpan(spans, places.rowAt(place), places.rowAt(place));
  }

  #occurrencesOf(term: number): readonly Occurrence[] {
    const known = this.#occurrences.get(term);
    if (known !== undefined) return known;
    const occurrences = this.#search(term);
    this.#occurrences.set(term, occurrences);
    return occurrences;
  }

  #search(term: number): readonly Occurrence[] {
    const from = this.store.from(term);
    const to = this.store.to(term);
    if (this.store.hasGaps(term) && this.#document !== null) {
      const rows = Array.from(this.store.wordsOf(term), (word) => this.#places.rowsOf(word));
      return gappedRuns(this.#document, rows, this.store.gapsOf(term));
    }
    const anchor = this.store.anchorOf(term);
    const last = to - from - 1;
    return this.#places
      .rowsOf(this.store.wordAt(from + anchor))
      .filter((row) => last === 0 || this.#isRunFrom(row - anchor, from, to))
      .map((row) => occurrenceOf(row - anchor, row - anchor + last));
  }
}
