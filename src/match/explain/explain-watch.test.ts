import { describe, expect, it } from "vitest";
import { matchItem, ruleSet, type RulesSketch } from "../../../test/support/rules/rule-builders.ts";
import type { MatchItem } from "../rule-set.ts";
import { createExplainer, explainWatch, type ClauseTrace } from "./explain-watch.ts";

const RULES: RulesSketch = {
  lists: { office: { en: ["consul", "envoy"] } },
  clauses: { break: "defect* OR (refus* NEAR/3 return)" },
  watches: [{ id: "w", match: "(@break NEAR/4 @office) OR title:treason", unless: "striker", lang: ["en"] }],
};

function explain(item: Partial<MatchItem>, rules: RulesSketch = RULES) {
  return explainWatch(ruleSet(rules), "w", matchItem(item));
}

/** The parts that hold, with the words that prove them. */
function proven({ clause, holds, sentences, parts }: ClauseTrace): string[] {
  const words = sentences.flatMap(({ sentence, marks }) => marks.map(([from, to]) => sentence.slice(from, to)));
  return [...(holds ? [`${clause}: ${words.join(" … ")}`] : []), ...parts.flatMap(proven)];
}

it("is the same of each of many items, in any order, as of one alone", () => {
  const rules = ruleSet(RULES);
  const titles = [
    "Envoy refused to return",
    "He defected",
    "Consul defects; striker",
    "Treason",
    "Consul",
    "He defected",
  ];
  const items = titles.map((title, at) => matchItem({ title, lang: at % 2 === 0 ? "en" : "fa" }));
  const explainEach = createExplainer(rules, "w");
  expect(items.map((item) => explainEach?.(item))).toEqual(items.map((item) => explainWatch(rules, "w", item)));
  expect(createExplainer(rules, "other")).toBeNull();
});

describe("an explanation", () => {
  it("says of each part whether it holds and where, clauses opened", () => {
    const explanation = explain({ title: "Envoy refused to return" });
    expect(explanation?.answer?.kind).toBe("match");
    expect(explanation && proven(explanation.match)).toEqual([
      "(@break NEAR/4 @office) OR title:treason: Envoy … refused … return",
      "@break NEAR/4 @office: Envoy … refused … return",
      "@break: refused … return",
      "defect* OR (refus* NEAR/3 return): refused … return",
      "refus* NEAR/3 return: refused … return",
      "refus*: refused",
      "return: return",
      "@office: Envoy",
    ]);
  });

  it.each([
    ["names the one part that is missing", { title: "He defected" }, "@office"],
    [
      "says when only the distance is missing",
      { title: "He defected on a very rainy Tuesday morning, a consul says" },
      "@break NEAR/4 @office: all parts stand in the text, but not that near",
    ],
    ["has no near miss where nothing holds", { title: "Rain" }, null],
    ["has no near miss for a match", { title: "Consul defects" }, null],
  ])("%s", (_fact, item, nearMiss) => {
    expect(explain(item)?.nearMiss).toBe(nearMiss);
  });

  it("names what is missing of the alternative that comes nearest", () => {
    const rules = { watches: [{ id: "w", match: "(rain AND consul) OR (consul AND left AND NOT sport)" }] };
    expect(explain({ title: "Consul left for sport" }, rules)?.nearMiss).toBe("NOT sport");
  });

  it("counts no absence as a part that is there", () => {
    const rules = { watches: [{ id: "w", match: "defect* AND NOT sport" }] };
    expect([explain({ title: "Rain" }, rules)?.nearMiss, explain({ title: "Sport defects" }, rules)?.nearMiss]).toEqual(
      [null, "NOT sport"],
    );
  });

  it("shows where a veto's words stand, whether they set the match aside or not", () => {
    const elsewhere = explain({ title: "Consul defects", body: "It rains. A striker scored." });
    expect(elsewhere).toMatchObject({
      answer: { kind: "match" },
      vetoes: [{ key: "unless", name: "striker", sentences: [{ sentence: "A striker scored." }] }],
    });
    expect(explain({ title: "Consul defects, striker too" })?.answer?.kind).toBe("vetoed");
  });

  it("says by which condition a watch does not read the item", () => {
    expect(explain({ title: "Consul defects", lang: "fr" })).toMatchObject({
      answer: { kind: "vetoed", veto: { name: "lang", words: "fr", place: "item" } },
      unread: "language",
    });
    expect(explain({ title: "Consul stays", lang: "fr" })).toMatchObject({ answer: null, unread: "language" });
    expect(explain({ title: "Consul defects", lang: "en" })?.unread).toBeNull();
  });

  it.each([
    ["consul AND (rain OR NOT sport)", "Consul", [true, true, false, true]],
    ["consul AND (rain OR NOT sport)", "Consul in sport", [false, false, false, false]],
    ["consul AND (rain OR NOT sport)", "Consul in sport and rain", [true, true, true, false]],
    ["consul AND (NOT rain AND NOT sport)", "Consul", [true, true, true, true]],
    ["consul AND (NOT rain AND NOT sport)", "Consul in sport", [false, false, true, false]],
    ["consul AND title:(rain OR NOT sport)", "Consul", [true, true, false, true]],
  ])("opens a part that may hold without words as well: %s in %s", (match, title, expected) => {
    const explanation = explain({ title }, { watches: [{ id: "w", match }] });
    const part = explanation?.match.parts[1];
    expect([explanation?.match.holds, part?.holds, ...(part?.parts.map(({ holds }) => holds) ?? [])]).toEqual(expected);
    expect(explanation?.answer !== null).toBe(expected[0]);
  });

  it("explains a watch whose veto has a part that may hold without words", () => {
    const watches = [{ id: "w", match: "consul", unless: "left AND (sport OR NOT rain)" }];
    expect(explain({ title: "Consul left" }, { watches })).toMatchObject({
      answer: { kind: "vetoed" },
      vetoes: [{ key: "unless", name: "left AND (sport OR NOT rain)" }],
    });
    expect(explain({ title: "Consul left in rain" }, { watches })?.vetoes).toEqual([]);
  });

  it("opens scopes and negations", () => {
    const explanation = explain(
      { title: "Consul speaks" },
      { watches: [{ id: "w", match: "title:(consul AND NOT rain)" }] },
    );
    expect(explanation && proven(explanation.match)).toEqual([
      "title:(consul AND NOT rain): Consul",
      "title:consul: Consul",
      "title:(NOT rain): ",
    ]);
  });

  it("takes the absence that NOT NEAR asks for as a part of it", () => {
    const rules = { watches: [{ id: "w", match: "consul NOT AFTER/2 former" }] };
    function parts(item: Partial<MatchItem>): unknown {
      return explain(item, rules)?.match.parts.map((part) => [part.clause, part.holds]);
    }
    expect(parts({ title: "Consul" })).toEqual([
      ["consul", true],
      ["NOT former", true],
    ]);
    expect(parts({ title: "Former consul" })).toEqual([
      ["consul", true],
      ["NOT former", false],
    ]);
  });

  it("takes a person who is only likely as the watch does: enough beside other words, not alone, and in vetoes", () => {
    const name = "Ivan Petrosyan";
    const people = [{ id: "petrosyan", name, names: [name], role: "counsellor, embassy", surname: "auto" as const }];
    const item = { title: `Petrosyan asks for asylum and then ${"one two ".repeat(5)}embassy counsellor`, lang: "en" };
    function holding(match: string, unless: string | null = null): unknown {
      const explanation = explain(item, { people, watches: [{ id: "w", match, unless }] });
      return [explanation?.match.holds, explanation?.match.parts.map(({ holds }) => holds), explanation?.vetoes.length];
    }
    expect(holding("person:petrosyan NEAR/30 asylum")).toEqual([true, [true, true], 0]);
    expect(holding("person:petrosyan OR rain")).toEqual([false, [false, false], 0]);
    expect(holding("asylum", "person:petrosyan")).toEqual([true, [], 1]);
  });

  it.each([
    ["by the trade beside it", "The footballer Ivan Petrosyan scored", { kind: "other-trade", word: "footballer" }],
    ["by the trade of the item", "Ivan Petrosyan scored twice", { kind: "other-trade", word: "scored" }],
    ["by a thing", "Ivan Petrosyan Street was closed", { kind: "name-of-thing" }],
    ["by an age", "Ivan Petrosyan, 9, won the race", { kind: "other-life" }],
  ])("tells whose full name was taken for a namesake's: %s", (_fact, title, why) => {
    const people = [
      { id: "petrosyan", name: "Ivan Petrosyan", role: "counsellor, Armenian embassy" },
      { id: "other", name: "Ivan Petrosyan", role: "counsellor, Armenian embassy" },
    ];
    const watches = [{ id: "w", match: "person:petrosyan AND asylum" }];
    const namesakes = explain({ title, lang: "en" }, { people, watches })?.namesakes;
    expect(namesakes).toMatchObject([{ personId: "petrosyan", spelling: "Ivan Petrosyan", why }]);
  });

  it("tells the namesake of a person of a file as well", () => {
    const { people } = ruleSet({ people: [{ id: "petrosyan", name: "Ivan Petrosyan", role: "counsellor, Yerevan" }] });
    const imported = { portions: [JSON.stringify(people)], count: 1, groups: [], hash: "x" };
    const rules = ruleSet({ imported, watches: [{ id: "w", match: "person:*" }] });
    const item = matchItem({ title: "The footballer Ivan Petrosyan scored", lang: "en" });
    expect(explainWatch(rules, "w", item)?.namesakes).toMatchObject([{ personId: "petrosyan" }]);
  });

  it("tells nothing of a person who is counted, or whom the watch does not ask for", () => {
    const people = [{ id: "petrosyan", name: "Ivan Petrosyan", role: "counsellor, Armenian embassy" }];
    const item = {
      title: "Ivan Petrosyan scored twice",
      body: "The Armenian counsellor Ivan Petrosyan left.",
      lang: "en",
    };
    expect(explain(item, { people, watches: [{ id: "w", match: "person:*" }] })?.namesakes).toEqual([]);
    const other = { title: "Ivan Petrosyan scored twice", lang: "en" };
    expect(explain(other, { people, watches: [{ id: "w", match: "asylum" }] })?.namesakes).toEqual([]);
  });

  it("is null for a watch that is not there", () => {
    expect(explainWatch(ruleSet(RULES), "nobody", matchItem())).toBeNull();
  });
});
