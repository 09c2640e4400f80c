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

/** The word for an office at a place, as it stands in the text: of Han two characters. */
export function officeSource(words: readonly TextWord[], at: number): string {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined) return "";
  const isLong = word.info.script === "han" && isHanOffice(word.info.fold + (next?.info.fold ?? ""));
  return isLong ? word.source + (next?.source ?? "") : word.source;
}
