import { foldWord } from "../sounds/fold-word.ts";

/** Beginnings of words that make the number before them somebody's age, not years of service: `16-jährige`, `86-latek`. */
const OF_AGE =
  "jährig jaehrig летн річн ročn letý letá latek latka letni letnia jarig åring årig vuotia aastane éves yaşında yaşlı godišnj годишњ годишн χρον ساله سالہ वर्षीय 歳 岁 歲 才 tuổi"
    .split(" ")
    .map(foldWord);
const YEAR = "year";
const OLD = "old";
/** Younger and older people hold no office; heads of state may. */
const YOUNGEST = 18;
const OLDEST = 80;
/** Korean writes both as one. */
const AGE = /^(?<age>\d{1,3})(?<unit>세|살)?/;

/**
 * The age of a child or of somebody very old, as words tell it; null: none.
 * @param folds of words that follow each other
 */
export function otherAge(folds: readonly string[]): string | null {
  const told = folds.find((fold, at) => {
    const { age, unit } = AGE.exec(fold)?.groups ?? {};
    if (age === undefined || (Number(age) >= YOUNGEST && Number(age) < OLDEST)) return false;
    const [next = "", second] = [folds[at + 1], folds[at + 2]];
    return unit !== undefined || (next === YEAR && second === OLD) || OF_AGE.some((stem) => next.startsWith(stem));
  });
  return told ?? null;
}
