import { classIn, foldIn, learnUnit, mayChangeIn, UNIT, unitEntries } from "./fold.ts";

/** Far longer than words are, and shorter than what `WordReader` cuts. */
const LONGEST = 100;

/** A word of letters alone as `WordReader` folds it; null: it may be cut into several, or fold to more. */
export function foldLetters(word: string): string | null {
  if (word === "" || word.length > LONGEST) return null;
  const folded: number[] = [];
  for (let at = 0; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    const known = unitEntries[unit] ?? UNIT.unknown;
    const entry = known === UNIT.unknown ? learnUnit(unit) : known;
    if (classIn(entry) !== UNIT.letter || mayChangeIn(entry)) return null;
    folded.push(foldIn(entry));
  }
  return String.fromCharCode(...folded);
}
