import type { Unit } from "./name-unit.ts";
import { GAP, type TextWord } from "./text-words.ts";
import type { WordTable } from "./word-table.ts";

/** Pieces that a dictionary cuts a part of a foreign name into. */
const MOST_PIECES = 6;

/** Names in scripts without spaces, of which one stands between their parts: `ทูตเคนอิจิ โมริ`, where the first part begins nothing tells. */
export class RunUnits {
  readonly #words: readonly TextWord[];
  readonly #table: WordTable;

  constructor(words: readonly TextWord[], table: WordTable) {
    this.#words = words;
    this.#table = table;
  }

  /** What may be a part of a name right before the space behind a word, and right behind it. */
  around(at: number): { before: readonly Unit[]; behind: readonly Unit[] } {
    const before: Unit[] = [];
    const behind: Unit[] = [];
    for (let first = at; at - first < MOST_PIECES && this.#isInRun(first); first -= 1) {
      if (first < at && this.#words[first]?.gap !== GAP.joined) break;
      before.push(this.#unit(first, at));
    }
    for (let last = at + 1; last - at <= MOST_PIECES && this.#isInRun(last); last += 1) {
      behind.push(this.#unit(at + 1, last));
      const gap = this.#words[last]?.gap;
      if (gap !== GAP.joined && gap !== GAP.space) break;
    }
    return { before, behind };
  }

  #isInRun(at: number): boolean {
    return this.#words[at]?.info.script === "dictionary";
  }

  #unit(first: number, last: number): Unit {
    const name = this.#words.slice(first, last + 1).map(({ source }) => source);
    return { first, last, info: this.#table.transliterated(name.join("")) };
  }
}
