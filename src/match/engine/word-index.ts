import { readingsOf } from "./affixes.ts";
import { acceptsToken, patternKey, type WordPattern } from "./word-pattern.ts";

const NONE: readonly number[] = [];
/** A shorter run of letters stands in too many words to be looked up. */
const MIN_RUN = 3;

function longestRun(text: string): string {
  return text.split("?").reduce((longest, run) => (run.length > longest.length ? run : longest), "");
}

/** Ids under texts; a single one costs no array. */
class Filed {
  readonly #ids = new Map<string, number | number[]>();

  add(key: string, id: number): void {
    const filed = this.#ids.get(key);
    if (filed === undefined) this.#ids.set(key, id);
    else if (typeof filed === "number") this.#ids.set(key, [filed, id]);
    else filed.push(id);
  }

  get(key: string): readonly number[] {
    const filed = this.#ids.get(key);
    if (filed === undefined) return NONE;
    return typeof filed === "number" ? [filed] : filed;
  }

  get isEmpty(): boolean {
    return this.#ids.size === 0;
  }
}

/** All words of all rules, found by the token that stands in a text. Ids count from 0. */
export class WordIndex {
  readonly #patterns: WordPattern[] = [];
  readonly #ids = new Map<string, number>();
  readonly #whole = new Filed();
  readonly #stems = new Filed();
  readonly #stemLengths = new Set<number>();
  readonly #tails = new Filed();
  /** Words without a fixed beginning or end, by their longest run of letters. */
  readonly #middles = new Filed();
  readonly #middleLengths = new Set<number>();
  /** Words that have not even that; few, so that every token is tried. */
  readonly #others: number[] = [];

  get size(): number {
    return this.#patterns.length;
  }

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
    if (!anyStart && !anyEnd && wildcard < 0 && endings === null) this.#whole.add(text, id);
    else if (!anyStart && wildcard !== 0) {
      const stem = wildcard < 0 ? text : text.slice(0, wildcard);
      this.#stemLengths.add(stem.length);
      this.#stems.add(stem, id);
    } else if (!anyEnd && wildcard < 0) this.#tails.add(text, id);
    else {
      const run = longestRun(text);
      if (run.length < MIN_RUN) this.#others.push(id);
      else {
        this.#middleLengths.add(run.length);
        this.#middles.add(run, id);
      }
    }
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
  search(token: string, attachesArabic: boolean): readonly number[] {
    const found = new Set<number>();
    for (const reading of readingsOf(token, attachesArabic)) {
      for (const id of this.#whole.get(reading)) found.add(id);
      for (const id of this.#candidates(reading)) if (acceptsToken(this.pattern(id), reading)) found.add(id);
    }
    return found.size === 0 ? NONE : [...found];
  }

  *#candidates(reading: string): Generator<number> {
    for (const length of this.#stemLengths) {
      if (length <= reading.length) yield* this.#stems.get(reading.slice(0, length));
    }
    if (!this.#tails.isEmpty) {
      for (let from = 0; from < reading.length; from += 1) yield* this.#tails.get(reading.slice(from));
    }
    for (const length of this.#middleLengths) {
      for (let from = 0; from + length <= reading.length; from += 1)
        yield* this.#middles.get(reading.slice(from, from + length));
    }
    yield* this.#others;
  }
}
