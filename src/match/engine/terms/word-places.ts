import { keepRead } from "../../../core/read-ahead.ts";
import { EVERYWHERE, SCOPES, sourceOf, type Document } from "../document.ts";
import { IntColumn } from "../tables/int-column.ts";
import { NO_RULE_WORD, type RuleWords } from "./rule-words.ts";
import type { WordIndex } from "./word-index.ts";
import { WordMeanings } from "./word-meanings.ts";
import { acceptsSpelling } from "./word-pattern.ts";

const NONE: readonly number[] = [];
const NO_PLACE = -1;

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

/** Where the words of the rules stand in the item read last. */
export class WordPlaces {
  /** Words in the item that wake terms, in the order they first appear. */
  readonly found: number[] = [];
  /** Rows of the item in which words of pairs may stand, ascending, and what the word of the text means there. */
  readonly rows = new IntColumn(1024);
  readonly rowMeanings = new IntColumn(1024);
  readonly meanings: WordMeanings;
  readonly #index: WordIndex;
  readonly #numbers: RuleWords;
  readonly #records = new IntColumn();
  #document: Document | null = null;
  #isVietnamese = false;
  #item = 0;
  /** Places of the item as chains: the row of each, and the next of each. */
  readonly #rows = new IntColumn(1024);
  readonly #next = new IntColumn(1024);

  constructor(index: WordIndex, numbers: RuleWords) {
    this.meanings = new WordMeanings(index, numbers);
    this.#index = index;
    this.#numbers = numbers;
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
    this.#readAhead(words, rows);
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows.at(at);
      this.#addAll(this.meanings.of(words[row] ?? NO_RULE_WORD), row);
    }
  }

  #readAhead(words: Int32Array, rows: IntColumn): void {
    const { meanings } = this;
    const records = this.#records.values;
    meanings.readAhead(words, rows);
    let read = 0;
    for (let at = 0; at < rows.length; at += 1) {
      const meaning = meanings.known(words[rows.at(at)] ?? NO_RULE_WORD);
      read ^= records[RECORD * meanings.meantAt(meanings.meantFrom(meaning))] ?? 0;
    }
    keepRead(read);
  }

  #addAll(meaning: number, row: number): void {
    const { meanings } = this;
    const to = meanings.meantTo(meaning);
    let roles = 0;
    for (let at = meanings.meantFrom(meaning); at < to; at += 1) roles |= this.#add(meanings.meantAt(at), row);
    if ((roles & PAIRED) === 0) return;
    this.rows.push(row);
    this.rowMeanings.push(meaning);
  }

  #begin(document: Document): void {
    this.#extend();
    this.meanings.begin(document.language);
    this.#document = document;
    this.#isVietnamese = document.language === "vi";
    this.rows.clear();
    this.rowMeanings.clear();
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

  /** What the word in a row of the item means; some of the words meant may want another spelling. */
  #meaningAt(row: number): number {
    return this.meanings.known(this.#document?.words[row] ?? NO_RULE_WORD);
  }

  /** Whether the word stands in the row of the item. */
  isAt(word: number, row: number): boolean {
    const { meanings } = this;
    const meaning = this.#meaningAt(row);
    const to = meanings.meantTo(meaning);
    for (let at = meanings.meantFrom(meaning); at < to; at += 1)
      if (meanings.meantAt(at) === word) return this.#isSpelledAt(word, row);
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

  /** Regions of the item in which a word that `has` stands: whether title and whether body. */
  regionsOf(word: number): number {
    const titleEnd = this.#document?.titleEnd ?? 0;
    const records = this.#records.values;
    if (this.#rows.at(records[RECORD * word + LAST] ?? 0) < titleEnd) return SCOPES.title;
    return this.#rows.at(records[RECORD * word + FIRST] ?? 0) < titleEnd ? EVERYWHERE : SCOPES.body;
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
