import { keepRead } from "../../../core/read-ahead.ts";
import { IntColumn } from "../tables/int-column.ts";
import { mayBeArabic } from "./affixes.ts";
import { NO_RULE_WORD, type RuleWords } from "./rule-words.ts";
import type { WordIndex } from "./word-index.ts";

/**
 * By word of a text, what it means to the rules: not asked yet, nothing, one word, as its complement, or where the row of its
 * words begins. Most mean one: a row of its own would be one more place of memory to wait for.
 */
const NOT_ASKED = 0;
const NOTHING = 1;

/**
 * Which words of the rules a word of a text is. It is asked once and remembered under the word's number in the vocabulary;
 * whoever clears the vocabulary calls `forget`.
 */
export class WordMeanings {
  readonly #index: WordIndex;
  readonly #numbers: RuleWords;
  readonly #inArabic = new IntColumn();
  readonly #elsewhere = new IntColumn();
  /** One of the two above, because items that may be Arabic read words otherwise. */
  #meanings = this.#elsewhere;
  #attachesArabic = false;
  /** Rows of words: their number, then the words. */
  readonly #meant = new IntColumn();
  /** How many words of the rules the meanings know. */
  #known = 0;

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

  /** From here on words are those of an item in this language. */
  begin(language: string | null): void {
    if (this.#known !== this.#index.size) {
      this.forget();
      this.#known = this.#index.size;
    }
    this.#attachesArabic = mayBeArabic(language);
    this.#meanings = this.#attachesArabic ? this.#inArabic : this.#elsewhere;
    this.#meanings.extend(this.#numbers.size);
  }

  /** What a word of the item means: the words of the rules are `meantAt` all places from `meantFrom` to `meantTo` of it. */
  of(word: number): number {
    const meaning = this.known(word);
    if (meaning !== NOT_ASKED) return meaning;
    const asked = this.#ask(word);
    this.#meanings.values[word] = asked;
    return asked;
  }

  /** The same of a word that `of` was asked about; of others nothing. */
  known(word: number): number {
    return word === NO_RULE_WORD ? NOTHING : this.#meanings.at(word);
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

  /** Reads ahead what the words in rows of an item mean. */
  readAhead(words: Int32Array, { values: rows, length }: IntColumn): void {
    const meanings = this.#meanings.values;
    let read = 0;
    for (let at = 0; at < length; at += 1) read ^= meanings[words[rows[at] ?? 0] ?? NO_RULE_WORD] ?? 0;
    keepRead(read);
  }
}
