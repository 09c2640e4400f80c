import { GAP, type TextWord } from "../reading/text-words.ts";
import { isTradeOfBearer } from "../words/trades.ts";
import { vietnameseTrade } from "../words/vietnamese-offices.ts";

const MOST_PARTICLES = 2;

/**
 * Another trade than an official's right before a name, or before one more first name and particles of it: `the composer
 * Belov`, `Pianistin Clara von Rottkay`; null: none.
 */
export function tradeBefore(words: readonly TextWord[], first: number, language: string | null): string | null {
  let place = first - 1;
  while (first - place <= MOST_PARTICLES && isBeside(words[place]) && words[place]?.info.isParticle === true)
    place -= 1;
  const before = words[place];
  if (isTradeAt(words, place, language)) return before?.source ?? null;
  const mayBeName = isBeside(before) && before?.isCapital === true;
  return mayBeName && isTradeAt(words, place - 1, language) ? (words[place - 1]?.source ?? null) : null;
}

function isBeside(word: TextWord | undefined): boolean {
  return word?.gap === GAP.space;
}

function isTradeAt(words: readonly TextWord[], at: number, language: string | null): boolean {
  const word = words[at];
  if (word === undefined || !isBeside(word) || word.info.isOffice) return false;
  const { fold, script } = word.info;
  return isTradeOfBearer(fold, script) || vietnameseTrade(words[at - 1]?.info.fold ?? "", fold, language);
}
