import { GAP, type TextWord } from "../reading/text-words.ts";
import { beginsThing, endsThing } from "../words/named-things.ts";

const MOST_PARTICLES = 2;

/** `le manoir de Kergourlay` */
function beforeParticles(words: readonly TextWord[], first: number): number {
  let place = first - 1;
  while (first - place <= MOST_PARTICLES && words[place]?.gap === GAP.space && words[place]?.info.isParticle === true)
    place -= 1;
  return place;
}

/** Whether a name, from word `first` to `last`, is that of a street, a ship, a firm: a word beside it says so. */
export function isNameOfThing(words: readonly TextWord[], first: number, last: number): boolean {
  const before = words[beforeParticles(words, first)];
  const next = words[last + 1];
  // A ship's name may stand in quotation marks.
  const isBehind = before !== undefined && before.gap !== GAP.fullStop && before.gap !== GAP.comma;
  if (isBehind && beginsThing(before.info.fold)) return true;
  const gap = words[last]?.gap;
  return next !== undefined && (gap === GAP.space || gap === GAP.joined) && endsThing(next.info.fold);
}
