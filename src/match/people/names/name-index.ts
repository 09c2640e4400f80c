import type { Steps } from "../../../core/steps.ts";
import type { Person } from "../../rule-set.ts";
import { Bearers } from "./bearers.ts";
import { customsOf, derivedNames, homeOfPerson, matchModeOf, scriptsOf } from "./person-traits.ts";
import { KEY, KeyTable, PartTable } from "./name-part.ts";
import { PersonIds } from "./person-ids.ts";
import { PairTable } from "./pair-table.ts";
import type { NameCustoms } from "./name-customs.ts";
import type { NamePair } from "./name-pairs.ts";
import { readName, type ListedName } from "./read-name.ts";
import { lookAlikeOf } from "./look-alike.ts";
import { makeSpelling, type NameOfPair } from "./make-spelling.ts";
import { shortNames } from "./short-names.ts";
import type { AddressedName, CharacterName, Entity, NameEntry, Phrase, Spelling } from "./spelling.ts";
import { foldWord } from "../sounds/fold-word.ts";
import { koreanKey } from "../sounds/korean-romanisation.ts";
import { hanSurnames } from "../words/han-surnames.ts";
import { isParticle } from "../words/name-words.ts";
import { hangulSpellings } from "../words/korean-names.ts";
import { scriptBit } from "../sounds/script.ts";
import { addInitialKeys, addPairKeys, type ClassKeys } from "./pair-keys.ts";

const PART_FACTOR = 2 ** 24;
const HAN_HEAD = 2;
/** Names of scripts without spaces are looked up by so many units. */
export const RUN_HEAD = 4;
/** Consonants of surnames that are found by sound. */
const LEAST_CONSONANTS = 2;
/** Expected, so that tables need not grow while a long list is filed. */
const PAIRS_A_PERSON = 4;
const INITIALS_A_PERSON = 3;
const PERSONS_A_STEP = 20;

function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const row = map.get(key);
  if (row === undefined) map.set(key, [value]);
  else row.push(value);
}

/** Everything a text is asked for, filed so that a word costs what it may mean, not how many persons are known. */
export class NameIndex {
  readonly people: readonly Person[];
  readonly personIds = new PersonIds();
  readonly keys = new KeyTable();
  readonly parts = new PartTable(this.keys);
  readonly spellings: Spelling[] = [];
  readonly names: NameEntry[] = [];
  readonly #nameOf = new Map<number, number>();
  /** Names by key of the given names and key of the surname. */
  readonly pairs: PairTable;
  /** Spellings by first letter or sound of the given names and key of the surname. */
  readonly initials: PairTable;
  readonly phrases: Phrase[] = [];
  /** Phrases by the exact keys of their first two words. */
  readonly phrasePairs = new PairTable();
  /** Names of one word by exact key. */
  readonly singles = new Map<number, Entity[]>();
  readonly hangul = new Map<string, Entity[]>();
  readonly han = new Map<string, CharacterName[]>();
  /** Persons by what may be their surname in Han characters. */
  readonly hanSurnames = new Bearers<string, Entity>();
  /** Persons by the given name that they are addressed by, in the place of a surname. */
  readonly addressed = new Bearers<string, AddressedName>();
  /** The same of scripts without spaces, as folded characters. */
  readonly addressedRuns = new Bearers<string, AddressedName>();
  readonly runs = new Map<string, CharacterName[]>();
  /** Spellings by a key of the surname, of persons whose surname may stand alone. */
  readonly surnames = new Bearers<number, number>();
  readonly spellingsOf = new Map<number, Spelling[]>();
  readonly lookAlikesOf = new Map<number, Entity[]>();
  /** Whether somebody's name may stand in Han characters that Korean reads. */
  hasKoreans = false;
  /** Whether somebody's surname stands first, and words between it and the given name may be left out. */
  hasVietnamese = false;
  /** Scripts that a person has a listed name in, as bits. */
  readonly scripts: Int32Array;

  private constructor(people: readonly Person[]) {
    this.people = people;
    this.scripts = new Int32Array(people.length);
    const withInitials = people.filter((person) => matchModeOf(person) === "full").length;
    this.pairs = new PairTable(PAIRS_A_PERSON * people.length);
    this.initials = new PairTable(INITIALS_A_PERSON * withInitials);
  }

  /** Files all persons, with a pause after every few. */
  static *compile(people: readonly Person[]): Steps<NameIndex> {
    const index = new NameIndex(people);
    for (const [at, person] of people.entries()) {
      index.personIds.add(person, at);
      index.#addPerson(person, at);
      if (at % PERSONS_A_STEP === PERSONS_A_STEP - 1) yield;
    }
    return index;
  }

  personOf(id: string): Person | undefined {
    return this.people[this.personIds.places.get(id) ?? -1];
  }

  #addPerson(person: Person, at: number): void {
    const names = [...new Set([person.name, ...person.names])];
    this.scripts[at] = scriptsOf(names);
    const customs = customsOf(person, this.scripts[at] ?? 0);
    this.hasVietnamese ||= customs.isVietnamese && matchModeOf(person) === "full";
    this.hasKoreans ||= customs.isKorean && matchModeOf(person) === "full";
    const short = shortNames(names);
    const mode = matchModeOf(person);
    const home = homeOfPerson(person, this.scripts[at] ?? 0);
    const entity: Entity = {
      person: at,
      isLookAlike: false,
      bracket: null,
      isSurname: false,
      bearsOwnName: false,
      written: null,
      mode,
      home,
    };
    for (const name of names) {
      const read = readName(name, customs, short);
      if (read !== null) this.#file(entity, name, read, customs);
    }
    if (mode !== "listed") this.#fileDerived(entity, names, customs);
    for (const spelling of person.not) this.#addLookAlike(entity, spelling, names, customs);
  }

  #addLookAlike(of: Entity, spelling: string, names: readonly string[], customs: NameCustoms): void {
    const { entity, name } = lookAlikeOf(of, spelling, names);
    const read = readName(name, customs, new Set());
    if (read === null) return;
    addTo(this.lookAlikesOf, of.person, entity);
    this.#file(entity, name, read, customs);
  }

  #file(entity: Entity, listed: string, read: ListedName, customs: NameCustoms): void {
    this.#fileAsListed(entity, read, customs);
    if (entity.mode === "listed") return;
    const isFull = entity.mode === "full" && !entity.isLookAlike;
    if (isFull && this.#mayStandAlone(entity)) this.#fileAddressed(entity, listed, { read, customs });
    for (const pair of read.pairs) {
      if (pair.isShortened && !isFull) continue;
      const cost = pair.isShortened ? 0.05 : 0;
      this.#addSpelling(entity, pair, { script: read.script, customs, listed, cost });
    }
  }

  /** `Ông Thức`, `Khun Anuwat`: of names of two words and more. */
  #fileAddressed(
    entity: Entity,
    listed: string,
    { read: { pairs, script }, customs: { addressedBy } }: { read: ListedName; customs: NameCustoms },
  ): void {
    const [first = "", ...others] = listed.split(" ");
    const isRun = script === "dictionary" && addressedBy === "first" && others.length > 0;
    if (isRun) this.addressedRuns.add(foldWord(first), { entity, given: first });
    const given = (addressedBy === "first" ? pairs[0] : pairs.at(-1))?.given;
    if (addressedBy !== null && given !== undefined) this.addressed.add(foldWord(given), { entity, given });
  }

  #fileDerived(entity: Entity, names: readonly string[], customs: NameCustoms): void {
    const { spellings, hangul, vietnamese } = derivedNames(names, customs, entity.mode);
    for (const name of hangul) addTo(this.hangul, name, entity);
    for (const name of spellings) this.#addDerived(entity, name, { customs, isShortened: false });
    for (const name of vietnamese) this.#addDerived(entity, name, { customs, isShortened: true });
  }

  /** @param isShortened as little sure as a name with a part left out: the item must tell something of the role */
  #addDerived(
    entity: Entity,
    name: string,
    { customs, isShortened }: { customs: NameCustoms; isShortened: boolean },
  ): void {
    const read = readName(name, customs, new Set());
    const script = read?.script ?? "latin";
    for (const pair of read?.pairs ?? [])
      this.#addSpelling(entity, { ...pair, isShortened }, { script, customs, listed: name, cost: 0.1 });
  }

  #fileAsListed(
    entity: Entity,
    { script, words, characters, hangul }: ListedName,
    { isJapanese }: Pick<NameCustoms, "isJapanese">,
  ): void {
    if (characters !== null) {
      const [map, head] = script === "han" ? [this.han, HAN_HEAD] : [this.runs, RUN_HEAD];
      if (characters.length >= HAN_HEAD) addTo(map, characters.slice(0, head), { entity, characters });
      const mayStandAlone =
        script === "han" && entity.mode === "full" && !entity.isLookAlike && this.#mayStandAlone(entity);
      if (mayStandAlone)
        for (const surname of hanSurnames(characters, isJapanese)) this.hanSurnames.add(surname, entity);
      return;
    }
    if (hangul !== null) for (const spelling of hangulSpellings(hangul)) addTo(this.hangul, spelling, entity);
    const keys = words.map((word) => this.keys.id(KEY.exact + word));
    const [first, second] = keys;
    if (first === undefined) return;
    if (second === undefined) addTo(this.singles, first, entity);
    else this.phrasePairs.add(first, second, this.phrases.push({ entity, keys }) - 1);
  }

  #addSpelling(entity: Entity, pair: NamePair, name: Omit<NameOfPair, "mayStandAlone">): void {
    const mayStandAlone = this.#mayStandAlone(entity);
    const spelling = makeSpelling(this.parts, entity, pair, { ...name, mayStandAlone });
    const id = this.spellings.push(spelling) - 1;
    const classKeys = this.#classKeys(spelling);
    this.#fileName(spelling, classKeys);
    // Apart, `Nguyen` and `Thuc` are anybody's; a particle is no given name.
    const hasParticle = pair.isShortened && isParticle(foldWord(pair.given));
    if (!hasParticle && !(pair.isShortened && name.customs.isVietnamese))
      addTo(this.spellingsOf, entity.person, spelling);
    if (!hasParticle) addInitialKeys(this.initials, spelling, { spelling: id, classKeys });
    if (spelling.mayStandAlone) this.#fileSurname(spelling, id, classKeys);
  }

  #fileSurname({ surname: { exactKeys, soundKeys } }: Spelling, id: number, classKeys: ClassKeys): void {
    const bySound = soundKeys.filter(({ length }) => length >= LEAST_CONSONANTS).map((key) => key.id);
    for (const key of new Set([...exactKeys, ...bySound, ...classKeys.surname])) this.surnames.add(key, id);
  }

  #fileName(spelling: Spelling, classKeys: ClassKeys): void {
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

  #classKeys({ given: { classId, koreanGiven }, surname: { korean } }: Spelling): {
    given: number[];
    surname: number[];
  } {
    return {
      given: [
        ...(classId === null ? [] : [this.keys.id(KEY.givenClass + classId)]),
        ...(koreanGiven === null ? [] : [this.keys.id(KEY.koreanGiven + koreanKey(koreanGiven))]),
      ],
      surname: (korean ?? []).map((id) => this.keys.id(KEY.korean + id)),
    };
  }

  #mayStandAlone({ person }: Entity): boolean {
    return this.people[person]?.surname !== "never";
  }

  /** Whether a person has a listed name in the script. */
  hasScript(person: number, script: ListedName["script"]): boolean {
    return ((this.scripts[person] ?? 0) & scriptBit(script)) !== 0;
  }
}
