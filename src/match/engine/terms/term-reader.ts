import type { TermPart } from "../../expression/ast.ts";
import type { TermIndex } from "./term-index.ts";
import { wordPatterns } from "./word-pattern.ts";

/** Files terms as they are written into the index. A written word is folded once, however many terms have it. */
export class TermReader {
  readonly #index: TermIndex;
  /** By word as it is written, the words it is cut into. */
  readonly #words = new Map<string, number | readonly number[]>();

  constructor(index: TermIndex) {
    this.#index = index;
  }

  /** The id of a term; equal terms have one id. Gaps are attached to the word after them. */
  idOf(parts: readonly TermPart[], exactCase: boolean): number {
    const words: number[] = [];
    const gaps: number[] = [];
    let gap = 0;
    for (const part of parts) {
      if (part.kind === "gap") {
        gap += part.max;
        continue;
      }
      const cut = exactCase ? this.#cut(part.text, true) : this.#wordsOf(part.text);
      if (typeof cut === "number") words.push(cut);
      else words.push(...cut);
      if (words.length > gaps.length) gaps.push(gaps.length === 0 ? 0 : gap);
      while (words.length > gaps.length) gaps.push(0);
      gap = 0;
    }
    return this.#index.add(words, gaps);
  }

  /** Later terms are folded anew. */
  forget(): void {
    this.#words.clear();
  }

  #wordsOf(text: string): number | readonly number[] {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    const cut = this.#cut(text, false);
    const [only] = cut;
    const words = cut.length === 1 && only !== undefined ? only : cut;
    this.#words.set(text, words);
    return words;
  }

  #cut(text: string, exactCase: boolean): readonly number[] {
    return wordPatterns(text, exactCase).map((pattern) => this.#index.store.words.add(pattern));
  }
}
