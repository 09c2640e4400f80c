import { countryNamesIn, isWithoutSpaces, type CountryName } from "./country-names.ts";
import { isAbjad, type Script } from "../sounds/script.ts";

/** A folded word: of Han and kana, a character or a few. */
export interface CountryWord {
  fold: string;
  script: Script;
}

/** A country that words name, from the first to the last of them. */
export interface NamedCountry {
  /** ISO 3166. */
  code: string;
  first: number;
  last: number;
}

/** What Arabic and Hebrew attach before a name. */
const ATTACHED: Readonly<Partial<Record<Script, RegExp>>> = {
  arabic: /^(?:وال|بال|لل|ال|و|ب|ل)/,
  hebrew: /^(?:וה|[הבלמוש])/,
};
const SHORTEST = 2;
const LONGEST = 20;

/** Texts of one language have few different words. */
const MAX_REMEMBERED = 10_000;

/** Finds the countries that words name, by their names or peoples, in a language and in English. */
class CountryReader {
  readonly #names: ReadonlyMap<string, readonly CountryName[]>;
  /** What names begin with: most words need no further look. */
  readonly #initials: ReadonlySet<string>;
  readonly #namesByWord = new Map<string, readonly CountryName[]>();

  constructor(language: string) {
    this.#names = countryNamesIn(language);
    this.#initials = new Set([...this.#names.keys()].map((stem) => stem.charAt(0)));
  }

  read(words: readonly CountryWord[]): NamedCountry[] {
    const named: NamedCountry[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const found = this.#namesAt(words, at);
      const last = at + wordsBehind(words[at], found[0]);
      for (const { code } of found) named.push({ code, first: at, last });
      at = last;
    }
    return named;
  }

  /** The longest names that stand at a word. */
  #namesAt(words: readonly CountryWord[], at: number): readonly CountryName[] {
    const word = words[at];
    if (word === undefined) return [];
    if (isWithoutSpaces(word.script)) return this.#namesInRun(words, at);
    const names = this.#namesOf(word).filter(({ rest }) =>
      rest.every((stem, behind) => beginsWith(words[at + 1 + behind], stem)),
    );
    const longest = Math.max(0, ...names.map(({ rest }) => rest.length));
    return names.filter(({ rest }) => rest.length === longest);
  }

  /** Names that begin like a word: the longest of one word, and all of several. */
  #namesOf({ fold, script }: CountryWord): readonly CountryName[] {
    const known = this.#namesByWord.get(fold);
    if (known !== undefined) return known;
    if (this.#namesByWord.size === MAX_REMEMBERED) this.#namesByWord.clear();
    const bare = isAbjad(script) ? fold.replace(ATTACHED[script] ?? "", "") : fold;
    const names = [...new Set([fold, bare])].flatMap((word) => this.#beginningsOf(word));
    this.#namesByWord.set(fold, names);
    return names;
  }

  #beginningsOf(word: string): CountryName[] {
    const found: CountryName[] = [];
    let hasWord = false;
    for (let length = Math.min(word.length, LONGEST); length >= SHORTEST; length -= 1) {
      const names = this.#names.get(word.slice(0, length)) ?? [];
      const fitting = names.filter(({ ending }) => ending === null || ending.test(word.slice(length)));
      const words: readonly CountryName[] = hasWord ? [] : fitting.filter(({ rest }) => rest.length === 0);
      // `Niger`, which `Nigeria` without its ending is as well.
      const whole = length === word.length ? words.filter(({ ending }) => ending !== null) : [];
      found.push(...fitting.filter(({ rest }) => rest.length > 0), ...(whole.length > 0 ? whole : words));
      hasWord ||= words.length > 0;
    }
    return found;
  }

  /** Names that begin anywhere in a word of Hangul, or at a character of Han or kana; none inside another. */
  #namesInRun(words: readonly CountryWord[], at: number): readonly CountryName[] {
    const { fold = "", script } = words[at] ?? {};
    const isHangul = script === "hangul";
    const run = isHangul ? fold : fold + runBehind(words, at);
    const found: CountryName[] = [];
    for (let start = 0; start < (isHangul ? fold.length : 1); start += 1) {
      if (!this.#initials.has(run.charAt(start))) continue;
      const names = this.#beginningsOf(run.slice(start)).filter(({ rest }) => rest.length === 0);
      found.push(...names);
      start += Math.max(0, (names[0]?.stem.length ?? 0) - 1);
    }
    return found;
  }
}

/** How many words a name takes behind its first: a character of Han each, or a word. */
function wordsBehind(word: CountryWord | undefined, name: CountryName | undefined): number {
  if (word === undefined || name === undefined) return 0;
  const isCharacter = isWithoutSpaces(word.script) && word.fold.length === 1;
  return isCharacter ? name.stem.length - 1 : name.rest.length;
}

function runBehind(words: readonly CountryWord[], at: number): string {
  let run = "";
  for (let next = at + 1; next < words.length && run.length < LONGEST; next += 1) {
    const word = words[next];
    if (word === undefined || !isWithoutSpaces(word.script)) break;
    run += word.fold;
  }
  return run;
}

function beginsWith(word: CountryWord | undefined, stem: string): boolean {
  if (word === undefined) return false;
  const { fold, script } = word;
  return fold.startsWith(stem) || (isAbjad(script) && fold.replace(ATTACHED[script] ?? "", "").startsWith(stem));
}

const readers = new Map<string, CountryReader>();

/** The countries that words name, by their names or peoples, in a language and in English; where names are alike, each. */
export function namedCountries(words: readonly CountryWord[], language: string | null): readonly NamedCountry[] {
  const key = language ?? "en";
  const reader = readers.get(key) ?? new CountryReader(key);
  readers.set(key, reader);
  return reader.read(words);
}

/** Their codes (ISO 3166). */
export function countriesIn(words: readonly CountryWord[], language: string | null): ReadonlySet<string> {
  return new Set(namedCountries(words, language).map(({ code }) => code));
}
