import { array, assert, constantFrom, nat, property, tuple } from "fast-check";
import { expect, it } from "vitest";
import { tokenise } from "../../src/text/tokenise.ts";
import { TextScan } from "../../src/match/engine/sieve/text-scan.ts";
import { plainPattern, type WordPattern } from "../../src/match/engine/terms/word-pattern.ts";
import { WordSieve } from "../../src/match/engine/sieve/word-sieve.ts";

const PIECES = [
  ["a", "Z", "é", "ß", "9", "ñ", ".", "'", "-", "_", " ", " ", "\n", "\u00ad", "\u200c", "\u200f"],
  ["U.S.", "attache\u0301", "ambassador", "x.y", "\u0301", "œuvre", "３", "🇺🇸", "𝐀", "\ud800", "a".repeat(130)],
  ["посол", "й", "Ё", "πρέσβης", "ς", "İ", "đại sứ", "đa\u0323i"],
  ["السفير", "وبسفير", "پناهنده", "می\u200cرود", "ـ", "מ״מ", "ושהשגריר", "צה״ל", "״", "שָׁלוֹם"],
  ["大使", "亡命", "ガイド", "ｶﾞｲﾄﾞ", "々", "ー", "망명했다", "한", "ᄒ", "ᅡ", "ลี้ภัย", "ทำ", "दूतावास", "ဗမာ"],
].flat();
const texts = array(constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(""));
const places = tuple(texts, nat());

function finds(text: string, look: (sieve: WordSieve) => void): boolean {
  const sieve = new WordSieve(2, true);
  look(sieve);
  return new TextScan(sieve).mayFind(text);
}

function pattern(text: string, rest: Partial<WordPattern> = {}): WordPattern {
  return { ...plainPattern(text), ...rest };
}

it("a scan finds every word of a text, its beginning, its end, and two words side by side, in any script", () => {
  const found = property(places, ([text, chosen]) => {
    const words = tokenise(text).map((token) => token.text);
    const at = chosen % Math.max(1, words.length);
    const word = words[at];
    if (word === undefined) return;
    const half = Math.ceil(word.length / 2);
    expect(finds(text, (sieve) => sieve.add(pattern(word)))).toBe(true);
    expect(finds(text, (sieve) => sieve.add(pattern(word.slice(0, half), { anyEnd: true })))).toBe(true);
    expect(finds(text, (sieve) => sieve.add(pattern(word.slice(half - 1), { anyStart: true })))).toBe(true);
    const next = words[at + 1];
    if (next === undefined) return;
    expect(finds(text, (sieve) => sieve.addPair(pattern(word), pattern(next)))).toBe(true);
  });
  assert(found, { numRuns: 500 });
});

it.each(["ambassador", "Die Straße, so der Botschafter.", "大使馆"])("a scan finds no other word in %s", (text) => {
  expect(finds(text, (sieve) => sieve.add(pattern("embassy")))).toBe(false);
  expect(finds(text, (sieve) => sieve.add(pattern("botschaften", { anyEnd: true })))).toBe(false);
});

it("what was found in one text is not found in the next", () => {
  const sieve = new WordSieve(2, true);
  sieve.add(pattern("envoy"));
  const scan = new TextScan(sieve);
  expect(["An envoy", "A painter", "envoy's"].map((text) => scan.mayFind(text))).toEqual([true, false, true]);
});

it("prefixes are left aside only in a text that may be Arabic, and in Hebrew", () => {
  function findsBehindPrefix(text: string, word: string, mayBeArabic: boolean): boolean {
    const sieve = new WordSieve(2, mayBeArabic);
    sieve.add(pattern(word));
    return new TextScan(sieve).mayFind(text);
  }
  expect(findsBehindPrefix("وسفير", "سفير", true)).toBe(true);
  expect(findsBehindPrefix("وسفير", "سفير", false)).toBe(false);
  expect(findsBehindPrefix("ושגריר", "שגריר", false)).toBe(true);
  // One sign for the prefix and the letter behind it.
  expect(findsBehindPrefix("\ufef7مريكا", "امريكا", true)).toBe(true);
});
