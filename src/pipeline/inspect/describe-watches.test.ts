import { describe, expect, it } from "vitest";
import { matchItem, ruleSet, type RulesSketch } from "../../../test/support/rules/rule-builders.ts";
import { explainWatch } from "../../match/explain/explain-watch.ts";
import type { MatchItem } from "../../match/rule-set.ts";
import { describeWatches } from "./describe-watches.ts";

function described(rules: RulesSketch, item: Partial<MatchItem>, tree = false): string[] {
  const set = ruleSet(rules);
  const explained = set.watches.map(({ id }) => explainWatch(set, id, matchItem({ lang: "en", ...item })));
  return describeWatches(
    explained.filter((each) => each !== null),
    { tree },
  ).split("\n");
}

describe("the answer of `explain`", () => {
  const lists = { office: { en: ["consul", "envoy"] }, mission: { en: ["embassy"] } };
  const match = "(@break NEAR/2 @office) OR (@break NEAR/s (@mission OR @office)) OR title:treason";
  const clauses = { break: "defect* OR (refus* NEAR/3 return)" };
  const watch = { id: "w", match, unless: "striker OR @mission", unlessTitle: "party" };

  it.each<[string, Partial<MatchItem>, string[]]>([
    [
      "has of a match the sentence and the clause, and vetoes that did not strike",
      { title: "Consul defects", body: "It rains. A striker of the party scored." },
      [
        "w: match",
        "  title: [Consul] [defects]",
        "  clause: @break NEAR/2 @office",
        '  not blocked by: unless striker: "striker" (body), not in the proof',
        '  not blocked by: unless_title party: "party" (body), not in the title',
      ],
    ],
    [
      "has of what was held back every veto that strikes",
      { title: "Striker and consul defect for party" },
      [
        'w: vetoed by unless ("Striker", title)',
        "  title: Striker and [consul] [defect] for party",
        "  clause: @break NEAR/2 @office",
        '  blocked by: unless striker: "Striker" (title)',
        '  blocked by: unless_title party: "party" (title)',
      ],
    ],
    [
      "calls no veto a blocking one whose words stand elsewhere",
      { title: "It rains", body: "A consul and a striker defect. The embassy was silent." },
      [
        'w: vetoed by unless ("striker", proof)',
        "  body: A [consul] and a striker [defect].",
        "  clause: @break NEAR/s (@mission OR @office)",
        '  blocked by: unless striker: "striker" (body)',
        '  not blocked by: unless @mission: "embassy" (body), not in the proof',
      ],
    ],
    [
      "names every veto whose words stand in the proof",
      { title: "It rains", body: "A consul and a striker of the embassy defect." },
      [
        'w: vetoed by unless ("striker", proof)',
        "  body: A [consul] and a striker of the [embassy] [defect].",
        "  clause: @break NEAR/s (@mission OR @office)",
        '  blocked by: unless striker: "striker" (body)',
        '  blocked by: unless @mission: "embassy" (body)',
      ],
    ],
    [
      "says first what would block it, then what alone is missing of an alternative, the shortest part first",
      { title: "Striker defects", body: "The party was silent." },
      [
        "w: no match",
        '  blocked by: unless striker: "Striker" (title)',
        '  missing: @office, beside "defects"',
        '  missing: @mission OR @office, beside "defects"',
      ],
    ],
    [
      "says that parts stand too far apart",
      { title: "He defects on a rainy Tuesday in May", body: "The consul was silent." },
      [
        "w: no match",
        '  too far apart: "defects" … "consul" for @break NEAR/2 @office',
        '  too far apart: "defects" … "consul" for @break NEAR/s (@mission OR @office)',
      ],
    ],
    ["is a line where nothing comes near", { title: "A striker scores" }, ["no match: w"]],
  ])("%s", (_fact, item, lines) => {
    expect(described({ lists, clauses, watches: [watch] }, item)).toEqual(lines);
  });

  it("does not repeat the exclusion that the verdict names with its words", () => {
    const watches = [{ id: "w", match: "consul", exclude: ["history"] }];
    const rules = { exclusions: { history: '"years ago" OR anniversary' }, watches };
    expect(described(rules, { title: "Consul left years ago" })).toEqual([
      'w: vetoed by history ("years ago", title)',
      "  title: [Consul] left years ago",
      "  clause: consul",
    ]);
    expect(described(rules, { title: "Anniversary: consul left years ago" }).slice(3)).toEqual([
      '  blocked by: exclude history: "years ago" (title)',
    ]);
  });

  it("names what is missing everywhere and in the title once", () => {
    const match = "(title:consul AND title:rain) OR (consul NEAR/s rainy) OR (consul NEAR/s rain)";
    expect(described({ watches: [{ id: "w", match }] }, { title: "Consul" })).toEqual([
      "w: no match",
      '  missing: rain, beside "Consul"',
      '  missing: rainy, beside "Consul"',
    ]);
  });

  it("says of what may not be there that it is forbidden", () => {
    const watches = [{ id: "w", match: "consul AND NOT title:rain" }];
    expect(described({ watches }, { title: "Consul in rain" })).toEqual([
      "w: no match",
      '  forbidden: title:rain, beside "Consul"',
    ]);
  });

  it("counts missing parts beyond three", () => {
    const four = { watches: [{ id: "w", match: "(a AND b) OR (a AND c) OR (a AND d) OR (a AND e)" }] };
    expect(described(four, { title: "a" }).at(-1)).toBe("  … or 1 other part");
    const many = {
      watches: [{ id: "w", match: ["b", "c", "d", "e", "f"].map((word) => `(a AND ${word})`).join(" OR ") }],
    };
    expect(described(many, { title: "a" })).toEqual([
      "w: no match",
      '  missing: b, beside "a"',
      '  missing: c, beside "a"',
      '  missing: d, beside "a"',
      "  … or one of 2 other parts",
    ]);
  });

  it("begins with matches, then has what was held back, then what comes near, and the rest in a line for each reason", () => {
    const watches = [
      { id: "silent", match: "rain" },
      { id: "near", match: "consul AND rain" },
      { id: "persian", match: "rain", lang: ["fa"] },
      { id: "held", match: "consul", unless: "left" },
      { id: "match", match: "consul" },
    ];
    expect(described({ watches }, { title: "Consul left" }).filter((line) => !line.startsWith(" "))).toEqual([
      "match: match",
      'held: vetoed by unless ("left", title)',
      "near: no match",
      "no match: silent",
      "does not read this language (lang): persian",
    ]);
  });

  it("names twenty watches that nothing comes near, and counts the others", () => {
    const watches = Array.from({ length: 23 }, (_, at) => ({ id: `w${at}`, match: "rain" }));
    const shown = Array.from({ length: 20 }, (_, at) => `w${at}`).join(", ");
    expect(described({ watches }, { title: "Sun" })).toEqual([`no match: ${shown} and 3 more`]);
  });

  it("ends with the verdict again where the tree is longer than a screen", () => {
    const words = Array.from({ length: 22 }, (_, at) => `w${at}`);
    function lines(count: number): string[] {
      const match = ["rain", ...words.slice(0, count)].join(" AND ");
      return described({ watches: [{ id: "w", match }] }, { title: "Rain" }, true);
    }
    expect(lines(20)).toHaveLength(24);
    expect(lines(20).at(-1)).toBe("      ✗ w19");
    expect(lines(21).slice(-2)).toEqual(["      ✗ w20", "w: no match"]);
  });
});

describe("of persons `explain`", () => {
  const people = [
    {
      id: "petrosyan",
      name: "Ivan Petrosyan",
      role: "counsellor, Armenian embassy",
      not: ["Igor Petrosyan", "Ivan Petrosyan (ferry)"],
    },
    { id: "minister", name: "Ada Sample", role: "foreign minister", background: true },
  ];

  it.each([
    [
      "The footballer Ivan Petrosyan scored",
      `not counted: "Ivan Petrosyan" (petrosyan): namesake (trade "footballer")`,
    ],
    ["Ivan Petrosyan, 9, ran", `not counted: "Ivan Petrosyan" (petrosyan): namesake (a child, or long dead)`],
    ["Counsellor Peter Petrosyan left", `not counted: "Petrosyan" (petrosyan): another given name beside it`],
    ["Ivan Petrosyan Street", `not counted: "Ivan Petrosyan" (petrosyan): the name of a thing or a place`],
    [
      "Petrosyan says it rains",
      `not counted: "Petrosyan" (petrosyan): a part of the name, and nothing says that it is the person`,
    ],
    [
      "Igor Petrosyan left",
      `not counted: "Igor Petrosyan" (petrosyan): a look-alike or a namesake in the item (not: "Igor Petrosyan")`,
    ],
    [
      "A ferry brings Ivan Petrosyan home",
      `not counted: "Ivan Petrosyan" (petrosyan): a look-alike or a namesake in the item (not: "Ivan Petrosyan (ferry)")`,
    ],
    ["Ada Sample resigns", `not counted: "Ada Sample" (minister): background: true, which person:* leaves out`],
  ])("says once why they are not counted: %s", (title, line) => {
    const watches = [
      { id: "v", match: "person:*" },
      { id: "w", match: "person:* AND rain" },
    ];
    expect(described({ people, watches }, { title })).toEqual([line, "no match: v, w"]);
  });

  it("names ten of many", () => {
    const names = ["Ann", "Ben", "Cid", "Dora", "Emil", "Fay", "Gus", "Hal", "Ida", "Jon", "Kim", "Lea"];
    const sharing = names.map((name) => ({ id: name, name: `${name} ${name}son`, background: true }));
    const title = `They met: ${sharing.map(({ name }) => name).join(", ")}`;
    const lines = described({ people: sharing, watches: [{ id: "w", match: "person:*" }] }, { title });
    expect(lines.slice(9)).toEqual([
      'not counted: "Jon Jonson" (Jon): background: true, which person:* leaves out',
      "not counted: 2 more (--json)",
      "no match: w",
    ]);
  });

  it("quotes by what they are counted as everything else", () => {
    const watches = [{ id: "w", match: "person:petrosyan" }];
    expect(described({ people, watches }, { title: "Counsellor Petrosyan left" }).slice(3)).toEqual([
      'counted: "Petrosyan" (petrosyan): surname only, beside "Counsellor": Ivan Petrosyan',
    ]);
  });

  it("says who is counted, and by what", () => {
    const watches = [{ id: "w", match: "person:minister" }];
    expect(described({ people, watches }, { title: "Ada Sample resigns" }).slice(3)).toEqual([
      'counted: "Ada Sample" (minister): as listed',
    ]);
  });
});
