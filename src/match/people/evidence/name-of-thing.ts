import { GAP, type TextWord } from "../reading/text-words.ts";
import { beginsFamily, beginsThing, endsThing, isPartner } from "../words/named-things.ts";

const MOST_PARTICLES = 2;
/** Not quotation marks: a ship's name may stand in them. */
const ENDS_PHRASE: ReadonlySet<TextWord["gap"]> = new Set([GAP.comma, GAP.fullStop, GAP.end]);
/** `and`, `und`. */
const LONGEST_AND = 3;

/** The place before a name and its particles: `le manoir de Kergourlay`. */
export function beforeParticles(words: readonly TextWord[], first: number): number {
  let place = first - 1;
  while (first - place <= MOST_PARTICLES && words[place]?.gap === GAP.space && words[place]?.info.isParticle === true)
    place -= 1;
  return place;
}

/** `Lachenal et fils`, `Belov & Partners`: what stands behind a name and an `and` makes it a firm's. */
function isOfPartners(words: readonly TextWord[], last: number): boolean {
  const next = words[last + 1];
  if (next === undefined) return false;
  if (words[last]?.gap === GAP.break && isPartner(next.info.fold)) return true;
  return next.info.fold.length <= LONGEST_AND && isPartner(words[last + 2]?.info.fold ?? "");
}

/** Whether a name, from word `first` to `last`, is that of a street, a ship, a firm: a word beside it says so. */
export function isNameOfThing(words: readonly TextWord[], first: number, last: number): boolean {
  const before = words[beforeParticles(words, first)];
  const next = words[last + 1];
  const isBehind = before !== undefined && !ENDS_PHRASE.has(before.gap);
  if (isBehind && beginsThing(before.info.fold)) return true;
  if (words[first - 1]?.gap === GAP.space && beginsFamily(words[first - 1]?.info.fold ?? "")) return true;
  if (isOfPartners(words, last)) return true;
  const gap = words[last]?.gap;
  return next !== undefined && (gap === GAP.space || gap === GAP.joined) && endsThing(next.info.fold, next.isCapital);
}
