import type { TermPart } from "../expression/ast.ts";
import { isSameField, paragraphAt, placeAt, sourceOf, type Document } from "./document.ts";
import { countBelow, occurrenceOf, type Occurrence } from "./occurrence.ts";
import { WordIndex } from "./word-index.ts";
import { acceptsSpelling, wordPatterns, type WordPattern } from "./word-pattern.ts";

/** A word of a term and how many words may stand between it and the word before. */
export interface TermWord {
  pattern: WordPattern;
  gap: number;
}

interface CompiledTerm {
  words: readonly number[];
  gaps: readonly number[];
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

/** Positions at which each word of the rules stands in a document. */
type WordPlaces = ReadonlyMap<number, readonly number[]>;

/** All terms of all rules, found in one pass over an item's tokens. Ids count from 0. */
export class TermIndex {
  readonly #words = new WordIndex();
  readonly #terms: CompiledTerm[] = [];
  readonly #ids = new Map<string, number>();
  /** Terms by the word that wakes them. */
  readonly #wokenBy = new Map<number, number[]>();

  /** Id of a term; equal terms have one id. A term without words is never found. */
  add(termWords: readonly TermWord[]): number {
    const words = termWords.map(({ pattern }) => this.#words.add(pattern));
    const gaps = termWords.map(({ gap }) => gap);
    const key = words.map((word, index) => `${gaps[index]}:${word}`).join(" ");
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#terms.push({ words, gaps }) - 1;
    this.#ids.set(key, id);
    const anchor = this.#rarest(words);
    if (anchor !== undefined) {
      const woken = this.#wokenBy.get(anchor);
      if (woken === undefined) this.#wokenBy.set(anchor, [id]);
      else woken.push(id);
    }
    return id;
  }

  /** Without counts of real text the longest word is the best guess for the rarest. */
  #rarest(words: readonly number[]): number | undefined {
    return words.toSorted((a, b) => this.#words.pattern(b).text.length - this.#words.pattern(a).text.length)[0];
  }

  /** Occurrences of every term that stands in the document, in order of the text. */
  find(document: Document): ReadonlyMap<number, readonly Occurrence[]> {
    const places = this.#wordPlaces(document);
    const found = new Map<number, readonly Occurrence[]>();
    for (const word of places.keys()) {
      for (const id of this.#wokenBy.get(word) ?? []) {
        const term = this.#terms[id];
        const occurrences = term === undefined ? [] : occurrencesOf(term, places, document);
        if (occurrences.length > 0) found.set(id, occurrences);
      }
    }
    return found;
  }

  #wordPlaces(document: Document): WordPlaces {
    const places = new Map<number, number[]>();
    const attachesArabic = document.language === null || document.language === "ar";
    const isVietnamese = document.language === "vi";
    for (const [index, { text }] of document.tokens.entries()) {
      for (const word of this.#words.wordsAt(text, attachesArabic)) {
        const pattern = this.#words.pattern(word);
        const asks = pattern.exact !== null || (isVietnamese && pattern.marked !== null);
        if (asks && !acceptsSpelling(pattern, sourceOf(document, index, index), isVietnamese)) continue;
        const positions = places.get(word);
        if (positions === undefined) places.set(word, [index]);
        else positions.push(index);
      }
    }
    return places;
  }
}

function occurrencesOf(term: CompiledTerm, places: WordPlaces, document: Document): readonly Occurrence[] {
  const rows = term.words.map((word) => places.get(word));
  if (rows.includes(undefined)) return [];
  const occurrences: Occurrence[] = [];
  for (const first of rows[0] ?? []) {
    const last = lastOf(first, 1);
    if (last !== null) occurrences.push(occurrenceOf(first, last));
  }
  return occurrences;

  /** Last token of the shortest continuation from `previous` with word number `index`; null: there is none. */
  function lastOf(previous: number, index: number): number | null {
    const positions = rows[index];
    if (positions === undefined) return previous;
    const limit = placeAt(document, previous + 1) + 2 * (term.gaps[index] ?? 0);
    for (let at = countBelow(positions, previous + 1); at < positions.length; at += 1) {
      const position = positions[at] ?? 0;
      if (placeAt(document, position) > limit || !isOneRun(document, previous, position)) return null;
      const last = lastOf(position, index + 1);
      if (last !== null) return last;
    }
    return null;
  }
}

/** A phrase stays within one paragraph; punctuation between its words does not matter. */
function isOneRun(document: Document, left: number, right: number): boolean {
  return isSameField(document, left, right) && paragraphAt(document, left) === paragraphAt(document, right);
}
