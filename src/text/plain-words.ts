import { classIn, foldIn, UNIT, unitEntries } from "./fold.ts";
import { MAX_WORD_UNITS, MOST_OPEN_WORDS, type OpenWords } from "./open-words.ts";
import { addToHash } from "./vocabulary.ts";
import type { WordRows } from "./word-rows.ts";

/**
 * Cuts words that are letters from end to end, and what separates them: nearly all of most texts. All else is left to
 * `WordReader`. What is asked of every unit here decides what an item costs.
 */
export class PlainWords {
  /** Entries of all units that were read, one laid over the other. */
  seen = 0;
  readonly #open: OpenWords;
  readonly #rows: WordRows;
  readonly #seed: number;

  /** @param seed that hashes of words begin with */
  constructor(open: OpenWords, rows: WordRows, seed: number) {
    this.#open = open;
    this.#rows = rows;
    this.#seed = seed;
  }

  /**
   * Adds the words from `from` on, until there are as many as can be open. No word may be half read.
   * @returns where the first word begins that is another one, or a unit stands of another kind
   */
  read(units: Uint16Array, from: number): number {
    const open = this.#open;
    const { units: folded } = open;
    const rows = this.#rows;
    // What is imported is looked up at each use.
    const entries = unitEntries;
    const { letter, separator, fullStop } = UNIT;
    let at = from;
    while (open.count < MOST_OPEN_WORDS) {
      let entry = entryAt(entries, units, at);
      while (classIn(entry) === separator || classIn(entry) === fullStop) {
        this.seen |= entry;
        at += 1;
        entry = entryAt(entries, units, at);
      }
      if (classIn(entry) !== letter) break;
      const { top } = open;
      const limit = top + MAX_WORD_UNITS;
      const start = at;
      let to = top;
      let hash = this.#seed;
      let seen = 0;
      do {
        const fold = foldIn(entry);
        folded[to] = fold;
        hash = addToHash(hash, fold);
        to += 1;
        at += 1;
        seen |= entry;
        entry = entryAt(entries, units, at);
      } while (classIn(entry) === letter && to < limit);
      // A single letter before a full stop may begin an acronym (`WordReader`).
      const isWhole = classIn(entry) === separator || (classIn(entry) === fullStop && to - top > 1);
      if (!isWhole) return start;
      this.seen |= seen | entry;
      rows.add(start, at, false);
      open.close(to - top, hash, false);
      at += 1;
    }
    return at;
  }
}

function entryAt(entries: Int32Array, units: Uint16Array, at: number): number {
  return entries[units[at] ?? 0] ?? UNIT.unknown;
}
