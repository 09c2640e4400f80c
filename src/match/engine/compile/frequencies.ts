import type { Frequencies } from "./necessary.ts";
import type { TermStore } from "../terms/term-store.ts";
import type { WordIndex } from "../terms/word-index.ts";

/** How often words of one, two … letters stand in items, by rule of thumb; the last is for all longer ones. */
const BY_LENGTH = [40, 40, 30, 12, 6, 4, 3, 2, 1.5, 1];
/** A stem stands for several words, and only some of the places of a phrase's rarest word are the phrase. */
const STEM = 4;
const PHRASE = 0.2;

function frequencyOf(words: WordIndex, word: number): number {
  const ofLetters = BY_LENGTH[Math.min(words.lengthOf(word), BY_LENGTH.length - 1)] ?? 1;
  const pattern = words.special(word);
  return pattern?.anyStart === true || pattern?.anyEnd === true ? STEM * ofLetters : ofLetters;
}

/** Guesses from the letters of terms which of them are rare: without counts of real text it is enough to choose by. */
export function guessFrequencies(terms: TermStore, termsOfList: (list: number) => readonly number[]): Frequencies {
  const ofLists = new Map<number, number>();
  const ofWords: number[] = [];

  function ofWord(word: number): number {
    while (ofWords.length <= word) ofWords.push(frequencyOf(terms.words, ofWords.length));
    return ofWords[word] ?? 0;
  }
  function ofTerm(term: number): number {
    const to = terms.to(term);
    let rarest = Infinity;
    for (let at = terms.from(term); at < to; at += 1) rarest = Math.min(rarest, ofWord(terms.wordAt(at)));
    if (rarest === Infinity) return 0;
    return to - terms.from(term) > 1 ? PHRASE * rarest : rarest;
  }
  function ofChoice(from: number, to: number): number {
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += ofTerm(terms.choiceAt(at));
    return sum;
  }
  function ofList(list: number): number {
    const known = ofLists.get(list);
    if (known !== undefined) return known;
    const sum = termsOfList(list).reduce((total, term) => total + ofTerm(term), 0);
    ofLists.set(list, sum);
    return sum;
  }
  return { ofTerm, ofChoice, ofList };
}
