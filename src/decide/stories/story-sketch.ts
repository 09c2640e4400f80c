import { sortHashes } from "./sort-hashes.ts";
import type { HashList } from "./stable-hash.ts";

const PARTS = 4;
/** Elements of an announced length, and of a hash: the low half and the high one. */
const HALVES = 2;
const HEADER = HALVES * PARTS;

/**
 * What is kept of an item to compare it with later ones, in the form in which it is stored: the length of each part, then
 * their hashes. The hashes of a part are sorted and without repetition.
 */
export class StorySketch {
  /** Two for each number of 64 bits, the low half and the high one. */
  readonly elements: Uint32Array;
  /** Elements at which the parts begin. */
  readonly namesFrom: number;
  readonly wordsFrom: number;
  readonly titleFrom: number;

  /** @throws RangeError when the elements are no sketch */
  constructor(elements: Uint32Array) {
    this.elements = elements;
    this.namesFrom = HEADER + lengthOf(elements, 0);
    this.wordsFrom = this.namesFrom + lengthOf(elements, 1);
    this.titleFrom = this.wordsFrom + lengthOf(elements, 2);
    const end = this.titleFrom + lengthOf(elements, 3);
    if (end !== elements.length)
      throw new RangeError(`a sketch of ${elements.length / HALVES} hashes announces ${end / HALVES}`);
  }

  /** Runs of three words (five characters of Han or kana) of the text: equal ones are copied ones. */
  get shingles(): Uint32Array {
    return this.elements.subarray(HEADER, this.namesFrom);
  }

  /** Stems of names and numbers of headline and lead. */
  get names(): Uint32Array {
    return this.elements.subarray(this.namesFrom, this.wordsFrom);
  }

  /** Stems of their other words. */
  get words(): Uint32Array {
    return this.elements.subarray(this.wordsFrom, this.titleFrom);
  }

  /** Stems of the headline, names and others, without bare numbers. */
  get title(): Uint32Array {
    return this.elements.subarray(this.titleFrom);
  }
}

let room = new Uint32Array(1024);

/** Makes a sketch of the hashes of its parts, in any order. */
export function makeSketch(
  parts: readonly [shingles: HashList, names: HashList, words: HashList, title: HashList],
): StorySketch {
  const most = parts.reduce((sum, { length }) => sum + HALVES * length, HEADER);
  if (most > room.length) room = new Uint32Array(2 * most);
  let end = HEADER;
  parts.forEach(({ halves, length }, index) => {
    const from = end;
    end = sortHashes(halves, length, room, from);
    room[HALVES * index] = (end - from) / HALVES;
  });
  return new StorySketch(room.slice(0, end));
}

function lengthOf(elements: Uint32Array, part: number): number {
  return HALVES * (elements[HALVES * part] ?? 0);
}
