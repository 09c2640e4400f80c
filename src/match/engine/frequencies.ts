import type { Frequencies } from "./necessary.ts";
import type { TermIndex } from "./term-index.ts";
import type { WordPattern } from "./word-pattern.ts";

/** How often words of one, two … letters stand in items, by rule of thumb; the last is for all longer ones. */
const BY_LENGTH = [40, 40, 30, 12, 6, 4, 3, 2, 1.5, 1];
/** A stem stands for several words, and only some of the places of a phrase's rarest word are the phrase. */
const STEM = 4;
const PHRASE = 0.2;

function frequencyOf({ text, anyStart, anyEnd }: WordPattern): number {
  const ofLetters = BY_LENGTH[Math.min(text.length, BY_LENGTH.length - 1)] ?? 1;
  return anyStart || anyEnd ? STEM * ofLetters : ofLetters;
}

/** Guesses from the letters of terms which of them are rare: without counts of real text it is enough to choose by. */
export function guessFrequencies(terms: TermIndex, termsOfList: (list: number) => readonly number[]): Frequencies {
  const ofLists = new Map<number, number>();

  function ofTerm(term: number): number {
    const words = terms.patternsOf(term).map(frequencyOf);
    return words.length > 1 ? PHRASE * Math.min(...words) : (words[0] ?? 0);
  }
  function ofList(list: number): number {
    const known = ofLists.get(list);
    if (known !== undefined) return known;
    const sum = termsOfList(list).reduce((total, term) => total + ofTerm(term), 0);
    ofLists.set(list, sum);
    return sum;
  }
  return { ofTerm, ofList };
}
