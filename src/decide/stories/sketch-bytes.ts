import type { StorySketch } from "./story-sketch.ts";

const PARTS = ["shingles", "names", "words", "title"] as const;

/** A sketch as it is kept: the length of each part, then the hashes; 64 bits each, little-endian. */
export function encodeSketch(sketch: StorySketch): Uint8Array {
  const lengths = PARTS.map((part) => sketch[part].length);
  const all = new BigUint64Array(PARTS.length + lengths.reduce((sum, length) => sum + length, 0));
  all.set(lengths.map(BigInt));
  let at: number = PARTS.length;
  for (const part of PARTS) {
    all.set(sketch[part], at);
    at += sketch[part].length;
  }
  return new Uint8Array(all.buffer);
}

/** @throws RangeError when the bytes are no sketch */
export function decodeSketch(bytes: Uint8Array): StorySketch {
  const all = new BigUint64Array(new Uint8Array(bytes).buffer);
  let at: number = PARTS.length;
  const [shingles, names, words, title] = [0, 1, 2, 3].map((part) => {
    const from = at;
    at += Number(all[part] ?? 0n);
    return all.subarray(from, at);
  });
  if (shingles === undefined || names === undefined || words === undefined || title === undefined || at !== all.length)
    throw new RangeError(`a sketch of ${all.length} hashes announces ${at}`);
  return { shingles, names, words, title };
}
