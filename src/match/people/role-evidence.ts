import { once } from "../../core/once.ts";
import type { Person } from "../rule-set.ts";
import type { TextWord } from "./text-words.ts";
import { countriesIn, namesAnyCountry, namesCountry } from "./words/countries.ts";
import { foldWord } from "./words/fold-word.ts";
import { postOf } from "./words/posts.ts";
import { vietnamesePost } from "./words/vietnamese-offices.ts";
import { scriptOf, type Script } from "./words/script.ts";

/** What a person's role says: `consul general of Iran, Frankfurt`. */
interface Role {
  posts: ReadonlySet<string>;
  /** Codes (ISO 3166). */
  countries: readonly string[];
  /** Folded: the place of the post, behind the last comma. */
  places: readonly string[];
}

/** The title and the lead, and the stretch of so many words that a name stands in with so many around it. */
const LEAD_WORDS = 60;
const STRETCH = 80;
const AROUND = 40;
const SHORTEST_PLACE = 4;
/** One of the three stands in much news about others. */
const ENOUGH = 2;
const BY_CHARACTER: ReadonlySet<Script> = new Set(["han", "kana"]);

const roles = new WeakMap<Person, Role>();

function roleOf(person: Person): Role {
  const known = roles.get(person);
  if (known !== undefined) return known;
  const words = (person.role ?? "").match(/[\p{L}\p{M}]+/gu) ?? [];
  const posts = words.flatMap((word) => postOf(foldWord(word), scriptOf(word)) ?? []);
  const behindComma = (person.role ?? "").split(",").slice(1).at(-1) ?? "";
  const places = (behindComma.match(/[\p{L}\p{M}]+/gu) ?? []).filter(
    (word) => /^\p{Lu}/u.test(word) && word.length >= SHORTEST_PLACE && countriesIn(word).length === 0,
  );
  const countries = [...countriesIn(person.role ?? ""), ...(person.countries ?? []).map((code) => code.toUpperCase())];
  const role = { posts: new Set(posts), countries: [...new Set(countries)], places: places.map(foldWord) };
  roles.set(person, role);
  return role;
}

/** What of a person's role an item names. */
interface Named {
  post: boolean;
  country: boolean;
  place: boolean;
}

const NOTHING: Named = { post: false, country: false, place: false };

/** Words that were read once for all names in a stretch: a text may hold very many. */
interface Stretch {
  words: readonly TextWord[];
  text: string;
  named: Map<Person, Named>;
  namesAny: () => boolean;
}

/** What an item says of persons' roles, in its lead and around their names. */
export class RoleEvidence {
  readonly #words: readonly TextWord[];
  readonly #language: string | null;
  readonly #stretches = new Map<number, Stretch>();

  constructor(words: readonly TextWord[], language: string | null) {
    this.#words = words;
    this.#language = language;
  }

  /** Whether it names a person's post, country or place; also where nothing is known of them. */
  speaksOfAny(person: Person | undefined, at: number): boolean {
    if (person?.role == null) return true;
    const { posts, countries, places } = roleOf(person);
    const isKnown = posts.size + countries.length + places.length > 0;
    return !isKnown || Object.values(this.#named(person, at)).includes(true);
  }

  /** Whether it names two of a person's post, country and place. */
  speaksOf(person: Person | undefined, at: number): boolean {
    return Object.values(this.#named(person, at)).filter(Boolean).length >= ENOUGH;
  }

  /** Whether it names a person's post, and its country or place. */
  tellsPost(person: Person | undefined, at: number): boolean {
    const { post, country, place } = this.#named(person, at);
    return post && (country || place);
  }

  /** Whether it names a country, but neither a person's post nor country nor place. */
  isAbroad(person: Person | undefined, at: number): boolean {
    if (person?.role == null || roleOf(person).countries.length === 0) return false;
    const { post, country, place } = this.#named(person, at);
    return !post && !country && !place && this.#stretchAt(at).namesAny();
  }

  #stretchAt(at: number): Stretch {
    const number = Math.floor(at / STRETCH);
    const known = this.#stretches.get(number);
    if (known !== undefined) return known;
    const from = Math.max(LEAD_WORDS, number * STRETCH - AROUND);
    const around = this.#words.slice(from, Math.max(from, (number + 1) * STRETCH + AROUND));
    const words = [...this.#words.slice(0, LEAD_WORDS), ...around];
    const text = textOf(words);
    const namesAny = once(() => namesAnyCountry(text, this.#language));
    const stretch = { words, text, named: new Map<Person, Named>(), namesAny };
    this.#stretches.set(number, stretch);
    return stretch;
  }

  #named(person: Person | undefined, at: number): Named {
    if (person?.role == null) return NOTHING;
    const stretch = this.#stretchAt(at);
    const known = stretch.named.get(person);
    if (known !== undefined) return known;
    const { posts, countries, places } = roleOf(person);
    const { words, text } = stretch;
    const named = {
      post: posts.size > 0 && words.some((word, other) => posts.has(this.#postAt(word, words[other + 1]))),
      country: countries.some((code) => namesCountry(text, code, this.#language)),
      place: places.some((place) => text.includes(` ${place}`)),
    };
    stretch.named.set(person, named);
    return named;
  }

  /** "": none. */
  #postAt({ info: { fold, script } }: TextWord, next: TextWord | undefined): string {
    const behind = next?.info.fold ?? "";
    if (BY_CHARACTER.has(script)) return postOf(fold + behind, script) ?? "";
    return vietnamesePost(fold, behind, this.#language) ?? postOf(fold, script) ?? "";
  }
}

function textOf(words: readonly TextWord[]): string {
  return words.map(({ info: { fold, script } }) => (BY_CHARACTER.has(script) ? fold : ` ${fold}`)).join("");
}
