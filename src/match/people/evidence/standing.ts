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
import { isBehindTrade } from "./trade-of-bearer.ts";
import { asWritten } from "../sounds/as-written.ts";
import { isHanWord } from "../words/han-surnames.ts";

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
    if (!entity.isLookAlike) {
      if (isNameOfThing(this.#words, first, last)) return false;
      const isOpen = asks === "role" || this.#isHanWord(first, last);
      const person = this.#personOf(entity);
      if (this.#isOfTrade(person, { first, last })) return false;
      if (asks === "two") return this.#evidence.speaksOf(person, first);
      return isOpen ? this.#evidence.speaksOfAny(person, first) : !this.#isNamesake(person, first);
    }
    if (entity.written !== null && entity.written !== this.#written(first, last)) return false;
    if (entity.bracket === null) return true;
    const isNear = this.brackets.standsNear(entity.bracket, this.#words[first]?.first ?? 0);
    return isNear && !this.#evidence.tellsPost(this.#personOf(entity), first);
  }

  /** Whether a trade stands right before the name, and no office beside both. */
  #isOfTrade(person: Person | undefined, { first, last }: Pick<Candidate, "first" | "last">): boolean {
    if (person?.role == null || roleOf(person).isHead || !isBehindTrade(this.#words, first, this.#language))
      return false;
    const beside = this.#words.slice(Math.max(0, first - BESIDE), last + 1 + BESIDE);
    return !beside.some(({ info }) => info.isOffice) || this.#evidence.namesNoPostOf(person, first);
  }

  /** Whether the item is about another trade; heads of state and government open exhibitions, and are known by their names alone. */
  #isNamesake(person: Person | undefined, first: number): boolean {
    if (person !== undefined && roleOf(person).isHead) return false;
    return this.#evidence.isOfOtherTrade(person, first);
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
