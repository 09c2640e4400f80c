/** Where any noun has a capital, so that one tells no name. */
const CAPITAL_NOUNS: ReadonlySet<string> = new Set(["de"]);
/** Their articles, which stand before nouns and hardly ever before names. */
const ARTICLES: ReadonlySet<string> = new Set(["der", "die", "das", "den", "dem", "des"]);
/** What stands before a given name is a surname there, of whatever country somebody is. */
const SURNAME_FIRST: ReadonlySet<string> = new Set(["hu"]);
/** Where a second given name, or a father's, stands between given name and surname, or is left out. */
const SECOND_NAMES: ReadonlySet<string> = new Set(["ar", "fa", "ps", "ku", "ckb", "es", "pt", "gl", "ca"]);

/** Whether nouns have capitals in a language. */
export function hasCapitalNouns(language: string | null): boolean {
  return CAPITAL_NOUNS.has(language ?? "");
}

/** Whether a folded word is an article of a language whose nouns have capitals. */
export function isArticleOfNoun(fold: string): boolean {
  return ARTICLES.has(fold);
}

/** Whether a language puts the surname first. */
export function isSurnameFirst(language: string | null): boolean {
  return SURNAME_FIRST.has(language ?? "");
}

/** Whether people have second given names in a language that news leaves out or puts in. */
export function hasSecondNames(language: string | null): boolean {
  return SECOND_NAMES.has(language ?? "");
}
