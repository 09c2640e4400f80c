const FIRST_ROWS = 1024;

/** The words of a text, a row each: the number of the word, and where it stands in the source (UTF-16 units, end exclusive). */
export class WordRows {
  words = new Int32Array(FIRST_ROWS);
  starts = new Int32Array(FIRST_ROWS);
  ends = new Int32Array(FIRST_ROWS);
  /** 1 for a Han or kana character: two of them count as a word. */
  characters = new Uint8Array(FIRST_ROWS);
  count = 0;

  clear(): void {
    this.count = 0;
  }

  /** A word that has no number yet. */
  add(start: number, end: number, isCharacter: boolean): void {
    if (this.count === this.starts.length) this.#grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.characters[this.count] = isCharacter ? 1 : 0;
    this.count += 1;
  }

  /**
   * Places the rows from `from` on, which were read from a text in normal form, in its source. The last unit may be the first of
   * a longer source cluster: the end is where the following unit begins.
   * @param offsets of each unit of the text in the source
   */
  placeInSource(from: number, offsets: Int32Array): void {
    for (let row = from; row < this.count; row += 1) {
      const start = offsets[this.starts[row] ?? 0] ?? 0;
      this.starts[row] = start;
      this.ends[row] = Math.max(offsets[this.ends[row] ?? 0] ?? 0, start);
    }
  }

  #grow(): void {
    for (const column of ["words", "starts", "ends"] as const) {
      const wider = new Int32Array(2 * this[column].length);
      wider.set(this[column]);
      this[column] = wider;
    }
    const wider = new Uint8Array(2 * this.characters.length);
    wider.set(this.characters);
    this.characters = wider;
  }
}
