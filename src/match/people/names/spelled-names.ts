import { Bearers } from "./bearers.ts";
import { KEY, type KeyTable } from "./name-part.ts";
import { addInitialKeys, addPairKeys, type ClassKeys } from "./pair-keys.ts";
import { PairTable } from "./pair-table.ts";
import type { NameEntry, Spelling } from "./spelling.ts";
import { koreanKey } from "../sounds/korean-romanisation.ts";

const PART_FACTOR = 2 ** 24;
/** Consonants of surnames that are found by sound. */
const LEAST_CONSONANTS = 2;
/** Expected, so that tables need not grow while a long list is filed. */
const PAIRS_A_PERSON = 4;
const INITIALS_A_PERSON = 3;

/** Names as given names and surname, by what words of a text may stand for these. */
export class SpelledNames {
  readonly spellings: Spelling[] = [];
  readonly names: NameEntry[] = [];
  /** Names by key of the given names and key of the surname. */
  readonly pairs: PairTable;
  /** Spellings by first letter or sound of the given names and key of the surname. */
  readonly initials: PairTable;
  /** Spellings by a key of the surname, of persons whose surname may stand alone. */
  readonly surnames = new Bearers<number, Spelling>();
  readonly keys: KeyTable;
  readonly #nameOf = new Map<number, number>();

  /** @param expected persons, and those of them who are written with initials */
  constructor(keys: KeyTable, expected: { persons: number; withInitials: number }) {
    this.keys = keys;
    this.pairs = new PairTable(PAIRS_A_PERSON * expected.persons);
    this.initials = new PairTable(INITIALS_A_PERSON * expected.withInitials);
  }

  /** @param hasInitial whether an initial may stand for the given names */
  add(spelling: Spelling, hasInitial: boolean): void {
    const id = this.spellings.push(spelling) - 1;
    const classKeys = this.#classKeys(spelling);
    this.#addName(spelling, classKeys);
    if (hasInitial) addInitialKeys(this.initials, spelling, { spelling: id, classKeys });
    if (spelling.mayStandAlone) this.#addSurname(spelling, classKeys);
  }

  #addSurname(spelling: Spelling, classKeys: ClassKeys): void {
    const { exactKeys, soundKeys } = spelling.surname;
    const bySound = soundKeys.filter(({ length }) => length >= LEAST_CONSONANTS).map((key) => key.id);
    for (const key of new Set([...exactKeys, ...bySound, ...classKeys.surname])) this.surnames.add(key, spelling);
  }

  #addName(spelling: Spelling, classKeys: ClassKeys): void {
    const { given, surname } = spelling;
    const key = given.id * PART_FACTOR + surname.id;
    const known = this.#nameOf.get(key);
    const hasBracket = spelling.entity.bracket !== null;
    const name = this.names[known ?? -1];
    if (name !== undefined) {
      name.spellings.push(spelling);
      name.hasBracket ||= hasBracket;
      return;
    }
    const id = this.names.push({ given, surname, spellings: [spelling], hasBracket }) - 1;
    this.#nameOf.set(key, id);
    addPairKeys(this, spelling, { name: id, classKeys });
  }

  #classKeys({ given: { classId, koreanGiven }, surname: { korean } }: Spelling): ClassKeys {
    return {
      given: [
        ...(classId === null ? [] : [this.keys.id(KEY.givenClass + classId)]),
        ...(koreanGiven === null ? [] : [this.keys.id(KEY.koreanGiven + koreanKey(koreanGiven))]),
      ],
      surname: (korean ?? []).map((id) => this.keys.id(KEY.korean + id)),
    };
  }
}
