import { describe, expect, it } from "vitest";
import { cutToStem, readBits } from "./word-stem.ts";

function stemOf(word: string): string {
  const units = Uint16Array.from({ length: word.length }, (_, at) => word.charCodeAt(at));
  const span = { from: 0, to: word.length };
  const bits = { first: 0, any: 0, all: 0 };
  readBits(bits, units, span);
  cutToStem(span, units, bits);
  return word.slice(span.from, span.to);
}

describe("the stem of a word", () => {
  it.each([
    ["is its first five letters", "ambassadors", "ambas"],
    ["is the word where it is short", "spy", "spy"],
    ["is none of two letters", "at", ""],
    ["is the whole of what holds a digit", "covid19variant", "covid19variant"],
    ["is the whole of a number of any script", "𐹠𐹡𐹢", "𐹠𐹡𐹢"],
    ["is two syllables in Korean", "대사관", "대사"],
    ["is none of one Korean syllable", "그", ""],
    ["is four letters in Arabic", "سفارات", "سفار"],
    ["begins behind the Arabic article", "السفير", "سفير"],
    ["keeps what only looks like an article", "وللكتاب", "وللك"],
    ["begins behind a particle and the article", "والكتاب", "كتاب"],
    ["keeps an article behind which two letters stand", "الكم", "الكم"],
    ["is four letters in Hebrew", "שגרירות", "שגרי"],
  ])("%s", (_fact, word, stem) => {
    expect(stemOf(word)).toBe(stem);
  });
});
