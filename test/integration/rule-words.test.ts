import { array, assert, constantFrom, property, string, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenise } from "../../src/text/tokenise.ts";
import { WordReader } from "../../src/text/word-reader.ts";
import { RuleWords } from "../../src/match/engine/terms/rule-words.ts";
import { WordIndex } from "../../src/match/engine/terms/word-index.ts";
import { plainPattern, wordPatterns } from "../../src/match/engine/terms/word-pattern.ts";

/** Few letters, so that words share beginnings and ends. */
const word = constantFrom("abc", "абв", "والبس", "והבל", "망명은이", "亡命", "ガド").chain((letters) =>
  string({ unit: constantFrom(...Array.from(letters)), minLength: 1, maxLength: 7 }),
);
const term = tuple(constantFrom("", "*"), word, constantFrom("", "?b", "?"), constantFrom("", "*")).map((parts) =>
  parts.join(""),
);

function indexOf(terms: readonly string[]): WordIndex {
  const index = new WordIndex();
  for (const one of terms) for (const pattern of wordPatterns(one, false)) index.add(pattern);
  return index;
}

/** Words of a text that the rules know and that got no number. */
function unnumbered(index: WordIndex, reader: WordReader, text: string): readonly string[] {
  reader.clear();
  reader.read(text);
  return tokenise(text)
    .filter((token, row) => index.search(token.text, true).length > 0 && reader.words[row] === 0)
    .map((token) => token.text);
}

describe("words of texts that may be words of the rules", () => {
  it("have a number, in any script, with wildcards and with what languages attach, also when rules are added", () => {
    assert(
      property(array(term, { minLength: 1 }), array(term), array(word), (first, later, words) => {
        const index = indexOf(first);
        const reader = new WordReader(new RuleWords(index));
        const text = words.join(" ");
        expect(unnumbered(index, reader, text)).toEqual([]);
        for (const one of later) for (const pattern of wordPatterns(one, false)) index.add(pattern);
        expect(unnumbered(index, reader, text)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("keep a number each, and others mostly have none", () => {
    const index = indexOf(Array.from({ length: 5000 }, (_, at) => `w${at}x`));
    const numbers = new RuleWords(index);
    const reader = new WordReader(numbers);
    reader.read(Array.from({ length: 5000 }, (_, at) => `w${at}x`).join(" "));
    expect(new Set(reader.words.subarray(0, reader.count)).size).toBe(5000);
    expect(numbers.textOf(reader.words[17] ?? 0)).toBe("w17x");
    reader.clear();
    reader.read(Array.from({ length: 5000 }, (_, at) => `v${at}y`).join(" "));
    expect(reader.words.subarray(0, reader.count).filter((number) => number > 0).length).toBeLessThan(500);
  });

  it("have new numbers after all were forgotten", () => {
    const index = new WordIndex();
    index.add(plainPattern("rain"));
    const numbers = new RuleWords(index);
    const reader = new WordReader(numbers);
    reader.read("snow and rain");
    expect([...reader.words.subarray(0, 3)]).toEqual([0, 0, 1]);
    numbers.clear();
    expect(numbers.size).toBe(1);
    reader.clear();
    reader.read("rain");
    expect(reader.words[0]).toBe(1);
  });
});
