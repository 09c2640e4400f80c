import { readingsOf } from "./affixes.ts";
import { acceptsToken, isPlain, longestRun, patternKey, plainPattern, type WordPattern } from "./word-pattern.ts";

const NONE: readonly number[] = [];
/** A shorter run of letters stands in too many words to be looked up. */
const MIN_RUN = 3;

/** All runs of so many letters, each once: a word that repeats its letters has few. */
function runsOf(text: string, length: number): ReadonlySet<string> {
  const runs = new Set<string>();
  for (let from = 0; from + length <= text.length; from += 1) runs.add(text.slice(from, from + length));
  return runs;
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
  /** By word, its letters. */
  readonly #texts: string[] = [];
  /** Words that are nothing but their letters, as most are, and the others. */
  readonly #plain = new Map<string, number>();
  readonly #patterns = new Map<number, WordPattern>();
  readonly #ids = new Map<string, number>();
  /** Words whose spelling matters, by their letters. */
  readonly #spelled = new Filed();
  readonly #stems = new Filed();
  readonly #stemLengths = new Set<number>();
  readonly #tails = new Filed();
  /** Words without a fixed beginning or end, by their longest run of letters. */
  readonly #middles = new Filed();
  readonly #middleLengths = new Set<number>();
  /** Words that have not even that; few, so that every token is tried. */
  readonly #others: number[] = [];

  get size(): number {
    return this.#texts.length;
  }

  /** Id of a word; equal words have one id. */
  add(pattern: WordPattern): number {
    if (isPlain(pattern)) return this.#once(this.#plain, pattern.text, pattern);
    const key = patternKey(pattern);
    const known = this.size;
    const id = this.#once(this.#ids, key, pattern);
    if (this.size === known) return id;
    this.#patterns.set(id, pattern);
    this.#file(pattern, id);
    return id;
  }

  #once(ids: Map<string, number>, key: string, { text }: WordPattern): number {
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = this.#texts.push(text) - 1;
    ids.set(key, id);
    return id;
  }

  #file({ text, anyStart, anyEnd }: WordPattern, id: number): void {
    const wildcard = text.indexOf("?");
    if (!anyStart && !anyEnd && wildcard < 0) this.#spelled.add(text, id);
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
    const pattern = this.#patterns.get(id);
    if (pattern !== undefined) return pattern;
    const text = this.#texts[id];
    if (text === undefined) throw new RangeError(`no word ${id}`);
    return plainPattern(text);
  }

  /** Letters of a word that its pattern fixes. */
  lengthOf(id: number): number {
    return this.#texts[id]?.length ?? 0;
  }

  /** The pattern of a word that is more than its letters; undefined: it is not. */
  special(id: number): WordPattern | undefined {
    return this.#patterns.get(id);
  }

  /**
   * Words that a folded token is an occurrence of.
   * @param attachesArabic whether the item may be Arabic, which writes prefixes as part of the word
   */
  search(token: string, attachesArabic: boolean): readonly number[] {
    const found = new Set<number>();
    for (const reading of readingsOf(token, attachesArabic)) {
      const plain = this.#plain.get(reading);
      if (plain !== undefined) found.add(plain);
      for (const id of this.#spelled.get(reading)) found.add(id);
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
    for (const length of this.#middleLengths) for (const run of runsOf(reading, length)) yield* this.#middles.get(run);
    yield* this.#others;
  }
}
