import { beforeParticles } from "./name-of-thing.ts";
import { GAP, type TextWord } from "../reading/text-words.ts";
import { isTradeOfBearer } from "../words/trades.ts";
import { vietnameseTrade } from "../words/vietnamese-offices.ts";

/**
 * Another trade than an official's right before a name, or before one more first name and particles of it: `the composer
 * Belov`, `Pianistin Clara von Rottkay`; null: none.
 */
export function tradeBefore(words: readonly TextWord[], first: number, language: string | null): string | null {
  if (words[first]?.info.script === "han") return tradeInHan(words, first);
  const place = beforeParticles(words, first);
  if (isTradeAt(words, place, language)) return words[place]?.source ?? null;
  const mayBeName = isBeside(words[place]) && words[place]?.isCapital === true;
  return mayBeName && isTradeAt(words, place - 1, language) ? (words[place - 1]?.source ?? null) : null;
}

/** `歌手の上山田`, `教练陈卫国`: two characters right before a name, or before a `の`. */
function tradeInHan(words: readonly TextWord[], first: number): string | null {
  const end = words[first - 1]?.info.fold === "の" ? first - 1 : first;
  const [one, two] = [words[end - 2], words[end - 1]];
  if (one?.gap !== GAP.joined || two?.gap !== GAP.joined || one.info.script !== "han") return null;
  return isTradeOfBearer(one.info.fold + two.info.fold, "han") ? one.source + two.source : null;
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
