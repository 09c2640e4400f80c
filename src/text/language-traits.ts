import { wordsOf } from "./scripts.ts";

/** What tells a language from others of its script. */
export interface Traits {
  /** Letters that hardly another language of the script has; two points each. */
  own?: string;
  /** Letters that only some have; one point each. */
  some?: string;
  /** Letters the language does not have; two points off each. */
  never?: string;
  /** Words of this shape; one point each. */
  shapes?: RegExp;
  /** Frequent words, one point each, shared among the languages that have the word. */
  words: string;
}

/** Points and their distance from the next language that make a guess; below it is better to know that one does not. */
const ENOUGH = 1.3;
const TIMES_NEXT = 2;

/** Chooses between languages of one script by a text in lower case and NFC; null: unsure. */
export type ChooseLanguage = (lower: string) => string | null;

/** What a letter or word says: points by the number of the language. */
type Votes = Map<string, { language: number; points: number }[]>;

function vote(votes: Votes, sign: string, language: number, points: number): void {
  const known = votes.get(sign);
  if (known === undefined) votes.set(sign, [{ language, points }]);
  else known.push({ language, points });
}

function letterVotes(table: readonly Traits[]): Votes {
  const votes: Votes = new Map();
  for (const [language, { own = "", some = "", never = "" }] of table.entries()) {
    for (const letter of own) vote(votes, letter, language, 2);
    for (const letter of some) vote(votes, letter, language, 1);
    for (const letter of never) vote(votes, letter, language, -2);
  }
  return votes;
}

function wordVotes(table: readonly Traits[]): Votes {
  const votes: Votes = new Map();
  for (const [language, { words }] of table.entries())
    for (const word of words.split(" ")) vote(votes, word, language, 1);
  for (const speakers of votes.values()) for (const speaker of speakers) speaker.points = 1 / speakers.length;
  return votes;
}

/** Points of each language by the signs that a text has. */
function countVotes(votes: Votes, signs: Iterable<string>, languages: number): Float64Array {
  const counted = new Float64Array(languages);
  for (const sign of signs)
    for (const { language, points } of votes.get(sign) ?? []) counted[language] = (counted[language] ?? 0) + points;
  return counted;
}

/** Reads a table of traits, by language code, into a function that tells these languages apart. */
export function chooserOf(table: Readonly<Record<string, Traits>>): ChooseLanguage {
  const codes = Object.keys(table);
  const languages = Object.values(table);
  const ofLetters = letterVotes(languages);
  const ofWords = wordVotes(languages);
  const telling = new RegExp(`[${[...ofLetters.keys()].join("")}]`, "gu");

  return function choose(lower) {
    const words = wordsOf(lower);
    const byLetters = countVotes(ofLetters, new Set(lower.match(telling)), languages.length);
    const byWords = countVotes(ofWords, words, languages.length);
    const points = languages.map(({ shapes }, language) => {
      const shaped = shapes === undefined ? 0 : [...words].filter((word) => shapes.test(word)).length;
      return shaped + (byLetters[language] ?? 0) + (byWords[language] ?? 0);
    });
    const [first = 0, next = 0] = points.toSorted((a, b) => b - a);
    return first >= ENOUGH && first >= TIMES_NEXT * next ? (codes[points.indexOf(first)] ?? null) : null;
  };
}
