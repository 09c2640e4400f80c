import type { Candidate, Way } from "../reading/candidate.ts";
import type { NameIndex } from "../names/name-index.ts";
import type { Spelling } from "../names/spelling.ts";
import { isWithinBudget } from "./name-budget.ts";
import { isGivenNameOf } from "../evidence/given-name-of.ts";
import { possibleNames } from "./possible-names.ts";
import { isSmall, isWholeBetween, maySkip, mayStandBetween } from "../reading/words-between.ts";
import { UnitReader, type Unit } from "../reading/name-unit.ts";
import { isSecondName, mayBeSecondName, mayHaveSecondNames } from "../reading/second-names.ts";
import { isConjoined, isPartOfLongerName, isWhole } from "../reading/longer-name.ts";
import { continuesAfter, GAP, type TextWord } from "../reading/text-words.ts";
import type { PossibleName } from "../reading/word-info.ts";
import { UncutNames } from "../reading/uncut-names.ts";
import { asksFor, isTied, mayBePair, type UnitPair } from "../reading/unit-pair.ts";
import type { WordTable } from "../reading/word-table.ts";
import { BY_SOUND, LONGER_NAME_ALLOWANCE, MOST_OF_PAIR, REVERSED, WORD_BETWEEN } from "../sounds/distances.ts";
import { isCased } from "../sounds/script.ts";

/** Between two parts: names, and all words. */
const MOST_BETWEEN = 2;
const MOST_WITH_PARTICLES = 4;

/** Names of two parts beside each other: in any order, with endings, by sound. */
export class PairFinder {
  readonly #index: NameIndex;
  readonly #words: readonly TextWord[];
  readonly #table: WordTable;
  readonly #units: UnitReader;
  readonly #uncut: UncutNames;
  readonly #found: Candidate[] = [];
  readonly #isThorough: boolean;

  /** @param isThorough looks for names by sound also where one is spelled alike */
  constructor(index: NameIndex, words: readonly TextWord[], table: WordTable, isThorough = false) {
    this.#index = index;
    this.#words = words;
    this.#table = table;
    this.#units = new UnitReader(words, table);
    this.#uncut = new UncutNames(words, table, { koreans: index.hasKoreans, vietnamese: index.hasVietnamese });
    this.#isThorough = isThorough;
  }

  find(): Candidate[] {
    for (let at = 0; at < this.#words.length; at += 1) {
      const word = this.#words[at];
      if (word === undefined) break;
      for (const unit of this.#units.withKeys(at)) this.#pairsFrom(unit);
      const { certain, nearest } = this.#uncut.at(at, word);
      for (const pair of certain) this.#look(pair);
      if (nearest.length > 0) this.#lookForNearest(nearest);
    }
    return this.#found;
  }

  /** Where such names begin and end, the nearest person tells. */
  #lookForNearest(pairs: readonly UnitPair[]): void {
    const from = this.#found.length;
    for (const pair of pairs) this.#look(pair);
    const found = this.#found.splice(from);
    const least = Math.min(...found.map(({ distance }) => distance));
    const nearest = found.filter(({ distance }) => distance <= least);
    const longer = found.filter((name) => nearest.some((other) => isOverLookAlike(name, other)));
    this.#found.push(...nearest, ...longer);
  }

  #pairsFrom(left: Unit): void {
    let between: readonly TextWord[] = [];
    for (let at = left.last + 1, names = 0; names <= MOST_BETWEEN && between.length <= MOST_WITH_PARTICLES; at += 1) {
      const before = this.#words[at - 1];
      const isComma = before?.gap === GAP.comma;
      if (before === undefined || (!isComma && !continuesAfter(before))) return;
      for (const right of this.#units.withKeys(at)) this.#pairWith(left, right, { between, isComma });
      const word = this.#words[at];
      if (isComma || word === undefined || !mayStandBetween(word)) return;
      between = [...between, word];
      if (!word.info.isParticle) names += 1;
    }
  }

  #pairWith(left: Unit, right: Unit, { between, isComma }: { between: readonly TextWord[]; isComma: boolean }): void {
    if (right.info.script !== left.info.script) return;
    if (isTied(this.#words[right.first - 1], right)) return;
    if (!isComma && mayBePair(left, right))
      this.#look({ given: left, surname: right, between, isSurnameFirst: false, isComma });
    // `سید محمد` is Mohammad with a title, not a Mr Sayyed.
    const isOpen = this.#index.hasVietnamese || between.every(isSmall);
    if (mayBePair(right, left) && isOpen && !left.info.isTitle)
      this.#look({ given: right, surname: left, between, isSurnameFirst: true, isComma });
  }

  #look(pair: UnitPair): void {
    const words = { given: pair.given.info, surname: pair.surname.info };
    const { spelled, heard } = possibleNames(this.#index, words, this.#table.language);
    let isSpelled = false;
    for (const name of spelled) if (this.#compare(pair, name)) isSpelled = true;
    // What is spelled alike cannot be beaten by what sounds alike, but by a look-alike whose trade the item tells.
    const isOpen = !isSpelled || this.#isThorough;
    for (const name of heard) if (isOpen || name.hasBracket) this.#compare(pair, name);
  }

  /** Adds the candidate if the units are the spelling's parts; tells whether they are spelled like them. */
  #compare(pair: UnitPair, { spelling, byGiven, bySurname }: PossibleName): boolean {
    const { given, surname, between, isSurnameFirst } = pair;
    const heard = bySurname + byGiven;
    const order = isSurnameFirst && !spelling.isFamilyFirst ? REVERSED : 0;
    const isToldWhole = isWholeBetween(between, spelling);
    const distance = heard + order + (isToldWhole ? 0 : spelling.cost + costBetween(between));
    if (distance > MOST_OF_PAIR || !this.#mayBe(pair, spelling, { heard, distance })) return false;
    const first = Math.min(given.first, surname.first);
    const last = Math.max(given.last, surname.last);
    if (!isWhole(this.#words, spelling, { first, last }) || this.#isOthers(spelling, first)) return false;
    if (heard >= BY_SOUND) {
      const surroundings = {
        language: this.#table.language,
        isLonger: isPartOfLongerName(this.#words, first, last),
        isOneWord: given.first === surname.first,
      };
      const words = { given: given.info, surname: surname.info };
      if (!isWithinBudget(words, spelling, { byGiven, bySurname, distance }, surroundings)) return false;
    }
    const others = between.filter((word) => !maySkip(word, spelling));
    this.#found.push({
      entity: spelling.entity,
      first,
      last,
      distance,
      way: others.length === 0 ? wayOf(heard) : "second-name",
      spelling,
      asks: isToldWhole ? null : others.every(isSecondName) ? asksFor(pair, spelling) : "two",
    });
    return heard < BY_SOUND;
  }

  /** Without capitals, a known given name before two of three words says whose they are: `حيدر القره غولي` is no Sadoun. */
  #isOthers(spelling: Spelling, first: number): boolean {
    const before = this.#words[first - 1];
    if (!spelling.isShortened || before?.gap !== GAP.space || isCased(before.info.script)) return false;
    if (!before.info.isGivenName || isGivenNameOf(this.#index, before.info, spelling)) return false;
    const two = this.#units.read(first - 2, 2);
    return two === null || !isGivenNameOf(this.#index, two.info, spelling);
  }

  #mayBe(
    { given, surname, between, isSurnameFirst }: UnitPair,
    spelling: Spelling,
    { heard, distance }: { heard: number; distance: number },
  ): boolean {
    const { needsAll, isShortened, isFamilyFirst } = spelling;
    if (isSurnameFirst && (needsAll || (!isFamilyFirst && (isShortened || !between.every(isSmall))))) return false;
    const [unit, part] = isSurnameFirst ? [given, spelling.given] : [surname, spelling.surname];
    if (distance > 0 && isConjoined(this.#words[unit.first], unit.info, part)) return false;
    const maySecond = heard < BY_SOUND && mayHaveSecondNames(spelling, given.info, this.#table.language);
    return between.every((word) => maySkip(word, spelling) || (maySecond && mayBeSecondName(word)));
  }
}

/** A person's whole name over the beginning that a look-alike has: 科洛索夫斯基 of Kolosovsky, not 科洛索夫 of Kolosov. */
function isOverLookAlike({ entity, first, last, distance }: Candidate, other: Candidate): boolean {
  if (entity.isLookAlike || !other.entity.isLookAlike || entity.person !== other.entity.person) return false;
  return first <= other.first && last > other.last && distance <= other.distance + LONGER_NAME_ALLOWANCE;
}

function costBetween(between: readonly TextWord[]): number {
  return between.some(({ info }) => !info.isParticle) ? WORD_BETWEEN : 0;
}

function wayOf(heard: number): Way {
  if (heard === 0) return "form";
  return heard < BY_SOUND ? "ending" : "sound";
}
