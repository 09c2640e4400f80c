import type { TextWord } from "./text-words.ts";
import { isHanOffice } from "../words/office-words.ts";
import { vietnamesePost } from "../words/vietnamese-offices.ts";

/** Whether an office begins at a word: one word of most languages, two characters of Han, two syllables of Vietnamese. */
export function isOfficeAt(words: readonly TextWord[], at: number, language: string | null): boolean {
  const info = words[at]?.info;
  if (info === undefined) return false;
  const behind = words[at + 1]?.info.fold ?? "";
  if (info.script === "han") return isHanOffice(info.fold) || isHanOffice(info.fold + behind);
  return info.isOffice || vietnamesePost(info.fold, behind, language) !== null;
}
