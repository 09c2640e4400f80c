import type { TermPart } from "../expression/ast.ts";
import { EVERYWHERE, isOneRun, SCOPES, type Document } from "./document.ts";
import { gappedRuns } from "./gapped-runs.ts";
import { IntColumn } from "./int-column.ts";
import { occurrenceOf, type Occurrence } from "./occurrence.ts";
import { PairIndex } from "./pair-index.ts";
import { Postings } from "./postings.ts";
import { WordIndex } from "./word-index.ts";
import { wordPatterns, type WordPattern } from "./word-pattern.ts";
import { WordPlaces } from "./word-places.ts";

/** A word of a term and how many words may stand between it and the word before. */
export interface TermWord {
  pattern: WordPattern;
  gap: number;
}

/** Words of the parts of a term, gaps attached to the word after them. */
export function termWords(parts: readonly TermPart[], exactCase: boolean): readonly TermWord[] {
  const words: TermWord[] = [];
  let gap = 0;
  for (const part of parts) {
    if (part.kind === "gap") gap += part.max;
    else {
      for (const pattern of wordPatterns(part.text, exactCase)) {
        words.push({ pattern, gap: words.length === 0 ? 0 : gap });
        gap = 0;
      }
    }
  }
  return words;
}

const NONE: readonly Occurrence[] = [];
/** A term's answer in an item: the item's number and whether the term stands in it. */
const FOUND = 1;

/**
 * All terms of all rules. Ids count from 0. `read` finds the terms that somebody waits for (`want`) among those of which
 * two words stand side by side in an item, or the rarest one does; any other term is looked for when it is asked about.
 */
export class TermIndex {
  /** Terms that were waited for and stand in the item read last. */
  readonly found: number[] = [];
  readonly #words = new WordIndex();
  readonly #places = new WordPlaces(this.#words);
  readonly #ids = new Map<string, number>();
  /** By term, the first of its words among `#termWords`; the one after the last term closes the row. */
  readonly #starts = new IntColumn();
  readonly #termWords = new IntColumn();
  readonly #gaps = new IntColumn();
  readonly #hasGaps = new IntColumn();
  /** By term, which of its words is the rarest. */
  readonly #anchors = new IntColumn();
  readonly #isWanted = new IntColumn();
  /** Terms under the word that wakes them, and under the pair of words where a term has two side by side. */
  readonly #byWord = new Postings();
  readonly #byPair = new Postings();
  readonly #pairs = new PairIndex();
  readonly #pairItems = new IntColumn();
  /** By word, whether a pair begins with it. */
  readonly #isLeft = new IntColumn();
  #document: Document | null = null;
  #item = 0;
  readonly #answers = new IntColumn();
  readonly #occurrences = new Map<number, readonly Occurrence[]>();

  constructor() {
    this.#starts.push(0);
  }

  /** Id of a term; equal terms have one id. A term without words is never found. */
  add(termWords: readonly TermWord[]): number {
    const known = this.#words.size;
    const words = termWords.map(({ pattern }) => this.#words.add(pattern));
    if (this.#words.size > known) this.#places.forget();
    const key = words.map((word, at) => (at === 0 ? `${word}` : `${termWords[at]?.gap}:${word}`)).join(" ");
    const same = this.#ids.get(key);
    if (same !== undefined) return same;
    const id = this.#anchors.push(this.#rarest(words));
    this.#ids.set(key, id);
    for (const [at, word] of words.entries()) {
      this.#termWords.push(word);
      this.#gaps.push(termWords[at]?.gap ?? 0);
    }
    this.#hasGaps.push(termWords.some(({ gap }) => gap > 0) ? 1 : 0);
    this.#starts.push(this.#termWords.length);
    return id;
  }

  /** Without counts of real text the longest word is the best guess for the rarest. */
  #rarest(words: readonly number[]): number {
    let rarest = 0;
    for (const [at, word] of words.entries())
      if (this.#lengthOf(word) > this.#lengthOf(words[rarest] ?? word)) rarest = at;
    return rarest;
  }

  #lengthOf(word: number): number {
    return this.#words.pattern(word).text.length;
  }

  /** The words of a term, as they are looked for. */
  patternsOf(term: number): readonly WordPattern[] {
    const words = this.#termWords.values.subarray(this.#starts.at(term), this.#starts.at(term + 1));
    return Array.from(words, (word) => this.#words.pattern(word));
  }

  /** From now on `found` has the term where it stands. */
  want(term: number): void {
    this.#isWanted.extend(this.#anchors.length);
    if (this.#isWanted.at(term) === 1 || this.#starts.at(term) === this.#starts.at(term + 1)) return;
    this.#isWanted.values[term] = 1;
    const left = this.#pairOf(term);
    if (left < 0) {
      this.#byWord.add(this.#anchorOf(term), term);
      return;
    }
    const word = this.#termWords.at(left);
    this.#isLeft.extend(word + 1);
    this.#isLeft.values[word] = 1;
    this.#byPair.add(this.#pairs.add(word, this.#termWords.at(left + 1)), term);
  }

  /** Place among `#termWords` of the first word of a term that has the next right behind it; -1: none has. */
  #pairOf(term: number): number {
    const end = this.#starts.at(term + 1);
    for (let at = this.#starts.at(term) + 1; at < end; at += 1) if (this.#gaps.at(at) === 0) return at - 1;
    return -1;
  }

  #anchorOf(term: number): number {
    return this.#termWords.at(this.#starts.at(term) + this.#anchors.at(term));
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
    this.#answers.extend(this.#anchors.length);
    this.found.length = 0;
    this.#places.read(document);
    for (const word of this.#places.found) this.#wakeAll(this.#byWord, word);
    if (this.#pairs.size > 0) this.#readPairs();
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
    const lefts = this.#places.wordsAt(row - 1);
    const rights = this.#places.wordsAt(row);
    for (let left = 0; left < lefts.length; left += 1) {
      if (this.#isLeft.at(lefts[left] ?? 0) === 0) continue;
      for (let right = 0; right < rights.length; right += 1) {
        const pair = this.#pairs.find(lefts[left] ?? 0, rights[right] ?? 0);
        if (pair < 0 || this.#pairItems.at(pair) === this.#item) continue;
        this.#pairItems.values[pair] = this.#item;
        this.#wakeAll(this.#byPair, pair);
      }
    }
  }

  #wakeAll(postings: Postings, key: number): void {
    const { values } = postings;
    const to = postings.to(key);
    for (let at = postings.from(key); at < to; at += 1) this.#wake(values[at] ?? 0);
    for (const term of postings.added(key)) this.#wake(term);
  }

  #wake(term: number): void {
    if (this.has(term)) this.found.push(term);
  }

  /** Whether the term stands in the item. */
  has(term: number): boolean {
    const answer = this.#answers.at(term);
    if (answer >> 1 === this.#item) return (answer & 1) === FOUND;
    const stands = this.#stands(term);
    this.#answers.values[term] = (this.#item << 1) | (stands ? FOUND : 0);
    return stands;
  }

  #stands(term: number): boolean {
    const start = this.#starts.at(term);
    const length = this.#starts.at(term + 1) - start;
    if (length <= 1) return length === 1 && this.#places.has(this.#termWords.at(start));
    for (let at = 0; at < length; at += 1) if (!this.#places.has(this.#termWords.at(start + at))) return false;
    if (this.#hasGaps.at(term) === 1) return this.#find(term).length > 0;
    const anchor = this.#anchors.at(term);
    const word = this.#termWords.at(start + anchor);
    for (let place = this.#places.firstPlace(word); place >= 0; place = this.#places.nextPlace(place))
      if (this.#isRunFrom(this.#places.rowAt(place) - anchor, term)) return true;
    return false;
  }

  /** Whether the words of a term without gaps stand one after the other from `first`. */
  #isRunFrom(first: number, term: number): boolean {
    const document = this.#document;
    const start = this.#starts.at(term);
    const length = this.#starts.at(term + 1) - start;
    if (document === null || first < 0 || first + length > document.length) return false;
    for (let at = 0; at < length; at += 1)
      if (!this.#places.isAt(this.#termWords.at(start + at), first + at)) return false;
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
    if (!this.has(term)) return NONE;
    const known = this.#occurrences.get(term);
    if (known !== undefined) return known;
    const occurrences = this.#find(term);
    this.#occurrences.set(term, occurrences);
    return occurrences;
  }

  #find(term: number): readonly Occurrence[] {
    const start = this.#starts.at(term);
    const end = this.#starts.at(term + 1);
    if (this.#hasGaps.at(term) === 1 && this.#document !== null) {
      const rows = Array.from(this.#termWords.values.subarray(start, end), (word) => this.#places.rowsOf(word));
      return gappedRuns(this.#document, rows, this.#gaps.values.subarray(start, end));
    }
    const anchor = this.#anchors.at(term);
    const rows = this.#places.rowsOf(this.#termWords.at(start + anchor));
    const last = end - start - 1;
    return rows
      .filter((row) => last === 0 || this.#isRunFrom(row - anchor, term))
      .map((row) => occurrenceOf(row - anchor, row - anchor + last));
  }
}
