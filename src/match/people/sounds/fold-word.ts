import { tokenise } from "../../../text/tokenise.ts";

/** A word as the tokeniser folds it: case, diacritics and variants of a letter equal; words inside are joined. */
export function foldWord(word: string): string {
  return tokenise(word)
    .map(({ text }) => text)
    .join("");
}
