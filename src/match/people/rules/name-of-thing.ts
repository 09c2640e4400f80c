import type { UnnamedItem, NamedItem, SurnameForm } from "./rule.ts";
import { isGivenNameOf } from "../evidence/given-name-of.ts";
import { beforeParticles } from "../reading/before-particles.ts";
import type { Candidate } from "../reading/candidate.ts";
import { GAP, type TextWord } from "../reading/text-words.ts";
import { beginsFamily, beginsThing, endsThing, isPartner } from "../words/named-things.ts";

type Stretch = Pick<Candidate, "first" | "last" | "distance">;

/** Not quotation marks: a ship's name may stand in them. */
const ENDS_PHRASE: ReadonlySet<TextWord["gap"]> = new Set([GAP.comma, GAP.fullStop, GAP.end]);
/** `and`, `und`. */
const LONGEST_AND = 3;

/** `Lachenal et fils`, `Belov & Partners`: what stands behind a name and an `and` makes it a firm's. */
function isOfPartners(words: readonly TextWord[], last: number): boolean {
  const next = words[last + 1];
  if (next === undefined) return false;
  if (words[last]?.gap === GAP.break && isPartner(next.info.fold)) return true;
  return next.info.fold.length <= LONGEST_AND && isPartner(words[last + 2]?.info.fold ?? "");
}

/** Whether a name is that of a street, a ship, a firm: a word beside it says so. */
export function isNameOfThing({ first, last, distance }: Stretch, { words }: Pick<UnnamedItem, "words">): boolean {
  const before = words[beforeParticles(words, first)];
  const isBehind = before !== undefined && !ENDS_PHRASE.has(before.gap);
  if (isBehind && beginsThing(before.info.fold)) return true;
  if (words[first - 1]?.gap === GAP.space && beginsFamily(words[first - 1]?.info.fold ?? "")) return true;
  if (isOfPartners(words, last)) return true;
  return !isHisFamily({ first, last, distance }, words) && isBeforeThing(words, last);
}

function isBeforeThing(words: readonly TextWord[], last: number): boolean {
  const next = words[last + 1];
  const gap = words[last]?.gap;
  return next !== undefined && (gap === GAP.space || gap === GAP.joined) && endsThing(next.info.fold, next.isCapital);
}

/** `Beloffs familie` is his, `Beloff familie` a house. */
function isHisFamily({ last, distance }: Stretch, words: readonly TextWord[]): boolean {
  return distance > 0 && words[last]?.source.endsWith("s") === true && beginsFamily(words[last + 1]?.info.fold ?? "");
}

/** The same of a surname, also where the given name stands before it. */
export function isSurnameOfThing(
  { first, last, distance, spelling }: SurnameForm,
  { words, index }: NamedItem,
): boolean {
  const before = words[first - 1];
  const isFull = before?.gap === GAP.space && isGivenNameOf(index, before.info, spelling);
  return isNameOfThing({ first: isFull ? first - 1 : first, last, distance }, { words });
}
