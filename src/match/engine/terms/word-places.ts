import type { Document } from "../document.ts";
import { sourceOf } from "../document.ts";
import { IntColumn } from "../tables/int-column.ts";
import { NO_RULE_WORD, type RuleWords } from "./rule-words.ts";
import type { WordIndex } from "./word-index.ts";
import { acceptsSpelling } from "./word-pattern.ts";

const NONE: readonly number[] = [];
const NO_PLACE = -1;

/**
 * By word of a text, what it means to the rules: not asked yet, nothing, one word, as its complement, or where the row of its
 * words begins. Most mean one: a row of its own would be one more place of memory to wait for.
 */
const NOT_ASKED = 0;
const NOTHING = 1;

/** Of each word of the rules, side by side: the item it was last seen in, its first and last place there, and its roles. */
const RECORD = 4;
const SEEN_IN = 0;
const FIRST = 1;
const LAST = 2;
const ROLES = 3;

/** What a word of the rules is there for, and whether it wants its own spelling: in Vietnamese items, or everywhere. */
export const ROLE = { wakesTerms: 1, beginsPair: 2, endsPair: 4, spelledInVietnamese: 8, spelledAlways: 16 } as const;
const SPELLED = ROLE.spelledInVietnamese | ROLE.spelledAlways;
const PAIRED = ROLE.beginsPair | ROLE.endsPair;

/**
 * Where the words of the rules stand in the item read last. What a word of a text means to the rules is asked once and
 * remembered under its number in the vocabulary; whoever clears the vocabulary calls `forget`.
 */
export class WordPlaces {
  /** Words in the item that wake terms, in the order they first appear. */
  readonly found: number[] = [];
  /** Rows of the item in which words of pairs may stand, ascending. */
  readonly rows = new IntColumn(1024);
  readonly #index: WordIndex;
  readonly #numbers: RuleWords;
  readonly #records = new IntColumn();
  readonly #inArabic = new IntColumn();
  readonly #elsewhere = new IntColumn();
  /** What words mean in the item: one of the two above, because items that may be Arabic read words otherwise. */
  #meanings = this.#elsewhere;
  /** Rows of words: their number, then the words. */
  readonly #meant = new IntColumn();
  /** How many words of the rules the meanings know. */
  #known = 0;
  #document: Document | null = null;
  #isVietnamese = false;
  #attachesArabic = false;
  #item = 0;
  /** Places of the item as chains: the row of each, and the next of each. */
  readonly #rows = new IntColumn(1024);
  readonly #next = new IntColumn(1024);

  constructor(index: WordIndex, numbers: RuleWords) {
    this.#index = index;
    this.#numbers = numbers;
    this.forget();
  }

  /** What words mean is asked anew: the vocabulary was cleared. */
  forget(): void {
    this.#inArabic.values.fill(NOT_ASKED);
    this.#elsewhere.values.fill(NOT_ASKED);
    this.#meant.clear();
    for (const reserved of [NOT_ASKED, NOTHING]) this.#meant.push(reserved);
  }

  /** Gives a word of the rules one more role. */
  addRole(word: number, role: number): void {
    this.#extend();
    const at = RECORD * word + ROLES;
    this.#records.values[at] = this.#records.at(at) | role;
  }

  #extend(): void {
    const { size } = this.#index;
    const from = this.#records.length / RECORD;
    if (from === size) return;
    this.#records.extend(RECORD * size);
    for (let word = from; word < size; word += 1)
      this.#records.values[RECORD * word + ROLES] = spellingRole(this.#index, word);
  }

  read(document: Document): void {
    this.#begin(document);
    const { words } = document;
    const { rows } = this.#numbers;
    const meanings = this.#meanings.values;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows.at(at);
      const word = words[row] ?? NO_RULE_WORD;
      let meaning = meanings[word] ?? NOT_ASKED;
      if (meaning === NOT_ASKED) {
        meaning = this.#ask(word);
        meanings[word] = meaning;
      }
      if (meaning !== NOTHING) this.#addAll(meaning, row);
    }
  }

  #addAll(meaning: number, row: number): void {
    const to = this.meantTo(meaning);
    let roles = 0;
    for (let at = this.meantFrom(meaning); at < to; at += 1) roles |= this.#add(this.meantAt(at), row);
    if ((roles & PAIRED) !== 0) this.rows.push(row);
  }

  #ask(word: number): number {
    const found = this.#index.search(this.#numbers.textOf(word), this.#attachesArabic);
    const [first] = found;
    if (first === undefined) return NOTHING;
    if (found.length === 1) return ~first;
    const meaning = this.#meant.push(found.length);
    for (const one of found) this.#meant.push(one);
    return meaning;
  }

  #begin(document: Document): void {
    if (this.#known !== this.#index.size) {
      this.#extend();
      this.forget();
      this.#known = this.#index.size;
    }
    this.#document = document;
    this.#isVietnamese = document.language === "vi";
    this.#attachesArabic = document.language === null || document.language === "ar";
    this.#meanings = this.#attachesArabic ? this.#inArabic : this.#elsewhere;
    this.#meanings.extend(this.#numbers.size);
    this.rows.clear();
    this.#rows.clear();
    this.#next.clear();
    this.found.length = 0;
    this.#item += 1;
  }

  /** @returns the roles of the word; none where it wants another spelling */
  #add(word: number, row: number): number {
    const records = this.#records.values;
    const at = RECORD * word;
    const roles = records[at + ROLES] ?? 0;
    if ((roles & SPELLED) !== 0 && !this.#isSpelled(word, roles, row)) return 0;
    const place = this.#rows.push(row);
    this.#next.push(NO_PLACE);
    if (records[at + SEEN_IN] === this.#item) this.#next.values[records[at + LAST] ?? 0] = place;
    else {
      records[at + SEEN_IN] = this.#item;
      records[at + FIRST] = place;
      if ((roles & ROLE.wakesTerms) !== 0) this.found.push(word);
    }
    records[at + LAST] = place;
    return roles;
  }

  #isSpelled(word: number, roles: number, row: number): boolean {
    if ((roles & ROLE.spelledAlways) === 0 && !this.#isVietnamese) return true;
    const source = this.#document === null ? "" : sourceOf(this.#document, row, row);
    return acceptsSpelling(this.#index.pattern(word), source, this.#isVietnamese);
  }

  has(word: number): boolean {
    return this.#records.at(RECORD * word + SEEN_IN) === this.#item;
  }

  rolesOf(word: number): number {
    return this.#records.at(RECORD * word + ROLES);
  }

  /**
   * What the rules see in a row of the item: `meantAt` all places from `meantFrom` to `meantTo` the words of the rules; some
   * may want another spelling.
   */
  meaningAt(row: number): number {
    const word = this.#document?.words[row] ?? NO_RULE_WORD;
    return word === NO_RULE_WORD ? NOTHING : this.#meanings.at(word);
  }

  meantFrom(meaning: number): number {
    return meaning < 0 ? meaning : meaning + 1;
  }

  meantTo(meaning: number): number {
    if (meaning < 0) return meaning + 1;
    return meaning <= NOTHING ? 0 : meaning + 1 + this.#meant.at(meaning);
  }

  meantAt(at: number): number {
    return at < 0 ? ~at : this.#meant.at(at);
  }

  /** Whether the word stands in the row of the item. */
  isAt(word: number, row: number): boolean {
    const meaning = this.meaningAt(row);
    const to = this.meantTo(meaning);
    for (let at = this.meantFrom(meaning); at < to; at += 1)
      if (this.meantAt(at) === word) return this.#isSpelledAt(word, row);
    return false;
  }

  #isSpelledAt(word: number, row: number): boolean {
    const roles = this.rolesOf(word);
    return (roles & SPELLED) === 0 || this.#isSpelled(word, roles, row);
  }

  /** Places of a word that `has`, a chain of numbers in the order of the text; it ends below 0. */
  firstPlace(word: number): number {
    return this.#records.at(RECORD * word + FIRST);
  }

  nextPlace(place: number): number {
    return this.#next.at(place);
  }

  rowAt(place: number): number {
    return this.#rows.at(place);
  }

  /** The first row of a word that `has`. */
  firstRow(word: number): number {
    return this.#rows.at(this.firstPlace(word));
  }

  lastRow(word: number): number {
    return this.#rows.at(this.#records.at(RECORD * word + LAST));
  }

  /** All rows of a word, ascending. */
  rowsOf(word: number): readonly number[] {
    if (!this.has(word)) return NONE;
    const rows: number[] = [];
    for (let place = this.firstPlace(word); place !== NO_PLACE; place = this.#next.at(place))
      rows.push(this.#rows.at(place));
    return rows;
  }
}

function spellingRole(index: WordIndex, word: number): number {
  const pattern = index.special(word);
  if (pattern === undefined) return 0;
  if (pattern.exact !== null) return ROLE.spelledAlways;
  return pattern.marked === null ? 0 : ROLE.spelledInVietnamese;
}
