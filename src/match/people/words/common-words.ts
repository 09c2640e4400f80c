import { COMMON_WORDS } from "./common-words-data.ts";
import { EVERYDAY_WORDS } from "./everyday-words.ts";
import { foldWord } from "../sounds/fold-word.ts";
import { isInPersianPlural } from "./persian-plurals.ts";

const wordsByLanguage = new Map<string, ReadonlySet<string>>();
for (const language of new Set([...Object.keys(COMMON_WORDS), ...Object.keys(EVERYDAY_WORDS)])) {
  const everyday = (EVERYDAY_WORDS[language] ?? "").split(/\s+/).map(foldWord);
  wordsByLanguage.set(language, new Set([...(COMMON_WORDS[language] ?? "").split(" "), ...everyday]));
}
const ofAnyLanguage = new Set([...wordsByLanguage.values()].flatMap((words) => [...words]));

/** `على` (on) folds to `علي` (Ali): only the source tells them apart. */
const ARABIC_ON = /^[وف]?على$/;

/** Whether a word is so common in running text that only a listed name may be it. */
export function isCommonWord({ source, fold }: { source: string; fold: string }, language: string | null): boolean {
  if ((language === "ar" || language === null) && ARABIC_ON.test(source)) return true;
  if (language === "fa" && isInPersianPlural(source)) return true;
  if (language === null) return ofAnyLanguage.has(fold);
  return wordsByLanguage.get(language)?.has(fold) ?? false;
}

/** Whether common words of a language are known. */
export function hasCommonWords(language: string | null): boolean {
  return language === null || wordsByLanguage.has(language);
}
