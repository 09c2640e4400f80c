import { array, assert, constantFrom, property, string, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { finish } from "../../src/core/steps.ts";
import { tokenise } from "../../src/text/tokenise.ts";
import { WordReader } from "../../src/text/word-reader.ts";
import { RuleWords } from "../../src/match/engine/terms/rule-words.ts";
import { TermStore } from "../../src/match/engine/terms/term-store.ts";
import { wordPatterns } from "../../src/match/engine/terms/word-pattern.ts";

/** Few letters, so that words share beginnings and ends. */
const word = constantFrom("abc", "абв", "والبس", "והבל", "망명은이", "亡命", "ガド").chain((letters) =>
  string({ unit: constantFrom(...Array.from(letters)), minLength: 1, maxLength: 7 }),
);
/** Few with wildcards: one that may begin or end with anything makes every word a word of the rules. */
const pattern = tuple(
  constantFrom("", "", "", "", "", "*"),
  word,
  constantFrom("", "", "", "", "?b", "?"),
  constantFrom("", "", "", "*"),
).map((parts) => parts.join(""));
/** Words of a term, and how many others may stand before each. */
const term = array(tuple(pattern, constantFrom(0, 0, 0, 2)), { minLength: 1, maxLength: 3 });

/** With one seed: filters say yes of a few other words, of others with each. */
function ruleWords(store: TermStore): RuleWords {
  return new RuleWords(store, 20_260_120);
}

function file(store: TermStore, terms: readonly (readonly (readonly [string, number])[])[]): void {
  for (const parts of terms) {
    const words: number[] = [];
    const gaps: number[] = [];
    for (const [text, gap] of parts) {
      for (const [at, one] of wordPatterns(text, false).entries()) {
        gaps.push(at === 0 && words.length > 0 ? gap : 0);
        words.push(store.words.add(one));
      }
    }
    store.add(words, gaps);
  }
}

function storeOf(texts: readonly string[]): TermStore {
  const store = new TermStore();
  file(
    store,
    texts.map((text) => text.split(" ").map((one) => [one, 0] as const)),
  );
  return store;
}

/** Where the words of a term from its word `at` on may stand when that word stands in the row `row`; undefined: nowhere. */
function rowsFrom(
  found: readonly (readonly number[])[],
  words: readonly number[],
  gaps: readonly number[],
  row: number,
): number[] | undefined {
  const [word, ...others] = words;
  if (word === undefined) return [];
  if (found[row]?.includes(word) !== true) return undefined;
  if (others.length === 0) return [row];
  const [, ...rest] = gaps;
  for (let skipped = 0; skipped <= (rest[0] ?? 0); skipped += 1) {
    const behind = rowsFrom(found, others, rest, row + 1 + skipped);
    if (behind !== undefined) return [row, ...behind];
  }
  return undefined;
}

/** Words of terms that stand in a text and got no number. */
function unnumbered(store: TermStore, reader: WordReader, text: string): readonly string[] {
  reader.rows.clear();
  reader.read(text);
  const tokens = tokenise(text);
  const found = tokens.map((token) => store.words.search(token.text, true));
  const rows = new Set<number>();
  for (let id = 0; id < store.size; id += 1) {
    const words = [...store.wordsOf(id)];
    const gaps = store.hasGaps(id) ? store.gapsOf(id) : words.map(() => 0);
    for (const row of tokens.keys()) for (const one of rowsFrom(found, words, gaps, row) ?? []) rows.add(one);
  }
  return [...rows].filter((row) => reader.rows.words[row] === 0).map((row) => tokens[row]?.text ?? "");
}

describe("words of texts that may belong to a term that stands there", () => {
  it("have a number, in any script, with wildcards and with what languages attach, also when rules are added", () => {
    assert(
      property(
        array(term, { minLength: 1, maxLength: 3 }),
        array(term, { maxLength: 3 }),
        array(word),
        (first, later, words) => {
          const store = new TermStore();
          file(store, first);
          const reader = new WordReader(new RuleWords(store));
          // Terms as they are written stand in the text, too: made-up words seldom make a phrase.
          const written = [...first, ...later].flatMap((parts) => parts.map(([text]) => text.replaceAll(/[*?]/g, "")));
          const text = [...words, ...written].join(" ");
          expect(unnumbered(store, reader, text)).toEqual([]);
          file(store, later);
          expect(unnumbered(store, reader, text)).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["كتاب", "وكتاب"],
    ["الكتاب", "كتاب"],
    ["الكتاب", "والكتاب"],
    ["كتا*", "والكتابة"],
    ["الكتا*", "بالكتابة"],
    ["الب*", "وبيت"],
    ["ספר", "והספר"],
    ["망명", "망명은"],
    ["망명신청", "망명신청을"],
    ["red ..2 rain", "rain"],
    ["*rain", "downrain"],
    ["*لكتب", "وكتب"],
  ])("%s gives a number to %s", (written, text) => {
    const store = new TermStore();
    const words = written.split(" ..2 ");
    file(store, [words.map((one, at) => [one, at === 0 ? 0 : 2] as const)]);
    const reader = new WordReader(ruleWords(store));
    reader.read(`dry ${text} dry`);
    expect([...reader.rows.words.subarray(0, 3)].map((number) => number > 0)).toEqual([false, true, false]);
  });

  it("have a number where a Korean ending has a particle behind it", () => {
    const reader = new WordReader(ruleWords(storeOf(["*망명신청"])));
    reader.read("난민망명신청을");
    expect(reader.rows.words[0]).toBeGreaterThan(0);
  });

  it("have a number where a phrase stands across the room for open words, and none apart from their neighbours", () => {
    const reader = new WordReader(ruleWords(storeOf(["red rain"])));
    for (const others of [254, 255, 256]) {
      reader.rows.clear();
      reader.read(`${"dry ".repeat(others)}red rain, red sun, rain`);
      const numbers = [...reader.rows.words.subarray(others, others + 5)].map((number) => number > 0);
      expect(numbers).toEqual([true, true, false, false, false]);
    }
  });

  it("have a number when an item came while they were being learnt", () => {
    const many = Array.from({ length: 300 }, (_, at) => `w${at}x`);
    const store = storeOf(many);
    const numbers = ruleWords(store);
    const reader = new WordReader(numbers);
    const learning = numbers.learn();
    learning.next();
    reader.read("rain");
    finish(learning);
    file(store, [[["snow", 0]]]);
    reader.rows.clear();
    reader.read("snow");
    expect(reader.rows.words[0]).toBeGreaterThan(0);
  });

  it("keep a number each, and others mostly have none", () => {
    const numbers = ruleWords(storeOf(Array.from({ length: 5000 }, (_, at) => `w${at}x`)));
    const reader = new WordReader(numbers);
    reader.read(Array.from({ length: 5000 }, (_, at) => `w${at}x`).join(" "));
    expect(new Set(reader.rows.words.subarray(0, reader.rows.count)).size).toBe(5000);
    expect(numbers.textOf(reader.rows.words[17] ?? 0)).toBe("w17x");
    const others = new WordReader(ruleWords(storeOf(Array.from({ length: 5000 }, (_, at) => `w${at}x`))));
    others.read(Array.from({ length: 5000 }, (_, at) => `v${at}y`).join(" "));
    expect(others.rows.words.subarray(0, others.rows.count).filter((number) => number > 0).length).toBeLessThan(500);
  });

  it("have all a number where most texts are words of the rules, until they no longer are", () => {
    const texts = Array.from({ length: 5000 }, (_, at) => `w${at}x`).join(" ");
    const reader = new WordReader(ruleWords(storeOf(texts.split(" "))));
    function numbered(text: string): number {
      reader.rows.clear();
      reader.read(text);
      return reader.rows.words.subarray(0, reader.rows.count).filter((number) => number > 0).length;
    }
    numbered(texts);
    expect(numbered("rain sun snow")).toBe(3);
    for (let at = 0; at < 20; at += 1) numbered(texts.replaceAll("x", "y"));
    expect(numbered("rain sun snow")).toBe(0);
  });

  it("have new numbers after all were forgotten", () => {
    const numbers = ruleWords(storeOf(["rain"]));
    const reader = new WordReader(numbers);
    reader.read("snow and rain");
    expect([...reader.rows.words.subarray(0, 3)]).toEqual([0, 0, 1]);
    numbers.clear();
    expect(numbers.size).toBe(1);
    reader.rows.clear();
    reader.read("rain");
    expect(reader.rows.words[0]).toBe(1);
  });
});
