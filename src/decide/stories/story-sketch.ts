import { HashList } from "./stable-hash.ts";
import { StoryLexicon } from "./story-lexicon.ts";
import { addStems, ItemStems, STEM, type Rows } from "./story-words.ts";

/**
 * What is kept of an item to compare it with later ones. Hashes are sorted and without repetition, two elements each:
 * the low half and the high one.
 */
export interface StorySketch {
  /** Runs of three words (five characters of Han or kana) of the text: equal ones are copied ones. */
  shingles: Uint32Array;
  /** Stems of names and numbers of headline and lead. */
  names: Uint32Array;
  /** Stems of their other words. */
  words: Uint32Array;
  /** Stems of the headline, names and others, without bare numbers. */
  title: Uint32Array;
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

const lexicon = new StoryLexicon();
const stems = new ItemStems();
/** Of the item in hand. */
const rowHashes = new HashList();
const runs = new HashList();
const keys = new HashList();
const part = new HashList();

/**
 * Sketches an item by its headline and text. Pure and stable: the same text gives the same sketch on every machine.
 * Cost is bounded: only the beginning of a long text is read.
 */
export function sketchItem({ title, body }: { title: string; body: string }): SketchedItem {
  const text = body.slice(0, READ_UNITS);
  const headline = title.slice(0, READ_UNITS);
  lexicon.startItem();
  const titleRows = readFirst(headline, LEAD_WORDS);
  const bodyRows = readFirst(text, READ_WORDS);
  const leadRows = { from: bodyRows.from, to: Math.min(bodyRows.to, bodyRows.from + LEAD_WORDS) };
  stems.clear();
  addStems(stems, headline, { lexicon, rows: titleRows, isTitle: true });
  addStems(stems, text, { lexicon, rows: leadRows, isTitle: false });
  const isShort = bodyRows.to - bodyRows.from < MIN_BODY_WORDS;
  const shingles = findShingles(isShort ? [titleRows, bodyRows] : [bodyRows]);
  keys.clear();
  keys.addFirst(runs.sorted(OPENING_SHINGLES), KEYS_A_PART);
  keys.addFirst(shingles, KEYS_A_PART);
  addWordKeys();
  addCharacterKeys([titleRows, leadRows]);
  return {
    sketch: {
      shingles,
      names: stemsWhere((stem) => isName(stem)),
      words: stemsWhere((stem) => !isName(stem)),
      title: stemsWhere((stem) => isInTitle(stem) && lexicon.bareNumbers[stem] !== true),
    },
    keys: [...new BigUint64Array(keys.sorted().slice().buffer)],
  };
}

/** The rows of the beginning of a text: as many words, two characters of Han or kana counting as one. */
function readFirst(source: string, words: number): Rows {
  const { reader } = lexicon;
  const from = reader.count;
  lexicon.read(source);
  let left = words * 2;
  for (let row = from; row < reader.count; row += 1) {
    left -= reader.characters[row] === 1 ? 1 : 2;
    if (left < 0) return { from, to: row };
  }
  return { from, to: reader.count };
}

/** Leaves them in `runs` in the order of the text, too. */
function findShingles(texts: readonly Rows[]): Uint32Array {
  takeHashes(texts);
  runs.clear();
  let at = 0;
  for (const { from, to } of texts) {
    for (let row = from; row < to; row += 1, at += 1) {
      const end = at + (isCharacter(row) ? SHINGLE_CHARACTERS : SHINGLE_WORDS);
      if (end <= rowHashes.length) runs.addRun(rowHashes, at, end);
    }
  }
  return runs.sorted();
}

function takeHashes(texts: readonly Rows[]): void {
  const { reader, wordHashes } = lexicon;
  rowHashes.clear();
  for (const { from, to } of texts)
    for (let row = from; row < to; row += 1) rowHashes.addOf(wordHashes, reader.words[row] ?? 0);
}

function isCharacter(row: number): boolean {
  return lexicon.reader.characters[row] === 1;
}

function isName(stem: number): boolean {
  return ((stems.marks[stem] ?? 0) & STEM.name) !== 0;
}

function isInTitle(stem: number): boolean {
  return ((stems.marks[stem] ?? 0) & STEM.inTitle) !== 0;
}

function stemsWhere(holds: (stem: number) => boolean): Uint32Array {
  part.clear();
  for (const stem of stems.stems) if (holds(stem)) part.addOf(lexicon.stemHashes, stem);
  return part.sorted();
}

/** Every pair of the words that matter most: two reports of one event share two of them, unrelated ones hardly do. */
function addWordKeys(): void {
  const best = heaviestStems()
    .map((stem) => lexicon.stemTexts[stem] ?? "")
    .toSorted((a, b) => (a < b ? -1 : 1));
  best.forEach((one, at) => {
    for (let other = at + 1; other < best.length; other += 1) keys.addText(`${one} ${best[other] ?? ""}`);
  });
}

/** Of equal ones the first. */
function heaviestStems(): readonly number[] {
  const best: number[] = [];
  const weights: number[] = [];
  for (const stem of stems.stems) {
    if (lexicon.characterPairs[stem] === true) continue;
    const weight = weightOf(stem);
    let at = best.length;
    while (at > 0 && (weights[at - 1] ?? 0) < weight) at -= 1;
    if (at === PAIRED_WORDS) continue;
    best.splice(at, 0, stem);
    weights.splice(at, 0, weight);
    if (best.length <= PAIRED_WORDS) continue;
    best.pop();
    weights.pop();
  }
  return best;
}

function weightOf(stem: number): number {
  const mark = stems.marks[stem] ?? 0;
  const isInBoth = (mark & STEM.inTitle) !== 0 && (mark & STEM.inLead) !== 0;
  return ((mark & STEM.name) === 0 ? 0 : 2) + (isInBoth ? 1.5 : 0) + (lexicon.stemTexts[stem]?.length ?? 0) / 10;
}

/** Han and kana have no spaces to find words by: a sample of the runs of three characters, the same one for all items. */
function addCharacterKeys(texts: readonly Rows[]): void {
  takeHashes(texts);
  runs.clear();
  let characters = 0;
  let at = 0;
  for (const { from, to } of texts) {
    for (let row = from; row < to; row += 1, at += 1) {
      characters = isCharacter(row) ? characters + 1 : 0;
      if (characters >= SHINGLE_WORDS) runs.addRun(rowHashes, at + 1 - SHINGLE_WORDS, at + 1, RUN_SALT);
    }
  }
  if (runs.length > 0) keys.addFirst(runs.sorted(), CHARACTER_KEYS);
}
