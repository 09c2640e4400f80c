import { foldWord } from "../sounds/fold-word.ts";

/** Endings of the plural, which Persian writes behind a zero-width non-joiner, or as words of their own. */
const ENDINGS = ["ها", "های", "هایی", "هایش", "هایشان"];
const folds = new Set(ENDINGS.map(foldWord));
const WITH_ENDING = new RegExp(`\u200c(?:${ENDINGS.join("|")})$`);

/** Whether a folded word is such an ending: what stands before it is nobody's name. */
export function isPersianPlural(fold: string): boolean {
  return folds.has(fold);
}

/** Whether a word has one: `لاله‌های`, tulips. */
export function isInPersianPlural(source: string): boolean {
  return WITH_ENDING.test(source);
}
