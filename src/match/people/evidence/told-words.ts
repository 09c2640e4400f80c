import { once } from "../../../core/once.ts";
import type { Role } from "../names/role-of-person.ts";
import { isOfficeAt } from "../reading/office-at.ts";
import type { TextWord } from "../reading/text-words.ts";
import { ToldCities } from "./told-cities.ts";
import { toldCountries, type ToldCountries } from "./told-countries.ts";
import { otherAge } from "../words/ages.ts";
import { namesOfCapital, namesOfCity } from "../words/cities.ts";
import { postsInRun, postsOf } from "../words/posts.ts";
import type { Script } from "../sounds/script.ts";
import { isEventWord, isTradeWord, tradeInRun } from "../words/trades.ts";
import { vietnamesePost } from "../words/vietnamese-offices.ts";

const BY_CHARACTER: ReadonlySet<Script> = new Set(["han", "kana"]);

/** Directors make films as well: their post is no sign of officials. */
const OF_OTHER_TRADES = "director";

/** Words that are read once for all roles: very many persons may be looked for in them, but they tell few posts and countries. */
export class ToldWords {
  readonly #posts: () => ReadonlySet<string>;
  readonly #countries: () => ToldCountries;
  readonly #trades: () => readonly TradeWord[];
  readonly #cities: () => ToldCities;

  readonly #words: readonly TextWord[];
  readonly #language: string | null;

  constructor(words: readonly TextWord[], language: string | null) {
    this.#words = words;
    this.#language = language;
    this.#cities = once(() => new ToldCities(words));
    this.#posts = once(() => postsIn(words, language));
    this.#trades = once(() => tradesIn(words));
    this.#countries = once(() => toldCountries(words, language));
  }

  /**
   * What they tell of sports, the arts, another trade, a child or somebody very old, if they name no post at all; null: nothing.
   * @param role of the person, whose own name tells nothing; heads of state open exhibitions
   */
  otherTrade({ nameWords, isHead }: Role): string | null {
    for (const post of this.#posts()) if (post !== OF_OTHER_TRADES) return null;
    const trade = this.#trades().find(
      ({ fold, isEvent }) => !(isHead && isEvent) && !nameWords.some((name) => isFormOf(fold, name)),
    );
    return trade?.source ?? null;
  }

  nameAnyOffice(): boolean {
    return this.#words.some((_, at) => isOfficeAt(this.#words, at, this.#language));
  }

  nameAnyCountry(): boolean {
    return this.#countries().all.size > 0;
  }

  /** Whether they name a country otherwise than to say where somebody is or goes. */
  nameCountryNotAsPlace(): boolean {
    return this.#countries().notPlaces.size > 0;
  }

  namePostOf({ posts }: Role): boolean {
    for (const post of posts) if (this.#posts().has(post)) return true;
    return false;
  }

  /** By its name, its people's, or its capital's. */
  nameCountryOf(role: Role): boolean {
    return this.nameCountryItself(role) || role.countries.some((code) => this.#cities().name(namesOfCapital(code)));
  }

  /** Without its capital, where much happens that is none of the state's. */
  nameCountryItself({ countries }: Role): boolean {
    return countries.some((code) => this.#countries().all.has(code));
  }

  namePlaceOf({ places }: Role): boolean {
    return places.some((place) => this.#cities().name(namesOfCity(place)));
  }

  /** Whether they name where somebody is posted: the place, or the country that it is in. */
  nameHostOf(role: Role): boolean {
    return this.namePlaceOf(role) || role.hosts.some((code) => this.#countries().all.has(code));
  }
}

interface TradeWord {
  source: string;
  fold: string;
  isEvent: boolean;
}

function tradesIn(words: readonly TextWord[]): TradeWord[] {
  const trades = words.flatMap(({ source, info: { fold, script } }, at) => {
    const behind = words[at + 1]?.info.fold ?? "";
    return isTradeWord(fold, behind, script) ? [{ source, fold, isEvent: isEventWord(fold, behind, script) }] : [];
  });
  const others = [tradeInRun(runOf(words)), otherAge(words.map(({ info: { fold } }) => fold))];
  return [
    ...trades,
    ...others.flatMap((each) => (each === null ? [] : [{ source: each, fold: each, isEvent: false }])),
  ];
}

/** Letters of a name that no case ending changes. */
const LONGEST_ENDING = 2;
const SHORTEST_STEM = 4;

function isFormOf(fold: string, name: string): boolean {
  return fold.startsWith(name.slice(0, Math.max(SHORTEST_STEM, name.length - LONGEST_ENDING)));
}

/** What is written without spaces. */
function runOf(words: readonly TextWord[]): string {
  return words.flatMap(({ info }) => (info.script === "dictionary" ? [info.fold] : [])).join("");
}

function postsIn(words: readonly TextWord[], language: string | null): ReadonlySet<string> {
  const run = runOf(words);
  const single = words.flatMap(({ info: { fold, script } }, at) => {
    const behind = words[at + 1]?.info.fold ?? "";
    if (BY_CHARACTER.has(script)) return postsOf(fold + behind, script);
    return vietnamesePost(fold, behind, language) ?? postsOf(fold, script);
  });
  return new Set([...single, ...(run === "" ? [] : postsInRun(run))]);
}
