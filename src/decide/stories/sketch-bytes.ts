import type { StorySketch } from "./story-sketch.ts";

const PARTS = 4;
/** Elements of an announced length, and of a hash. */
const HALVES = 2;

/** A sketch as it is kept: the length of each part, then the hashes; 64 bits each, little-endian. */
export function encodeSketch({ shingles, names, words, title }: StorySketch): Uint8Array {
  const parts = [shingles, names, words, title];
  const length = parts.reduce((sum, part) => sum + part.length, HALVES * PARTS);
  const all = new Uint32Array(length);
  let at = HALVES * PARTS;
  parts.forEach((part, index) => {
    all[HALVES * index] = part.length / HALVES;
    all.set(part, at);
    at += part.length;
  });
  return new Uint8Array(all.buffer);
}

/** @throws RangeError when the bytes are no sketch */
export function decodeSketch(bytes: Uint8Array): StorySketch {
  const all = elementsOf(bytes);
  const shinglesEnd = HALVES * PARTS + lengthOf(all, 0);
  const namesEnd = shinglesEnd + lengthOf(all, 1);
  const wordsEnd = namesEnd + lengthOf(all, 2);
  const end = wordsEnd + lengthOf(all, 3);
  if (end !== all.length) throw new RangeError(`a sketch of ${all.length / HALVES} hashes announces ${end / HALVES}`);
  return {
    shingles: all.subarray(HALVES * PARTS, shinglesEnd),
    names: all.subarray(shinglesEnd, namesEnd),
    words: all.subarray(namesEnd, wordsEnd),
    title: all.subarray(wordsEnd, end),
  };
}

function elementsOf(bytes: Uint8Array): Uint32Array {
  const { buffer, byteOffset, byteLength } = byteOfElement(bytes) === 0 ? bytes : new Uint8Array(bytes);
  return new Uint32Array(buffer, byteOffset, Math.floor(byteLength / Uint32Array.BYTES_PER_ELEMENT));
}

function byteOfElement({ byteOffset }: Uint8Array): number {
  return byteOffset % Uint32Array.BYTES_PER_ELEMENT;
}

function lengthOf(all: Uint32Array, part: number): number {
  return HALVES * (all[HALVES * part] ?? 0);
}
