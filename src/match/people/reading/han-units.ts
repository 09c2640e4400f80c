import type { Unit } from "./name-unit.ts";
import { GAP, type TextWord } from "./text-words.ts";
import type { WordTable } from "./word-table.ts";
import { isTransliterating } from "../sounds/han-sounds.ts";

const LONGEST_PART = 10;
const MOST_PARTS = 4;
/** de, di, da, do, van, van der, van de, von, von der, la, le, el. */
const PARTICLES: ReadonlySet<string> = new Set("德 迪 达 多 范 范德 凡 冯 冯德 拉 勒 埃尔 德拉 杜".split(" "));

/** Foreign names in Han characters, `叶夫根尼·彼得罗夫`: parts with a middle dot between, and nothing to show their ends. */
export class HanUnits {
  readonly #words: readonly TextWord[];
  readonly #table: WordTable;

  constructor(words: readonly TextWord[], table: WordTable) {
    this.#words = words;
    this.#table = table;
  }

  /** What may be given name and surname around the middle dot behind a word: the first part and a later one. */
  *pairsAt(at: number): Generator<{ given: Unit; surname: Unit }> {
    if (!this.#isDotted(at) || this.#isLaterPart(at)) return;
    const givens = this.#endingAt(at);
    let from = at + 1;
    for (let part = 1; part < MOST_PARTS && from < this.#words.length; part += 1) {
      for (const surname of this.#beginningAt(from)) for (const given of givens) yield { given, surname };
      while (from < this.#words.length && this.#isInRun(from) && !this.#isDotted(from)) from += 1;
      if (!this.#isDotted(from)) return;
      from += 1;
    }
  }

  #isDotted(at: number): boolean {
    return this.#words[at]?.info.script === "han" && this.#words[at]?.gap === GAP.middleDot;
  }

  /** Whether the part that ends in a word has a middle dot before it: the name began earlier. */
  #isLaterPart(at: number): boolean {
    let before = at - 1;
    while (at - before <= LONGEST_PART && this.#isInRun(before) && !this.#isDotted(before)) before -= 1;
    return this.#isDotted(before);
  }

  #isInRun(at: number): boolean {
    const word = this.#words[at];
    return word?.info.script === "han" && isTransliterating(word.info.fold);
  }

  #unit(first: number, last: number): Unit {
    const name = this.#words.slice(first, last + 1).map(({ info }) => info.fold);
    return { first, last, info: this.#table.transliterated(name.join("")) };
  }

  #endingAt(last: number): Unit[] {
    const units: Unit[] = [];
    for (let first = last; last - first < LONGEST_PART && this.#isInRun(first); first -= 1) {
      if (first < last && this.#words[first]?.gap !== GAP.joined) break;
      if (first < last) units.push(this.#unit(first, last));
    }
    return units;
  }

  /** Where the surname goes on behind a particle that is written as one with it: 德凯尔古莱, de Kergourlay. */
  #behindParticle(first: number): number[] {
    const folds = [0, 1, 2].map((offset) => this.#words[first + offset]?.info.fold ?? "");
    return [1, 2, 3].filter((length) => PARTICLES.has(folds.slice(0, length).join(""))).map((length) => first + length);
  }

  #beginningAt(first: number): Unit[] {
    const units: Unit[] = [];
    const starts = [first, ...this.#behindParticle(first)];
    for (let last = first; last - first < LONGEST_PART && this.#isInRun(last); last += 1) {
      for (const start of starts) if (last > start) units.push(this.#unit(start, last));
      if (this.#words[last]?.gap !== GAP.joined) break;
    }
    return units;
  }
}
