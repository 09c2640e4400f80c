const FIRST_UNITS = 1 << 14;
const APOSTROPHE = 0x27;

/** The UTF-16 units of a text: a string is slower to read, and comes in many kinds. */
export class TextUnits {
  /** Longer than the text; behind it stands an apostrophe, which ends every run of letters or of what separates words. */
  units = new Uint16Array(FIRST_UNITS);
  #bytes = Buffer.from(this.units.buffer);

  take(text: string): void {
    if (text.length >= this.units.length) {
      this.units = new Uint16Array(2 * text.length);
      this.#bytes = Buffer.from(this.units.buffer);
    }
    this.#bytes.write(text, "utf16le");
    this.units[text.length] = APOSTROPHE;
  }
}
