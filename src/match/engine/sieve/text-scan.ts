import { classIn, foldIn, learnUnit, longFold, mayChangeIn, UNIT, unitClass, unitEntries } from "../../../text/fold.ts";
import { TextUnits } from "../../../text/text-units.ts";
import { addToHash } from "../../../text/vocabulary.ts";
import { WordReader } from "../../../text/word-reader.ts";
import { bitOf } from "../tables/bit-filter.ts";
import { addToLast, type WordSieve } from "./word-sieve.ts";

/** Beyond it the reader cuts words. */
const LONGEST_WORD = 240;
const LONGEST_FOLD = 32;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;

/** Where a scan is not sure how the text is cut into words. */
const UNSURE = -1;

function mayBeHebrew(unit: number): boolean {
  return unit >= 0x0590 && unit <= 0x05ff;
}

/**
 * Looks through texts for what a sieve looks for. Words are folded and hashed on the way and kept nowhere; texts that are
 * not cut at letters alone (acronyms, scripts cut by dictionary, other normal forms) are left to the reader of words.
 */
export class TextScan {
  readonly #sieve: WordSieve;
  readonly #reader: WordReader;
  readonly #source = new TextUnits();
  /** Those of the text. */
  #units = this.#source.units;
  /** The word being read: where it began, how many folded units it has, their hash, whether a beginning of it has a mark. */
  #start = 0;
  #length = 0;
  #hash = 0;
  #marked = 0;
  /** Hash of the word before it. */
  #before = 0;
  /** Room for its folded units. */
  readonly #word = new Uint16Array(LONGEST_WORD + LONGEST_FOLD);
  /** Entries of all units of the text, one over the other. */
  #seen = 0;
  #isHit = false;

  constructor(sieve: WordSieve) {
    this.#sieve = sieve;
    this.#reader = new WordReader(sieve);
  }

  /** Whether something that is looked for may stand in the text. */
  mayFind(text: string): boolean {
    this.#source.take(text);
    this.#units = this.#source.units;
    this.#isHit = false;
    this.#seen = 0;
    this.#before = 0;
    this.#forgetWord();
    const { length } = text;
    let at = 0;
    while (at < length && !this.#isHit) {
      at = this.#readPlain(at);
      if (at < length && !this.#isHit) at = this.#step(at);
      if (at === UNSURE) return this.#cut(text);
    }
    this.#close(length);
    return this.#isHit || (mayChangeIn(this.#seen) && this.#cut(text));
  }

  #cut(text: string): boolean {
    this.#sieve.isHit = false;
    this.#reader.rows.clear();
    this.#reader.read(text);
    return this.#sieve.isHit;
  }

  #forgetWord(): void {
    this.#length = 0;
    this.#hash = this.#sieve.seed;
    this.#marked = 0;
  }

  /** Letters and what separates words, up to the first unit of another kind or a hit. */
  #readPlain(from: number): number {
    const units = this.#units;
    const entries = unitEntries;
    const { letter, separator } = UNIT;
    let at = from;
    let seen = 0;
    for (;;) {
      const entry = entries[units[at] ?? 0] ?? 0;
      seen |= entry;
      const kind = classIn(entry);
      if (kind === letter && this.#length < LONGEST_WORD) at = this.#readLetters(at);
      else if (kind === separator) {
        if (this.#length > 0) this.#close(at);
        at += 1;
        if (this.#isHit) break;
      } else break;
    }
    this.#seen |= seen;
    return at;
  }

  /** @returns the place behind the letters from `from` on, and behind the separators after them */
  #readLetters(from: number): number {
    const units = this.#units;
    const entries = unitEntries;
    const { bits } = this.#sieve.beginnings;
    const { letter } = UNIT;
    if (this.#length === 0) this.#start = from;
    let hash = this.#hash;
    let marked = this.#marked;
    let seen = 0;
    let at = from;
    const last = from + LONGEST_WORD - this.#length;
    let entry = entries[units[at] ?? 0] ?? 0;
    do {
      hash = addToHash(hash, foldIn(entry));
      marked |= bitOf(bits, hash);
      seen |= entry;
      at += 1;
      entry = entries[units[at] ?? 0] ?? 0;
    } while (classIn(entry) === letter && at < last);
    this.#hash = hash;
    this.#marked = marked;
    this.#seen |= seen;
    this.#length += at - from;
    return at;
  }

  /** Reads a unit of another kind. @returns the place behind it, or that the text is to be cut */
  #step(at: number): number {
    const unit = this.#units[at] ?? 0;
    const entry = unitEntries[unit] ?? 0;
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
        return this.#length > 0 && mayBeHebrew(this.#units[at - 1] ?? 0) ? UNSURE : this.#end(at);
      default:
        return UNSURE;
    }
  }

  #readCharacter(at: number, fold: number): number {
    this.#close(at);
    this.#push(at, fold);
    this.#close(at + 1);
    return at + 1;
  }

  #readLong(at: number, folded: string): number {
    for (let unit = 0; unit < folded.length; unit += 1) this.#push(at, folded.charCodeAt(unit));
    return at + 1;
  }

  #push(at: number, fold: number): void {
    if (this.#length === 0) this.#start = at;
    this.#length += 1;
    this.#hash = addToHash(this.#hash, fold);
    this.#marked |= bitOf(this.#sieve.beginnings.bits, this.#hash);
  }

  #end(at: number): number {
    this.#close(at);
    return at + 1;
  }

  #close(end: number): void {
    if (this.#length === 0) return;
    const unit = this.#units[this.#start] ?? 0;
    const first = foldIn(unitEntries[unit] ?? 0) || longFold(unit).charCodeAt(0);
    const sieve = this.#sieve;
    const marked = this.#marked | bitOf(sieve.ends.bits, this.#hash);
    if (marked !== 0 || sieve.asksAll || sieve.mayAttach(first) || (sieve.hasRuns && this.#mayHoldRun(end)))
      this.#look(end);
    this.#before = this.#hash;
    this.#forgetWord();
  }

  /** Whether a run that is looked for may begin in the word, seen without folding the word into its room: few begin one. */
  #mayHoldRun(end: number): boolean {
    let last = 0;
    for (let at = this.#start; at < end; at += 1) {
      const entry = unitEntries[this.#units[at] ?? 0] ?? 0;
      const kind = classIn(entry);
      if (kind === UNIT.longLetter) return true;
      if (kind !== UNIT.letter && kind !== UNIT.character) continue;
      last = addToLast(last, foldIn(entry));
      if (this.#sieve.mayBeginRun(last)) return true;
    }
    return false;
  }

  #look(end: number): void {
    const [hash, before] = [this.#hash, this.#before];
    this.#foldWord(end);
    this.#isHit ||= this.#sieve.finds(this.#word, this.#length, { hash, before });
  }

  #foldWord(end: number): void {
    let to = 0;
    for (let at = this.#start; at < end; at += 1) {
      const unit = this.#units[at] ?? 0;
      const entry = unitEntries[unit] ?? 0;
      const kind = classIn(entry);
      if (kind === UNIT.letter || kind === UNIT.character) this.#word[to++] = foldIn(entry);
      else if (kind === UNIT.longLetter) for (const fold of longFold(unit)) this.#word[to++] = fold.charCodeAt(0);
    }
  }

  /** Whether a full stop between two letters may stand inside a word. */
  #mayBeAcronym(at: number): boolean {
    const last = foldIn(unitEntries[this.#units[at - 1] ?? 0] ?? 0);
    if (this.#length === 0 || (last >= DIGIT_0 && last <= DIGIT_9)) return false;
    const kind = unitClass(this.#units[at + 1] ?? 0);
    return kind === UNIT.letter || kind === UNIT.longLetter;
  }
}
