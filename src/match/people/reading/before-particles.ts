import { isConjunction } from "./longer-name.ts";
import { GAP, type TextWord } from "./text-words.ts";
import { isArticle } from "../words/name-words.ts";

const MOST_PARTICLES = 4;

/** The place of the word before a name and its particles: `le manoir de Kergourlay`, the Enora of `Enora de la Tour`. */
export function beforeParticles(words: readonly TextWord[], first: number): number {
  let place = first - 1;
  while (first - 1 - place < MOST_PARTICLES && isParticleAt(words, place)) place -= 1;
  return place;
}

/** Apart from the word before it: of `Ra'ad`, the second half is none. */
function isParticleAt(words: readonly TextWord[], at: number): boolean {
  const word = words[at];
  if (word === undefined || words[at - 1]?.gap === GAP.joined || isConjunction(word)) return false;
  // `Said al-Janabi`
  return word.info.isParticle && (word.gap === GAP.space || (word.gap === GAP.joined && isArticle(word.info.fold)));
}
