import { once } from "../../core/once.ts";
import type { Role } from "./role-of-person.ts";
import type { TextWord } from "./text-words.ts";
import { countriesIn } from "./words/countries.ts";
import { postOf } from "./words/posts.ts";
import type { Script } from "./words/script.ts";
import { vietnamesePost } from "./words/vietnamese-offices.ts";

const BY_CHARACTER: ReadonlySet<Script> = new Set(["han", "kana"]);

/** Words that are read once for all roles: very many persons may be looked for in them, but they tell few posts and countries. */
export class ToldWords {
  readonly #text: () => string;
  readonly #posts: () => ReadonlySet<string>;
  /** Codes (ISO 3166). */
  readonly #countries: () => ReadonlySet<string>;
  readonly #places = new Map<string, boolean>();

  constructor(words: readonly TextWord[], language: string | null) {
    this.#text = once(() => words.map(({ info: { fold } }) => ` ${fold}`).join(""));
    this.#posts = once(() => postsIn(words, language));
    this.#countries = once(() =>
      countriesIn(
        words.map(({ info }) => info),
        language,
      ),
    );
  }

  nameAnyCountry(): boolean {
    return this.#countries().size > 0;
  }

  namePostOf({ posts }: Role): boolean {
    for (const post of posts) if (this.#posts().has(post)) return true;
    return false;
  }

  nameCountryOf({ countries }: Role): boolean {
    return countries.some((code) => this.#countries().has(code));
  }

  namePlaceOf({ places }: Role): boolean {
    return places.some((place) => this.#namePlace(place));
  }

  #namePlace(place: string): boolean {
    const known = this.#places.get(place);
    if (known !== undefined) return known;
    const isNamed = this.#text().includes(` ${place}`);
    this.#places.set(place, isNamed);
    return isNamed;
  }
}

function postsIn(words: readonly TextWord[], language: string | null): ReadonlySet<string> {
  return new Set(
    words.flatMap(({ info: { fold, script } }, at) => {
      const behind = words[at + 1]?.info.fold ?? "";
      if (BY_CHARACTER.has(script)) return postOf(fold + behind, script) ?? [];
      return vietnamesePost(fold, behind, language) ?? postOf(fold, script) ?? [];
    }),
  );
}
