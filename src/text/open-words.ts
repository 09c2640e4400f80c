/** A word begins at a multiple of so many units, so that it and what it is compared with are whole pairs. */
const WORD_ROOM = 8;
/** A longer word is cut. */
export const MAX_WORD_UNITS = 250;
/** Room of the longest word: where it is cut, and the longest fold of one more unit. */
const LONGEST = MAX_WORD_UNITS + 32 + WORD_ROOM;
/** Words that are cut before they are numbered. */
export const MOST_OPEN_WORDS = 256;

/**
 * Words that were cut from a text and have no number yet. They get theirs together: a look-up waits for memory, and many at
 * once wait little longer than one.
 */
export class OpenWords {
  /** Units of the words in turn, the one being cut from `top`; what a word leaves of its room is 0. */
  readonly units = new Uint16Array(MOST_OPEN_WORDS * LONGEST);
  /** The units again, two by two. */
  readonly pairs = new Int32Array(this.units.buffer);
  /** By word: twice its units, and 1 for a Han or kana character. */
  readonly forms = new Int32Array(MOST_OPEN_WORDS);
  /** By word, the place of its first unit. */
  readonly tops = new Int32Array(MOST_OPEN_WORDS);
  /** By word, `addToHash` of its units. */
  readonly hashes = new Int32Array(MOST_OPEN_WORDS);
  count = 0;
  top = 0;
  /** Hash of the word before the first. */
  before = 0;

  get isFull(): boolean {
    return this.count === MOST_OPEN_WORDS;
  }

  /** Ends the word of `length` units from `top`. */
  close(length: number, hash: number, isCharacter: boolean): void {
    this.forms[this.count] = (length << 1) | (isCharacter ? 1 : 0);
    this.hashes[this.count] = hash;
    this.tops[this.count] = this.top;
    this.count += 1;
    this.top += roomOf(length);
  }

  clear(): void {
    if (this.count > 0) this.before = this.hashes[this.count - 1] ?? 0;
    this.units.fill(0, 0, this.top);
    this.count = 0;
    this.top = 0;
  }
}

/** Units that a word of so many takes up. */
function roomOf(length: number): number {
  return (length + WORD_ROOM - 1) & -WORD_ROOM;
}

/** What a reader hands words to: their numbers go into the rows from `row` on. Words are hashed from `seed` on. */
export interface WordNumbers {
  readonly seed: number;
  number(open: OpenWords, into: Int32Array, row: number): void;
}
