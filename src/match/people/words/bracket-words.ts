import { foldWord } from "../sounds/fold-word.ts";
import { EVERYDAY_THINGS } from "./everyday-things.ts";
import { OCCUPATIONS } from "./occupations.ts";
import { wordsBySubject, wordsOf } from "./words-by-language.ts";
import { isPlaceWord } from "./place-words.ts";
import { tokenise } from "../../../text/tokenise.ts";

/** Occupations that are spoken of in the same words as another. */
const ALIASES: Readonly<Record<string, string>> = {
  actress: "actor",
  film: "director",
  poet: "writer",
  novelist: "writer",
  author: "writer",
  pianist: "musician",
  violinist: "musician",
  composer: "musician",
  town: "village",
  surgeon: "doctor",
  physician: "doctor",
  historian: "professor",
  academic: "professor",
  trader: "businessman",
  banker: "businessman",
  entrepreneur: "businessman",
  reporter: "journalist",
  presenter: "journalist",
  artist: "painter",
  sculptor: "painter",
};
/** Plants, animals and food, which most plants and animals are. */
const THING = "thing";
/** Their short words of English, which many others begin with. */
const THINGS =
  "plant tree pine oak elm ash fir rose lily herb grass vine wood animal bird fish bear wolf fox hawk owl crow swan duck deer boar hare food dish soup rice corn salt cheese";
const aliases: ReadonlyMap<string, string> = new Map([
  ...Object.entries(ALIASES),
  ...THINGS.split(" ").map((name) => [name, THING] as const),
]);
const words: ReadonlyMap<string, readonly string[]> = new Map(
  [...wordsBySubject(OCCUPATIONS), [THING, wordsOf(EVERYDAY_THINGS)] as const].map(([name, stems]) => [
    name,
    stems.map(foldWord),
  ]),
);
const SHORTEST_WORD = 3;
const SPACELESS = /[\u3040-\u9fff\uac00-\ud7a3]/;
const PREFIXED = /[\u0590-\u06ff]/;

/** Words of one bracket, as they are looked for in folded text. */
export interface BracketWords {
  /** Beginnings of words. */
  stems: readonly string[];
  /** Anywhere: Han, kana, Hangul, and Arabic and Hebrew letters, where something may stand before. */
  inside: readonly string[];
}

/** Words of the occupations that a bracket word is one of, in whatever language: of `skater`, `хоккеист` and `투수` those of sports. */
function relatedWords(word: string): readonly string[] {
  const alias = words.get(aliases.get(word) ?? "") ?? [];
  const spoken = [...words.values()].filter((stems) => stems.some((stem) => word.startsWith(stem)));
  return [...alias, ...spoken.flat()];
}

/** What the words in brackets of a look-alike mean in every language there is a table for. */
export function bracketWords(bracket: string): BracketWords {
  const all = tokenise(bracket).map(({ text }) => text);
  // Where somebody comes from does not tell what is written of them.
  const told = all.filter((word) => !isPlaceWord(word, null));
  const own = told.length > 0 ? told : all;
  const looked = [...new Set([...own, ...own.flatMap(relatedWords)])].filter(
    (word) => word.length >= SHORTEST_WORD || (SPACELESS.test(word) && word !== ""),
  );
  return {
    stems: looked.filter((word) => !SPACELESS.test(word) && !PREFIXED.test(word)),
    inside: looked.filter((word) => SPACELESS.test(word) || PREFIXED.test(word)),
  };
}

/** Whether one of the words stands among folded words. */
export function hasBracketWord({ stems, inside }: BracketWords, folds: readonly string[]): boolean {
  if (folds.some((fold) => stems.some((stem) => fold.startsWith(stem)))) return true;
  if (inside.length === 0) return false;
  // Characters are words of their own and join; other words stay apart.
  const text = folds.map((fold) => (SPACELESS.test(fold) && fold.length === 1 ? fold : ` ${fold} `)).join("");
  return inside.some((word) => text.includes(word));
}
