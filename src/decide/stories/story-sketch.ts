import type { Token } from "../../text/tokenise.ts";
import { HashList, hashesOf } from "./stable-hash.ts";
import { firstTokens, storyWords, type StoryWord } from "./story-words.ts";

/** What is kept of an item to compare it with later ones; hashes are sorted and without repetition. */
export interface StorySketch {
  /** Runs of three words (five characters of Han or kana) of the text: equal ones are copied ones. */
  shingles: BigUint64Array;
  /** Stems of names and numbers of headline and lead. */
  names: BigUint64Array;
  /** Stems of their other words. */
  words: BigUint64Array;
  /** Stems of the headline, names and others, without bare numbers. */
  title: BigUint64Array;
}

export interface SketchedItem {
  sketch: StorySketch;
  /** Items that share one of these are compared. */
  keys: readonly bigint[];
}

/** Words of a text that are read: a copy is known by its beginning. */
const READ_WORDS = 260;
const READ_UNITS = 4000;
const LEAD_WORDS = 90;
const OPENING_SHINGLES = 28;
const KEYS_A_PART = 6;
const PAIRED_WORDS = 7;
const CHARACTER_KEYS = 16;
const SHINGLE_WORDS = 3;
const SHINGLE_CHARACTERS = 5;
/** A text of fewer words is read together with its headline. */
const MIN_BODY_WORDS = 8;
const RUN_SALT = 0x52554e;
const BARE_NUMBER = /^\p{N}+$/u;

/**
 * Sketches an item by its headline and text. Pure and stable: the same text gives the same sketch on every machine.
 * Cost is bounded: only the beginning of a long text is read.
 */
export function sketchItem({ title, body }: { title: string; body: string }): SketchedItem {
  const text = body.slice(0, READ_UNITS);
  const bodyTokens = firstTokens(text, READ_WORDS);
  const titleTokens = firstTokens(title.slice(0, READ_UNITS), LEAD_WORDS);
  const shingled = bodyTokens.length < MIN_BODY_WORDS ? [...titleTokens, ...bodyTokens] : bodyTokens;
  const runs = shinglesOf(shingled);
  const shingles = runs.sorted();
  const leadTokens = leadOf(bodyTokens);
  const titleWords = storyWords(title, titleTokens, { isTitle: true });
  const leadWords = storyWords(text, leadTokens, { isTitle: false });
  const { names, words } = splitWords([...titleWords, ...leadWords]);
  const titleStems = new Set(titleWords.map(({ stem }) => stem).filter((stem) => !BARE_NUMBER.test(stem)));
  return {
    sketch: {
      shingles,
      names: hashesOf(names, names.size),
      words: hashesOf(words, words.size),
      title: hashesOf(titleStems, titleStems.size),
    },
    keys: [
      ...new Set([
        ...runs.sorted(OPENING_SHINGLES).subarray(0, KEYS_A_PART),
        ...shingles.subarray(0, KEYS_A_PART),
        ...wordKeys(titleWords, leadWords, names),
        ...characterKeys([...titleTokens, ...leadTokens]),
      ]),
    ],
  };
}

function leadOf(tokens: readonly Token[]): readonly Token[] {
  return tokens.slice(0, LEAD_WORDS);
}

function wordHashes(words: readonly string[]): HashList {
  const list = new HashList(words.length);
  for (const word of words) list.addText(word);
  return list;
}

function shinglesOf(tokens: readonly Token[]): HashList {
  const words = wordHashes(tokens.map(({ text }) => text));
  const shingles = new HashList(tokens.length);
  for (let at = 0; at < tokens.length; at += 1) {
    const end = at + (tokens[at]?.isCharacter === true ? SHINGLE_CHARACTERS : SHINGLE_WORDS);
    if (end <= tokens.length) shingles.addRun(words, at, end);
  }
  return shingles;
}

/** A stem that is a name anywhere in the item is one everywhere. */
function splitWords(all: readonly StoryWord[]): { names: ReadonlySet<string>; words: ReadonlySet<string> } {
  const names = new Set(all.filter(({ isName }) => isName).map(({ stem }) => stem));
  return { names, words: new Set(all.map(({ stem }) => stem)).difference(names) };
}

/** Every pair of the words that matter most: two reports of one event share two of them, unrelated ones hardly do. */
function wordKeys(
  title: readonly StoryWord[],
  lead: readonly StoryWord[],
  names: ReadonlySet<string>,
): readonly bigint[] {
  const [inTitle, inLead] = [stemsOf(title), stemsOf(lead)];
  function weight(stem: string): number {
    return (names.has(stem) ? 2 : 0) + (inTitle.has(stem) && inLead.has(stem) ? 1.5 : 0) + stem.length / 10;
  }
  const best = [...inTitle.union(inLead)]
    .filter((stem) => !isCharacterPair(stem))
    .map((stem) => ({ stem, weight: weight(stem) }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, PAIRED_WORDS)
    .map(({ stem }) => stem)
    .toSorted((a, b) => (a < b ? -1 : 1));
  const pairs = new HashList((best.length * (best.length - 1)) / 2);
  best.forEach((one, at) => {
    for (const other of best.slice(at + 1)) pairs.addText(`${one} ${other}`);
  });
  return [...pairs.sorted()];
}

function stemsOf(words: readonly StoryWord[]): ReadonlySet<string> {
  return new Set(words.map(({ stem }) => stem));
}

function isCharacterPair(stem: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(stem);
}

/** Han and kana have no spaces to find words by: a sample of the runs of three characters, the same one for all items. */
function characterKeys(tokens: readonly Token[]): readonly bigint[] {
  const words = wordHashes(tokens.map(({ text }) => text));
  const runs = new HashList(tokens.length);
  for (let at = 0; at + SHINGLE_WORDS <= tokens.length; at += 1) {
    const isRun = tokens.slice(at, at + SHINGLE_WORDS).every(({ isCharacter }) => isCharacter);
    if (isRun) runs.addRun(words, at, at + SHINGLE_WORDS, RUN_SALT);
  }
  return [...runs.sorted().subarray(0, CHARACTER_KEYS)];
}
