import { HanUnits } from "./han-units.ts";
import type { Unit } from "./name-unit.ts";
import { RunUnits } from "./run-units.ts";
import { GAP, type TextWord } from "./text-words.ts";
import { mayBePair, type UnitPair } from "./unit-pair.ts";
import type { WordTable } from "./word-table.ts";
import { hangulOfHan, isKoreanSurname } from "../words/hanja.ts";
import { vietnameseOfHan } from "../words/sino-vietnamese.ts";
import { koreanSurnameLength, withoutKoreanParticle } from "../words/korean-names.ts";

/** Characters of a Korean name. */
const MOST_HANJA = 4;
const USUAL_HANJA = 3;
const SHORTEST_HANGUL = 2;
const LONGEST_HANGUL = 4;

interface UncutPairs {
  certain: readonly UnitPair[];
  /** Where they begin and end nothing tells: only the nearest to a name may be one. */
  nearest: readonly UnitPair[];
}

const NONE: UncutPairs = { certain: [], nearest: [] };

/** Names in scripts that put no space between their parts, or none around them. */
export class UncutNames {
  readonly #words: readonly TextWord[];
  readonly #table: WordTable;
  readonly #has: { koreans: boolean; vietnamese: boolean };

  /** @param has who is listed of those whose names other scripts write in Han characters */
  constructor(words: readonly TextWord[], table: WordTable, has: { koreans: boolean; vietnamese: boolean }) {
    this.#words = words;
    this.#table = table;
    this.#has = has;
  }

  /** What may be given names and surname at a word. */
  at(at: number, word: TextWord): UncutPairs {
    const { script } = word.info;
    if (script === "hangul") return { certain: this.#hangulAt(at, word), nearest: [] };
    if (script === "dictionary" && word.gap === GAP.space) return { certain: [], nearest: this.#runAt(at) };
    if (script !== "han") return NONE;
    const nearest = word.gap === GAP.middleDot ? this.#hanAt(at) : [];
    const certain = [
      ...(this.#has.koreans ? this.#hanjaAt(at, word) : []),
      ...(this.#has.vietnamese ? this.#vietnameseAt(at) : []),
    ];
    return { certain, nearest };
  }

  /** A foreign name in Han characters. */
  #hanAt(at: number): UnitPair[] {
    const pairs = [...new HanUnits(this.#words, this.#table).pairsAt(at)];
    return pairs.flatMap(({ given: first, surname: second }) => [
      pairOf(first, second, false),
      ...(mayBePair(second, first) ? [pairOf(second, first, true)] : []),
    ]);
  }

  /** A foreign name in Thai letters, in any order. */
  #runAt(at: number): UnitPair[] {
    const { before, behind } = new RunUnits(this.#words, this.#table).around(at);
    const rights = behind.filter(({ info }) => info.mayBeGiven || info.mayBeSurname);
    return before
      .filter(({ info }) => info.mayBeGiven || info.mayBeSurname)
      .flatMap((left) =>
        rights.flatMap((right) => [
          ...(mayBePair(left, right) ? [pairOf(left, right, false)] : []),
          ...(mayBePair(right, left) ? [pairOf(right, left, true)] : []),
        ]),
      );
  }

  /** A Korean name in Han characters, 金泰成: read in Korean, it is one in Hangul. */
  #hanjaAt(at: number, { info }: TextWord): UnitPair[] {
    if (!isKoreanSurname(info.fold)) return [];
    const pairs: UnitPair[] = [];
    let characters = info.fold;
    for (let last = at + 1; last < at + MOST_HANJA && this.#words[last - 1]?.gap === GAP.joined; last += 1) {
      characters += this.#words[last]?.info.fold ?? "";
      for (const name of hangulOfHan(characters)) {
        // No particle of Korean stands behind it: 离 is only read like one.
        if (name.length > USUAL_HANJA && withoutKoreanParticle(name) !== null) continue;
        pairs.push({ ...this.#pairInHangul(name, { first: at, last }), isHanja: true });
      }
    }
    return pairs;
  }

  /** A Vietnamese name in Han characters, 阮友禄: read in Vietnamese, it is one in Latin letters. */
  #vietnameseAt(at: number): UnitPair[] {
    const pairs: UnitPair[] = [];
    let characters = this.#words[at]?.info.nameFold ?? "";
    for (let last = at + 1; last < at + MOST_HANJA && this.#words[last - 1]?.gap === GAP.joined; last += 1) {
      characters += this.#words[last]?.info.nameFold ?? "";
      const [surname, ...given] = vietnameseOfHan(characters) ?? [];
      if (surname === undefined) break;
      const span = { first: at, last };
      const units = [given.join(""), surname].map((word) => ({ info: this.#table.word(word), ...span }));
      const [first, second] = units;
      if (first !== undefined && second !== undefined) pairs.push({ ...pairOf(first, second, true), isHanja: true });
    }
    return pairs;
  }

  /** A Hangul name of one word, beside names listed in other scripts. */
  #hangulAt(at: number, { source }: TextWord): UnitPair[] {
    const stem = withoutKoreanParticle(source);
    return (stem === null ? [source] : [source, stem])
      .filter(({ length }) => length >= SHORTEST_HANGUL && length <= LONGEST_HANGUL)
      .map((name) => this.#pairInHangul(name, { first: at, last: at }));
  }

  #pairInHangul(name: string, span: Omit<Unit, "info">): UnitPair {
    const length = koreanSurnameLength(name);
    const surname = { info: this.#table.word(name.slice(0, length)), ...span };
    const given = { info: this.#table.word(name.slice(length)), ...span };
    return pairOf(given, surname, true);
  }
}

function pairOf(given: Unit, surname: Unit, isSurnameFirst: boolean): UnitPair {
  return { given, surname, between: [], isSurnameFirst, isComma: false };
}
