import { nearest } from "../core/nearest.ts";

/** "write `every`" where a candidate is near, else what is known. */
export function suggest(word: string, candidates: readonly string[], otherwise: string): string {
  const near = nearest(word, candidates);
  return near === undefined ? otherwise : `write ${JSON.stringify(near)}`;
}
