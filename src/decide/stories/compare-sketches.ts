import type { StorySketch } from "./story-sketch.ts";
import { SketchWords } from "./sketch-words.ts";

/** How much two items have in common, from 0 to 1 where not said otherwise. */
export interface Likeness {
  /** Share of the shorter text's runs of words that stand in the other one, too. */
  copied: number;
  /** How many runs that is. */
  copiedRuns: number;
  /** Share of the shorter one's words in headline and lead, a name or number counting twice. */
  about: number;
  /** Share of the fewer names and numbers; 1 where one of the two has none (scripts without capitals). */
  names: number;
  /** How many names and numbers they share. */
  sharedNames: number;
  /** How many other words. */
  sharedWords: number;
  /** Two headlines of one form that name different things: "Accident on the A7", "Accident on the B12". */
  isSeries: boolean;
}

/** Share of a headline's words that makes it another one's twin. */
const TWIN_TITLE = 0.5;

const NAME_WEIGHT = 2;

const own = new SketchWords();

/**
 * Compares a sketch with others: their likeness in the order of them, undefined where `about` is below `leastAbout`.
 * Symmetric.
 */
export function compareSketches(
  one: StorySketch,
  others: readonly StorySketch[],
  leastAbout = 0,
): readonly (Likeness | undefined)[] {
  own.take(one);
  return others.map((other) => compareWithOwn(one, other, leastAbout));
}

function compareWithOwn(one: StorySketch, other: StorySketch, leastAbout: number): Likeness | undefined {
  own.count(other.elements, other.namesFrom, other.wordsFrom);
  const { names: sharedNames, words: namesAsWords } = own;
  own.count(other.elements, other.wordsFrom, other.titleFrom);
  const { names: wordsAsNames, words: sharedWords } = own;
  // A headline in title case hides what is a name: one side's name may be a plain word of the other.
  const halfNames = namesAsWords + wordsAsNames;
  const shared = NAME_WEIGHT * sharedNames + ((NAME_WEIGHT + 1) / 2) * halfNames + sharedWords;
  const about = Math.min(1, share(shared, Math.min(weightOf(one), weightOf(other))));
  if (about < leastAbout) return undefined;
  const copiedRuns = countCommon(one.shingles, other.shingles);
  return {
    copiedRuns,
    copied: share(copiedRuns, Math.min(countOf(one.shingles), countOf(other.shingles))),
    about,
    names: namesShare(sharedNames + halfNames, Math.min(countOf(one.names), countOf(other.names))),
    sharedNames: sharedNames + halfNames,
    sharedWords,
    isSeries: isSeries(one, other),
  };
}

function isSeries(one: StorySketch, other: StorySketch): boolean {
  const shared = countCommon(one.title, other.title);
  if (shared === 0 || shared < TWIN_TITLE * Math.max(countOf(one.title), countOf(other.title))) return false;
  return namesAlone(one, other) && namesAlone(other, one);
}

/** Whether a headline names what the other item does not mention at all. */
function namesAlone({ title, names }: StorySketch, other: StorySketch): boolean {
  for (let at = 0; at < title.length; at += 2) {
    const [low = 0, high = 0] = [title[at], title[at + 1]];
    if (holds(names, low, high) && !holds(other.names, low, high) && !holds(other.words, low, high)) return true;
  }
  return false;
}

function holds(hashes: Uint32Array, low: number, high: number): boolean {
  for (let at = 0; at < hashes.length; at += 2) if (hashes[at] === low && hashes[at + 1] === high) return true;
  return false;
}

function namesShare(shared: number, fewer: number): number {
  return fewer === 0 ? 1 : Math.min(1, shared / fewer);
}

function weightOf({ namesFrom, wordsFrom, titleFrom }: StorySketch): number {
  return (NAME_WEIGHT * (wordsFrom - namesFrom) + titleFrom - wordsFrom) / 2;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Both are sorted. */
function countCommon(one: Uint32Array, other: Uint32Array): number {
  let [at, beside, common] = [0, 0, 0];
  while (at < one.length && beside < other.length) {
    const order = (one[at + 1] ?? 0) - (other[beside + 1] ?? 0) || (one[at] ?? 0) - (other[beside] ?? 0);
    if (order === 0) common += 1;
    if (order <= 0) at += 2;
    if (order >= 0) beside += 2;
  }
  return common;
}

/** How many hashes that is. */
function countOf(hashes: Uint32Array): number {
  return hashes.length / 2;
}
