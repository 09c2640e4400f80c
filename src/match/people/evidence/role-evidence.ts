import type { Person } from "../../rule-set.ts";
import { roleOf, type Role } from "../names/role-of-person.ts";
import { languageOf } from "../sounds/home-script.ts";
import type { TextWord } from "../reading/text-words.ts";
import { ToldWords } from "./told-words.ts";

/** The title and the lead, and the stretch of so many words that a name stands in with so many around it. */
const LEAD_WORDS = 60;
const STRETCH = 80;
const AROUND = 40;

/** Null: neither post nor country nor place is known of a person. */
function knownRoleOf(person: Person | undefined): Role | null {
  if (person?.role == null) return null;
  const role = roleOf(person);
  return role.posts.size + role.countries.length + role.places.length > 0 ? role : null;
}

/** What an item says of persons' roles, in its lead and around their names. */
export class RoleEvidence {
  readonly #words: readonly TextWord[];
  readonly #language: string | null;
  readonly #stretches = new Map<number, ToldWords>();

  constructor(words: readonly TextWord[], language: string | null) {
    this.#words = words;
    this.#language = language;
  }

  /** Whether it names a person's post, country or place; also where nothing is known of them. */
  speaksOfAny(person: Person | undefined, at: number): boolean {
    const role = knownRoleOf(person);
    return role === null || this.#isAnyTold(role, at);
  }

  /**
   * Whether it names two of a person's post, country and place: one of them stands in much news about others, and country and
   * place in that of a tennis player as well.
   */
  speaksOf(person: Person | undefined, at: number): boolean {
    if (person?.role == null) return false;
    const role = roleOf(person);
    const told = this.#stretchAt(at);
    if (this.tellsPost(person, at)) return true;
    return told.nameCountryOf(role) && told.namePlaceOf(role) && told.otherTrade(role) === null;
  }

  /** Whether it names a person's post, and its country or place; the press of the country has no need to name it where it names no other. */
  tellsPost(person: Person | undefined, at: number): boolean {
    if (person?.role == null) return false;
    const role = roleOf(person);
    const told = this.#stretchAt(at);
    return told.namePostOf(role) && (told.nameCountryOf(role) || told.nameHostOf(role) || this.#isAtHome(role, told));
  }

  /** Whether words tell a person's post in the press of the person's own country, whatever countries they name. */
  tellsPostAtHome(person: Person | undefined, words: readonly TextWord[]): boolean {
    if (person?.role == null) return false;
    const role = roleOf(person);
    return role.home !== null && role.home === this.#language && new ToldWords(words, this.#language).namePostOf(role);
  }

  /**
   * Whether it names a country, not only as where somebody is or goes, but neither a person's country nor place. The press of the person's own country names the others
   * alone.
   */
  isAbroad(person: Person | undefined, at: number): boolean {
    if (person?.role == null) return false;
    const role = roleOf(person);
    if (role.home !== null && role.home === this.#language) return false;
    const told = this.#stretchAt(at);
    return (
      role.countries.length > 0 && told.nameCountryNotAsPlace() && !told.nameCountryOf(role) && !told.nameHostOf(role)
    );
  }

  /**
   * Whether the words of an office name a country that it is of, and not the person's; the press of the person's own country names the
   * one that somebody is posted to.
   */
  isOfOthers(person: Person | undefined, words: readonly TextWord[]): boolean {
    if (person?.role == null || words.length === 0) return false;
    const role = roleOf(person);
    if (role.countries.length === 0 || (role.home !== null && role.home === this.#language)) return false;
    const told = new ToldWords(words, this.#language);
    return told.nameCountryNotAsPlace() && !told.nameCountryOf(role);
  }

  /** Whether a post is known of a person, and it does not name it. */
  namesNoPostOf(person: Person | undefined, at: number): boolean {
    if (person?.role == null) return false;
    const role = roleOf(person);
    return role.posts.size > 0 && !this.#stretchAt(at).namePostOf(role);
  }

  /** The word by which it is about another trade, if it names no post of the person's, nor the country or place; null: none. */
  otherTrade(person: Person | undefined, at: number): string | null {
    const role = knownRoleOf(person);
    if (role === null) return null;
    const told = this.#stretchAt(at);
    const isCountryTold = this.#isSpokenIn(role) ? told.nameCountryItself(role) : told.nameCountryOf(role);
    return isCountryTold || told.namePostOf(role) || told.nameHostOf(role) ? null : told.otherTrade(role);
  }

  /** Whether it is about another trade than a person's, and names no office at all; nothing is said where no role is known. */
  tellsOfTradeAlone(person: Person | undefined, at: number): boolean {
    const role = knownRoleOf(person);
    if (role === null) return false;
    const told = this.#stretchAt(at);
    return told.otherTrade(role) !== null && !told.nameAnyOffice();
  }

  /** Whether a person's country has the language: its press names the capital in news of any kind. */
  #isSpokenIn({ countries }: Role): boolean {
    return countries.some((code) => languageOf(code) === this.#language);
  }

  #isAtHome({ home }: Role, told: ToldWords): boolean {
    return home !== null && home === this.#language && !told.nameAnyCountry();
  }

  #isAnyTold(role: Role, at: number): boolean {
    const told = this.#stretchAt(at);
    return told.namePostOf(role) || told.nameCountryOf(role) || told.nameHostOf(role);
  }

  #stretchAt(at: number): ToldWords {
    const number = Math.floor(at / STRETCH);
    const known = this.#stretches.get(number);
    if (known !== undefined) return known;
    const from = Math.max(LEAD_WORDS, number * STRETCH - AROUND);
    const around = this.#words.slice(from, Math.max(from, (number + 1) * STRETCH + AROUND));
    const stretch = new ToldWords([...this.#words.slice(0, LEAD_WORDS), ...around], this.#language);
    this.#stretches.set(number, stretch);
    return stretch;
  }
}
