import type { Steps } from "../../../core/steps.ts";
import type { Person } from "../../rule-set.ts";
import { addTo } from "./add-to.ts";
import { Bearers } from "./bearers.ts";
import {
  authoritativeScripts,
  customsOf,
  derivedNames,
  homeOfPerson,
  matchModeOf,
  scriptsOf,
} from "./person-traits.ts";
import { KeyTable, PartTable } from "./name-part.ts";
import { PersonIds } from "./person-ids.ts";
import type { NameCustoms } from "./name-customs.ts";
import type { NamePair } from "./name-pairs.ts";
import { readName, type ListedName } from "./read-name.ts";
import { lookAlikeOf } from "./look-alike.ts";
import { makeSpelling, type NameOfPair } from "./make-spelling.ts";
import { shortNames } from "./short-names.ts";
import { SpelledNames } from "./spelled-names.ts";
import type { Entity, Spelling } from "./spelling.ts";
import { AddressedPeople } from "./addressed-people.ts";
import { ListedNames } from "./listed-names.ts";
import { DERIVED, SHORTENED } from "../sounds/distances.ts";
import { foldWord } from "../sounds/fold-word.ts";
import { hanSurnames } from "../words/han-surnames.ts";
import { isParticle } from "../words/name-words.ts";
import { scriptBit } from "../sounds/script.ts";

const PERSONS_A_STEP = 20;

/** Everything a text is asked for, filed so that a word costs what it may mean, not how many persons are known. */
export class NameIndex {
  readonly people: readonly Person[];
  readonly personIds = new PersonIds();
  readonly keys = new KeyTable();
  readonly parts = new PartTable(this.keys);
  readonly spelled: SpelledNames;
  readonly listed = new ListedNames(this.keys);
  /** Persons by what may be their surname in Han characters. */
  readonly hanSurnames = new Bearers<string, Entity>();
  readonly addressed = new AddressedPeople();
  readonly spellingsOf = new Map<number, Spelling[]>();
  readonly lookAlikesOf = new Map<number, Entity[]>();
  /** Whether somebody's name may stand in Han characters that Korean reads. */
  hasKoreans = false;
  /** Whether somebody's surname stands first, and words between it and the given name may be left out. */
  hasVietnamese = false;
  /** Scripts in which a person's listed names say how it is written there, as bits. */
  readonly #authorities: Int32Array;

  private constructor(people: readonly Person[]) {
    this.people = people;
    this.#authorities = new Int32Array(people.length);
    const withInitials = people.filter((person) => matchModeOf(person) === "full").length;
    this.spelled = new SpelledNames(this.keys, { persons: people.length, withInitials });
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
    const scripts = scriptsOf(names);
    this.#authorities[at] = authoritativeScripts(person, scripts);
    const customs = customsOf(person, scripts);
    this.hasVietnamese ||= customs.isVietnamese && matchModeOf(person) === "full";
    this.hasKoreans ||= customs.isKorean && matchModeOf(person) === "full";
    const short = shortNames(names);
    const mode = matchModeOf(person);
    const home = homeOfPerson(person, scripts);
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
    if (isFull && this.#mayStandAlone(entity)) this.addressed.add(entity, listed, read, customs);
    for (const pair of read.pairs) {
      if (pair.isShortened && !isFull) continue;
      const cost = pair.isShortened ? SHORTENED : 0;
      this.#addSpelling(entity, pair, { script: read.script, customs, listed, cost });
    }
  }

  #fileDerived(entity: Entity, names: readonly string[], customs: NameCustoms): void {
    const { spellings, hangul, vietnamese } = derivedNames(names, customs, entity.mode);
    for (const name of hangul) this.listed.addHangul(entity, name);
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
      this.#addSpelling(entity, { ...pair, isShortened }, { script, customs, listed: name, cost: DERIVED });
  }

  #fileAsListed(entity: Entity, read: ListedName, { isJapanese }: NameCustoms): void {
    this.listed.add(entity, read);
    const { script, characters } = read;
    const mayStandAlone = entity.mode === "full" && !entity.isLookAlike && this.#mayStandAlone(entity);
    if (script !== "han" || characters === null || !mayStandAlone) return;
    for (const surname of hanSurnames(characters, isJapanese)) this.hanSurnames.add(surname, entity);
  }

  #addSpelling(entity: Entity, pair: NamePair, name: Omit<NameOfPair, "mayStandAlone">): void {
    const mayStandAlone = this.#mayStandAlone(entity);
    const spelling = makeSpelling(this.parts, entity, pair, { ...name, mayStandAlone });
    // Apart, `Nguyen` and `Thuc` are anybody's; a particle is no given name.
    const hasParticle = pair.isShortened && isParticle(foldWord(pair.given));
    if (!hasParticle && !(pair.isShortened && name.customs.isVietnamese))
      addTo(this.spellingsOf, entity.person, spelling);
    this.spelled.add(spelling, !hasParticle);
  }

  #mayStandAlone({ person }: Entity): boolean {
    return this.people[person]?.surname !== "never";
  }

  /** Whether a listed name of a person says how it is written in the script. */
  hasAuthority(person: number, script: ListedName["script"]): boolean {
    return ((this.#authorities[person] ?? 0) & scriptBit(script)) !== 0;
  }
}
