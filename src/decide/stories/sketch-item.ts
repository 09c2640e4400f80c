import { ItemStems, STEM } from "./item-stems.ts";
import { ItemWords } from "./item-words.ts";
import { makeSketch, type StorySketch } from "./story-sketch.ts";
import { HashList } from "./stable-hash.ts";
import { addStems, type Rows } from "./story-words.ts";

export interface SketchedItem {
  sketch: StorySketch;
  /** Items that share one of these are compared. */
  keys: BigUint64Array;
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
const SPACE = Uint16Array.of(0x20);

/** Of the item in hand. */
const words = new ItemWords();
const stems = new ItemStems();
const rowHashes = new HashList();
const runs = new HashList();
const nameHashes = new HashList();
const otherHashes = new HashList();
const titleHashes = new HashList();
const keys = new HashList();

/**
 * Sketches an item by its headline and text. Pure and stable: the same text gives the same sketch on every machine.
 * Cost is bounded: only the beginning of a long text is read.
 */
export function sketchItem({ title, body }: { title: string; body: string }): SketchedItem {
  const text = body.slice(0, READ_UNITS);
  const headline = title.slice(0, READ_UNITS);
  words.clear();
  const titleRows = readFirst(headline, LEAD_WORDS);
  const bodyRows = readFirst(text, READ_WORDS);
  const leadRows = { from: bodyRows.from, to: Math.min(bodyRows.to, bodyRows.from + LEAD_WORDS) };
  stems.clear();
  addStems(stems, headline, { words, rows: titleRows, isTitle: true });
  addStems(stems, text, { words, rows: leadRows, isTitle: false });
  const isShort = bodyRows.to - bodyRows.from < MIN_BODY_WORDS;
  findRuns(isShort ? [titleRows, bodyRows] : [bodyRows]);
  sortStems();
  const sketch = makeSketch([runs, nameHashes, otherHashes, titleHashes]);
  findKeys(sketch, [titleRows, leadRows]);
  return { sketch, keys: keys.toNumbers() };
}

/** The rows of the beginning of a text: as many words, two characters of Han or kana counting as one. */
function readFirst(source: string, count: number): Rows {
  const { reader } = words;
  const from = reader.rows.count;
  reader.read(source);
  let left = count * 2;
  for (let row = from; row < reader.rows.count; row += 1) {
    left -= reader.rows.characters[row] === 1 ? 1 : 2;
    if (left < 0) return { from, to: row };
  }
  return { from, to: reader.rows.count };
}

/** Leaves them in `runs` in the order of the text. */
function findRuns(texts: readonly Rows[]): void {
  takeHashes(texts);
  runs.clear();
  let at = 0;
  for (const { from, to } of texts) {
    for (let row = from; row < to; row += 1, at += 1) {
      const end = at + (isCharacter(row) ? SHINGLE_CHARACTERS : SHINGLE_WORDS);
      if (end <= rowHashes.length) runs.addRun(rowHashes, at, end);
    }
  }
}

function takeHashes(texts: readonly Rows[]): void {
  rowHashes.clear();
  for (const { from, to } of texts)
    for (let row = from; row < to; row += 1) {
      const start = words.startOf(row);
      rowHashes.addUnits(words.units, start, start + words.lengthOf(row));
    }
}

function isCharacter(row: number): boolean {
  return words.reader.rows.characters[row] === 1;
}

function sortStems(): void {
  for (const list of [nameHashes, otherHashes, titleHashes]) list.clear();
  for (let stem = 0; stem < stems.count; stem += 1) {
    const marks = stems.marks[stem] ?? 0;
    ((marks & STEM.name) === 0 ? otherHashes : nameHashes).addOf(stems.hashes, stem);
    if ((marks & STEM.inTitle) !== 0 && (marks & STEM.bareNumber) === 0) titleHashes.addOf(stems.hashes, stem);
  }
}

/** @param texts headline and lead */
function findKeys({ shingles }: StorySketch, texts: readonly Rows[]): void {
  keys.clear();
  keys.addSmallest(KEYS_A_PART, runs, OPENING_SHINGLES);
  keys.addFirst(KEYS_A_PART, shingles);
  addWordKeys();
  addCharacterKeys(texts);
}

/** Every pair of the words that matter most: two reports of one event share two of them, unrelated ones hardly do. */
function addWordKeys(): void {
  const best = heaviestStems().toSorted(compareTexts);
  const { units } = words;
  for (const [at, one] of best.entries()) {
    for (const other of best.slice(at + 1)) {
      keys.begin();
      keys.read(units, stems.froms[one] ?? 0, stems.tos[one] ?? 0);
      keys.read(SPACE, 0, SPACE.length);
      keys.read(units, stems.froms[other] ?? 0, stems.tos[other] ?? 0);
      keys.end();
    }
  }
}

function compareTexts(one: number, other: number): number {
  const from = stems.froms[one] ?? 0;
  const otherFrom = stems.froms[other] ?? 0;
  const length = (stems.tos[one] ?? 0) - from;
  const otherLength = (stems.tos[other] ?? 0) - otherFrom;
  for (let at = 0; at < Math.min(length, otherLength); at += 1) {
    const order = (words.units[from + at] ?? 0) - (words.units[otherFrom + at] ?? 0);
    if (order !== 0) return order;
  }
  return length - otherLength;
}

/** Of equal ones the first. */
function heaviestStems(): readonly number[] {
  const best: number[] = [];
  const weights: number[] = [];
  for (let stem = 0; stem < stems.count; stem += 1) {
    const marks = stems.marks[stem] ?? 0;
    if ((marks & STEM.unspaced) !== 0) continue;
    const weight = weightOf(marks, (stems.tos[stem] ?? 0) - (stems.froms[stem] ?? 0));
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

function weightOf(marks: number, length: number): number {
  const isInBoth = (marks & STEM.inTitle) !== 0 && (marks & STEM.inLead) !== 0;
  return ((marks & STEM.name) === 0 ? 0 : 2) + (isInBoth ? 1.5 : 0) + length / 10;
}

/** Han and kana have no spaces to find words by: a sample of the runs of three characters, the same one for all items. */
function addCharacterKeys(texts: readonly Rows[]): void {
  if (!texts.some(hasCharacters)) return;
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
  keys.addSmallest(CHARACTER_KEYS, runs);
}

function hasCharacters({ from, to }: Rows): boolean {
  return words.reader.rows.characters.subarray(from, to).includes(1);
}
