import { classIn, foldIn, learnUnit, longFold, mayChangeIn, UNIT, unitClass, unitEntries } from "../../text/fold.ts";
import { addToHash } from "../../text/vocabulary.ts";
import { WordReader } from "../../text/word-reader.ts";
import { MARK_SLOTS, type WordSieve } from "./word-sieve.ts";

const FIRST_UNITS = 1 << 14;
/** Beyond it the reader cuts words. */
const LONGEST_WORD = 240;
const LONGEST_FOLD = 32;
const FULL_STOP = 0x2e;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;

/** Where a scan is not sure how the text is cut into words. */
const UNSURE = -1;

function isHebrew(unit: number): boolean {
  return unit >= 0x0590 && unit <= 0x05ff;
}

/**
 * Looks through texts for what a sieve looks for. Words are folded and hashed on the way and kept nowhere; texts that are
 * not cut at letters alone (acronyms, scripts cut by dictionary, other normal forms) are left to the reader of words.
 */
export class TextScan {
  readonly #sieve: WordSieve;
  readonly #reader: WordReader;
  /** Units of the text, and a full stop behind them. */
  #units = new Uint16Array(FIRST_UNITS);
  #bytes = Buffer.from(this.#units.buffer);
  /** The word being read, its hash, and the marks of its beginnings. */
  readonly #word = new Uint16Array(LONGEST_WORD + LONGEST_FOLD);
  #length = 0;
  #hash = 0;
  #marks = 0;
  /** Entries of all units of the text, one over the other. */
  #seen = 0;

  constructor(sieve: WordSieve) {
    this.#sieve = sieve;
    this.#reader = new WordReader(sieve);
  }

  /** Whether something that is looked for may stand in the text. */
  mayFind(text: string): boolean {
    this.#takeUnits(text);
    this.#start();
    this.#seen = 0;
    const { length } = text;
    let at = 0;
    while (at < length) {
      at = this.#readPlain(at);
      if (this.#sieve.isHit) return this.#takeHit();
      if (at < length) at = this.#step(at);
      if (at === UNSURE) return this.#cut(text);
    }
    this.#close();
    return this.#takeHit() || (mayChangeIn(this.#seen) && this.#cut(text));
  }

  #cut(text: string): boolean {
    this.#reader.clear();
    this.#reader.read(text);
    return this.#takeHit();
  }

  #takeHit(): boolean {
    const { isHit } = this.#sieve;
    this.#sieve.isHit = false;
    return isHit;
  }

  #takeUnits(text: string): void {
    if (text.length >= this.#units.length) {
      this.#units = new Uint16Array(2 * text.length);
      this.#bytes = Buffer.from(this.#units.buffer);
    }
    this.#bytes.write(text, "utf16le");
    this.#units[text.length] = FULL_STOP;
  }

  #start(): void {
    this.#length = 0;
    this.#hash = this.#sieve.seed;
    this.#marks = 0;
  }

  /** Letters and what separates words, up to the first unit of another kind or a hit. */
  #readPlain(from: number): number {
    const units = this.#units;
    const entries = unitEntries;
    const { letter, separator } = UNIT;
    const marks = this.#sieve.marks;
    const word = this.#word;
    let hash = this.#hash;
    let length = this.#length;
    let seen = 0;
    let marked = this.#marks;
    let at = from;
    for (;;) {
      const entry = entries[units[at] ?? 0] ?? 0;
      const kind = classIn(entry);
      seen |= entry;
      if (kind === letter && length < LONGEST_WORD) {
        const fold = foldIn(entry);
        word[length] = fold;
        length += 1;
        hash = addToHash(hash, fold);
        marked |= marks[(hash ^ (hash >>> 15)) & (MARK_SLOTS - 1)] ?? 0;
        at += 1;
        continue;
      }
      if (kind === separator && length === 0) {
        at += 1;
        continue;
      }
      this.#hash = hash;
      this.#length = length;
      this.#marks = marked;
      this.#seen |= seen;
      if (kind !== separator) return at;
      this.#close();
      if (this.#sieve.isHit) return at;
      hash = this.#hash;
      length = 0;
      marked = 0;
      at += 1;
    }
  }

  /** Reads a unit of another kind. @returns the place behind it, or that the text is to be cut */
  #step(at: number): number {
    const unit = this.#units[at] ?? 0;
    const entry = unitEntries[unit] ?? 0;
    this.#seen |= entry;
    switch (classIn(entry)) {
      case UNIT.unknown:
        learnUnit(unit);
        return at;
      case UNIT.ignored:
        return at + 1;
      case UNIT.character:
        return foldIn(entry) === 0 ? UNSURE : this.#readCharacter(at, foldIn(entry));
      case UNIT.longLetter:
        return this.#length < LONGEST_WORD ? this.#readLong(at, longFold(unit)) : UNSURE;
      case UNIT.fullStop:
        return this.#mayBeAcronym(at) ? UNSURE : this.#end(at);
      case UNIT.quote:
        return this.#length > 0 && isHebrew(this.#units[at - 1] ?? 0) ? UNSURE : this.#end(at);
      default:
        return UNSURE;
    }
  }

  #readCharacter(at: number, fold: number): number {
    this.#close();
    this.#push(fold);
    this.#close();
    return at + 1;
  }

  #readLong(at: number, folded: string): number {
    for (let unit = 0; unit < folded.length; unit += 1) this.#push(folded.charCodeAt(unit));
    return at + 1;
  }

  #push(fold: number): void {
    this.#word[this.#length] = fold;
    this.#length += 1;
    const hash = addToHash(this.#hash, fold);
    this.#hash = hash;
    this.#marks |= this.#sieve.marks[(hash ^ (hash >>> 15)) & (MARK_SLOTS - 1)] ?? 0;
  }

  #end(at: number): number {
    this.#close();
    return at + 1;
  }

  #close(): void {
    const length = this.#length;
    if (length === 0) return;
    this.#sieve.look(this.#word, length, this.#hash, this.#marks);
    this.#start();
  }

  /** Whether a full stop between two letters may stand inside a word. */
  #mayBeAcronym(at: number): boolean {
    const last = this.#word[this.#length - 1] ?? 0;
    if (this.#length === 0 || (last >= DIGIT_0 && last <= DIGIT_9)) return false;
    const kind = unitClass(this.#units[at + 1] ?? 0);
    return kind === UNIT.letter || kind === UNIT.longLetter;
  }
}
