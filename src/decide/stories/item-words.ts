import type { OpenWords, WordNumbers } from "../../text/open-words.ts";
import type { Token } from "../../text/tokenise.ts";
import { WordReader } from "../../text/word-reader.ts";

const FIRST_UNITS = 1 << 14;
const FIRST_ROWS = 1 << 10;

/**
 * The words of the item in hand. They get no numbers and are not remembered: hashing a word costs less than looking it
 * up among all that were ever read. What the reader calls the number of a word is the place of its folded units in `units`.
 */
export class ItemWords implements WordNumbers {
  readonly seed = 0;
  readonly reader = new WordReader(this);
  units = new Uint16Array(FIRST_UNITS);
  /** Units of the word, by row of the reader. */
  lengths = new Int32Array(FIRST_ROWS);
  /** By row, the `hashOf` the word from the seed on. */
  hashes = new Int32Array(FIRST_ROWS);
  #top = 0;

  clear(): void {
    this.reader.rows.clear();
    this.#top = 0;
  }

  number(open: OpenWords, into: Int32Array, row: number): void {
    this.#makeRoom(open.top, row + open.count);
    this.units.set(open.units.subarray(0, open.top), this.#top);
    for (let at = 0; at < open.count; at += 1) {
      into[row + at] = this.#top + (open.tops[at] ?? 0);
      this.lengths[row + at] = (open.forms[at] ?? 0) >> 1;
      this.hashes[row + at] = open.hashes[at] ?? 0;
    }
    this.#top += open.top;
  }

  /** Puts the units of a word and of the one in the next row behind each other. @returns the place of the first */
  join(row: number): number {
    const from = this.#top;
    this.#makeRoom(this.lengthOf(row) + this.lengthOf(row + 1), 0);
    for (const word of [row, row + 1]) {
      const start = this.startOf(word);
      this.units.copyWithin(this.#top, start, start + this.lengthOf(word));
      this.#top += this.lengthOf(word);
    }
    return from;
  }

  /** The place of a word's units. */
  startOf(row: number): number {
    return this.reader.rows.words[row] ?? 0;
  }

  lengthOf(row: number): number {
    return this.lengths[row] ?? 0;
  }

  textOf(row: number): string {
    const from = this.startOf(row);
    return String.fromCharCode(...this.units.subarray(from, from + this.lengthOf(row)));
  }

  /** The words of the rows from `from` to before `to`, as far as there are any. */
  tokens(from: number, to: number): readonly Token[] {
    const { starts, ends, characters, count } = this.reader.rows;
    return Array.from({ length: Math.min(to, count) - from }, (_, at) => {
      const row = from + at;
      const [start = 0, end = 0] = [starts[row], ends[row]];
      return { text: this.textOf(row), start, end, isCharacter: characters[row] === 1 };
    });
  }

  #makeRoom(units: number, rows: number): void {
    if (this.#top + units > this.units.length) {
      const wider = new Uint16Array(2 * (this.#top + units));
      wider.set(this.units);
      this.units = wider;
    }
    if (rows <= this.lengths.length) return;
    for (const column of ["lengths", "hashes"] as const) {
      const longer = new Int32Array(2 * rows);
      longer.set(this[column]);
      this[column] = longer;
    }
  }
}
