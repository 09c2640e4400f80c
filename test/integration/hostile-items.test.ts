import { describe, expect, it } from "vitest";
import { answerOf, matchItem, ruleSet, type RulesSketch } from "../support/rules/rule-builders.ts";
import type { WatchAnswer } from "../../src/match/match-answer.ts";
import type { MatchItem } from "../../src/match/rule-set.ts";
import { checkRuleSet } from "../../src/match/check-rule-set.ts";
import { createEngine } from "../../src/match/engine/create-engine.ts";
import { joinInOrder } from "../../src/match/engine/judge/distance.ts";
import { readDocument } from "../../src/match/engine/document.ts";
import { gappedRuns } from "../../src/match/engine/terms/gapped-runs.ts";
import { occurrenceOf } from "../../src/match/engine/occurrence.ts";

/** What is read of an item; longer ones are cut. */
const ALL = 256 * 1024;

function full(words: string, units = ALL): string {
  return words.repeat(Math.ceil(units / words.length)).slice(0, units);
}

function many(count: number, make: (at: number) => string): string[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

const WILDCARDS = many(300, (at) => `*aaa?q${at}*`);

/** Rules, an item, and what the watch says: its kind, or null. */
const HOSTILE: readonly [string, RulesSketch, Partial<MatchItem>, WatchAnswer["kind"] | null][] = [
  [
    "halves of pairs",
    { watches: [{ match: "a AND b" }] },
    { title: "a \ud83d", body: `${full("\ud83d")}b\udc00` },
    null,
  ],
  ["NUL between words", { watches: [{ match: "a NEAR/3 b" }] }, { body: `a\0b${full("\0", 1000)}` }, "match"],
  ["a word of 1 MB", { watches: [{ match: "aaa*" }] }, { title: "b", body: "a".repeat(1_000_000) }, "match"],
  [
    "a letter with 100,000 marks",
    { watches: [{ match: "abc" }] },
    { lang: "vi", body: `a${"\u0323\u0301".repeat(50_000)}bc abc` },
    "match",
  ],
  [
    "initials and nothing else",
    { people: [{ name: "Ada Example" }], watches: [{ match: "person:somebody" }] },
    { body: full("A. A ") },
    null,
  ],
  [
    "one name of two characters all over",
    { people: [{ name: "王毅" }], watches: [{ match: "person:somebody" }] },
    { lang: "zh", body: full("王毅") },
    "match",
  ],
  [
    "a name that two persons share, and a look-alike told by a word, all over",
    {
      people: [
        { id: "one", name: "Ada Example", not: ["Ada Example (footballer)"] },
        { id: "two", name: "Ada Example", role: "consul" },
      ],
      watches: [{ match: "person:two" }],
    },
    { title: "Consul", body: full("Ada Example ") },
    "match",
  ],
  [
    "NEAR in NEAR",
    { watches: [{ match: "((((a NEAR/50 b) NEAR/50 c) NEAR/p d) NEAR/3s e) NEAR/50 f" }] },
    { body: full("a b c d e f ") },
    "match",
  ],
  [
    "wide spans that end in another sentence",
    { watches: [{ match: "(aa NEAR/p bb) NEAR/s aa" }] },
    { body: `${full("aa ", ALL / 2)}${full("aa bb ", ALL / 4)}. bb` },
    "match",
  ],
  [
    "one NEAR all over, and its veto nowhere",
    { watches: [{ match: "(consul NEAR/50 asylum) NOT NEAR/3 party", unless: "party" }] },
    { body: full("consul asylum ") },
    "match",
  ],
  [
    "gaps in gaps that end nowhere",
    { watches: [{ match: '"a ..50 a ..50 a ..50 a ..50 a ..50 b"' }] },
    { title: "b", body: full("a ") },
    null,
  ],
  [
    "leading wildcards, and words of one letter",
    { lists: { list: { de: WILDCARDS } }, watches: [{ match: "@list OR aaaa?b*" }] },
    { lang: "de", body: many(1050, (at) => "a".repeat(245) + at).join(" ") },
    null,
  ],
  [
    "stems of each other",
    { watches: [{ match: many(200, (at) => `${"a".repeat(at + 3)}*`).join(" OR ") }] },
    { body: many(1000, (at) => "a".repeat(240) + at).join(" ") },
    "match",
  ],
  [
    "one word in every alternative",
    { watches: [{ match: "x AND (lead:aa OR aa OR aa NEAR/2 aa OR @aa)" }], clauses: { aa: "aa OR (aa NEAR/9 aa)" } },
    { title: "x", body: full("aa ") },
    "match",
  ],
  [
    "every alternative a veto",
    {
      watches: [{ match: "aa AND bb", unless: "(aa NEAR/9 bb) NOT NEAR/3 cc", exclude: ["e"] }],
      exclusions: { e: "bb" },
    },
    { body: full("aa bb. ") },
    "vetoed",
  ],
  [
    "patterns that try everything",
    { watches: [{ match: "/(a|aa)+$/ OR /(?:x{1,9}){1,9}y/" }] },
    { body: `${full("a", ALL - 2)}xz` },
    null,
  ],
  ["counting", { watches: [{ match: 'atleast/1000(aa OR bb OR "aa bb")' }] }, { body: full("aa bb ") }, "match"],
  [
    "hidden terms",
    { lists: { list: { "*": [{ term: "aa", not: ["aa bb", "cc aa"] }] } }, watches: [{ match: "@list NEAR/5 @list" }] },
    { body: full("aa bb aa ") },
    "match",
  ],
];

describe("an item that was written to hold the engine up", () => {
  it.each(HOSTILE)("is answered: %s", (_name, rules, item, expected) => {
    const [answer] = answerOf(rules, item).answers;
    expect(answer?.kind ?? null).toBe(expected);
    const marks = answer?.evidence.sentences.flatMap((sentence) => sentence.marks) ?? [];
    expect(marks.length).toBeLessThanOrEqual(500);
  });
});

/** An array that counts how often an element is read. */
function counted<T>(values: readonly T[]): { values: readonly T[]; reads: () => number } {
  let reads = 0;
  const counting = new Proxy(values, {
    get(target, key, receiver): unknown {
      if (typeof key === "string" && /^\d+$/.test(key)) reads += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  return { values: counting, reads: () => reads };
}

describe("work", () => {
  it("for a term with gaps grows with the places of its words, not with the ways through them", () => {
    const body = full("a ", 20_000);
    const document = readDocument(matchItem({ body: `${body}b` }));
    const places = counted(Array.from({ length: document.length - 1 }, (_, at) => at));
    const rows = [places.values, places.values, places.values, places.values, [document.length - 1]];
    expect(gappedRuns(document, rows, [0, 50, 50, 50, 50])).toHaveLength(201);
    // A search by halving for each place of each word.
    expect(places.reads()).toBeLessThan(4 * places.values.length * 15);
  });

  it("for NEAR ends, whether spans join or not", () => {
    const document = readDocument(matchItem({ body: `${full("a ", 20_000)}end. Minister` }));
    const befores = Array.from({ length: 5000 }, (_, at) => occurrenceOf(at, at));
    const wide = counted(Array.from({ length: 5000 }, (_, at) => occurrenceOf(5000 + at, document.length - 1)));
    expect(joinInOrder(document, befores, wide.values, { unit: "sentences", count: 1 })).toEqual([]);
    expect(wide.reads()).toBeLessThan(250_000);
    expect(joinInOrder(document, befores, befores, { unit: "words", count: 5000 })).toHaveLength(2000);
  });
});

describe("a watch of 50,000 terms", () => {
  const terms = many(50_000, (at) => `term${at}`);

  it("is refused as an expression, with what to do instead", () => {
    const problems = checkRuleSet(ruleSet({ watches: [{ match: terms.join(" OR ") }] }));
    expect(problems.map(({ code, message }) => [code, message.includes("into a list")])).toEqual([["too-long", true]]);
  });

  it("is compiled as a list", () => {
    const engine = createEngine(
      ruleSet({ lists: { long: { en: terms } }, watches: [{ match: "@long AND minister" }] }),
    );
    expect(engine.find(matchItem({ title: "Minister: term49999" }))).toHaveLength(1);
    expect(engine.find(matchItem({ title: "Minister: term50000" }))).toHaveLength(0);
  });
});
