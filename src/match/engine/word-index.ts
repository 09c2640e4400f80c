import { readingsOf } from "./affixes.ts";
import { acceptsToken, patternKey, type WordPattern } from "./word-pattern.ts";

/** Distinct tokens whose words are remembered; beyond it the memory starts anew. */
const MAX_REMEMBERED = 200_000;
const NONE: readonly number[] = [];

function addTo(map: Map<string, number[]>, key: string, id: number): void {
  const ids = map.get(key);
  if (ids === undefined) map.set(key, [id]);
  else ids.push(id);
}

/** All words of all rules, found by the token that stands in a text. Ids count from 0. */
export class WordIndex {
  readonly #patterns: WordPattern[] = [];
  readonly #ids = new Map<string, number>();
  readonly #whole = new Map<string, number[]>();
  readonly #stems = new Map<string, number[]>();
  readonly #stemLengths = new Set<number>();
  readonly #tails = new Map<string, number[]>();
  /** Words without a fixed beginning or end; few, so that every token is tried. */
  readonly #others: number[] = [];
  readonly #remembered = [new Map<string, readonly number[]>(), new Map<string, readonly number[]>()] as const;

  /** Id of a word; equal words have one id. */
  add(pattern: WordPattern): number {
    const key = patternKey(pattern);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#patterns.push(pattern) - 1;
    this.#ids.set(key, id);
    this.#file(pattern, id);
    return id;
  }

  #file({ text, anyStart, anyEnd, endings }: WordPattern, id: number): void {
    const wildcard = text.indexOf("?");
    if (!anyStart && !anyEnd && wildcard < 0 && endings === null) addTo(this.#whole, text, id);
    else if (!anyStart && wildcard !== 0) {
      const stem = wildcard < 0 ? text : text.slice(0, wildcard);
      this.#stemLengths.add(stem.length);
      addTo(this.#stems, stem, id);
    } else if (!anyEnd && wildcard < 0) addTo(this.#tails, text, id);
    else this.#others.push(id);
  }

  pattern(id: number): WordPattern {
    const pattern = this.#patterns[id];
    if (pattern === undefined) throw new RangeError(`no word ${id}`);
    return pattern;
  }

  /**
   * Words that a folded token is an occurrence of.
   * @param attachesArabic whether the item may be Arabic, which writes prefixes as part of the word
   */
  wordsAt(token: string, attachesArabic: boolean): readonly number[] {
    const remembered = this.#remembered[attachesArabic ? 1 : 0];
    const known = remembered.get(token);
    if (known !== undefined) return known;
    const found = this.#search(readingsOf(token, attachesArabic));
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(token, found);
    return found;
  }

  #search(readings: readonly string[]): readonly number[] {
    const found = new Set<number>();
    for (const reading of readings) {
      for (const id of this.#whole.get(reading) ?? NONE) found.add(id);
      for (const id of this.#candidates(reading)) if (acceptsToken(this.pattern(id), reading)) found.add(id);
    }
    return found.size === 0 ? NONE : [...found];
  }

  *#candidates(reading: string): Generator<number> {
    for (const length of this.#stemLengths) {
      if (length <= reading.length) yield* this.#stems.get(reading.slice(0, length)) ?? NONE;
    }
    if (this.#tails.size > 0) {
      for (let from = 0; from < reading.length; from += 1) yield* this.#tails.get(reading.slice(from)) ?? NONE;
    }
    yield* this.#others;
  }
}
