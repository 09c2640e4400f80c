import type { Document } from "../../engine/document.ts";
import type { Person } from "../../rule-set.ts";
import { BracketTest } from "./bracket-test.ts";
import type { Candidate } from "../reading/candidate.ts";
import { isNameOfThing } from "./name-of-thing.ts";
import type { NameIndex } from "../names/name-index.ts";
import type { RoleEvidence } from "./role-evidence.ts";
import { roleOf } from "../names/role-of-person.ts";
import type { Entity } from "../names/spelling.ts";
import type { TextWord } from "../reading/text-words.ts";
import { tradeBefore } from "./trade-of-bearer.ts";
import { asWritten } from "../sounds/as-written.ts";
import { isHanOffice } from "../words/office-words.ts";
import { isHanWord } from "../words/han-surnames.ts";

type Place = Pick<Candidate, "first" | "last" | "asks">;

/** Why a name is taken for a thing's or a namesake's. */
export type Refusal =
  | { kind: "thing" }
  | { kind: "trade"; word: string }
  /** A part of the name is left out, or it is a word as well, and the item tells too little of the person's role. */
  | { kind: "role" };

/** Words around a name in which an office is that of its bearer. */
const BESIDE = 3;

/** Whether names that were found are possible where they stand. */
export class Standing {
  readonly brackets: BracketTest;
  readonly #index: NameIndex;
  readonly #words: readonly TextWord[];
  readonly #evidence: RoleEvidence;
  readonly #language: string | null;

  constructor(index: NameIndex, words: readonly TextWord[], evidence: RoleEvidence, document: Document) {
    this.brackets = new BracketTest(document);
    this.#index = index;
    this.#words = words;
    this.#evidence = evidence;
    this.#language = document.language;
  }

  /** A look-alike stands where its accents or bracket words do; a person, not where a street or a ship is named. */
  isPossible(entity: Entity, { first, last, asks }: Candidate): boolean {
    if (!entity.isLookAlike) return this.refusal(entity, { first, last, asks }) === null;
    if (entity.written !== null && entity.written !== this.#written(first, last)) return false;
    if (entity.bracket === null) return true;
    const isNear = this.brackets.standsNear(entity.bracket, this.#words[first]?.first ?? 0);
    return isNear && !this.#evidence.tellsPost(this.#personOf(entity), first);
  }

  /** Why a name is not the person's where it stands; null: it may be. */
  refusal(entity: Entity, { first, last, asks }: Place): Refusal | null {
    if (isNameOfThing(this.#words, first, last)) return { kind: "thing" };
    const person = this.#personOf(entity);
    const trade = this.#tradeOf(person, { first, last, asks });
    if (trade !== null) return { kind: "trade", word: trade };
    const isTold = asks === "two" ? this.#evidence.speaksOf(person, first) : this.#evidence.speaksOfAny(person, first);
    return (asks !== null || this.#isHanWord(first, last)) && !isTold ? { kind: "role" } : null;
  }

  /**
   * The trade that stands right before the name, with no office beside both, or that the item is about; heads of state and
   * government have had one, open exhibitions, and are known by their names alone.
   */
  #tradeOf(person: Person | undefined, { first, last, asks }: Place): string | null {
    if (person?.role == null || roleOf(person).isHead) return null;
    const trade = tradeBefore(this.#words, first, this.#language);
    if (trade === null) return asks === null ? this.#evidence.otherTrade(person, first) : null;
    const beside = this.#words.slice(Math.max(0, first - BESIDE), last + 1 + BESIDE);
    const hasOffice = beside.some(
      ({ info }, at) => info.isOffice || isHanOffice(info.fold + (beside[at + 1]?.info.fold ?? "")),
    );
    return hasOffice && !this.#evidence.namesNoPostOf(person, first) ? null : trade;
  }

  /** Whether the name is an everyday word as well: 高原, a plateau. */
  #isHanWord(first: number, last: number): boolean {
    const words = this.#words.slice(first, last + 1);
    return words[0]?.info.script === "han" && isHanWord(words.map(({ info }) => info.fold).join(""));
  }

  #personOf({ person }: Entity) {
    return this.#index.people[person];
  }

  #written(first: number, last: number): string {
    const sources = this.#words.slice(first, last + 1).map(({ source }) => source);
    return asWritten(sources.join(" "));
  }
}
