import { expect, it } from "vitest";
import { matchItem, ruleSet } from "../../../test/support/rules/rule-builders.ts";
import { finish } from "../../core/steps.ts";
import { createEngine } from "../../match/engine/create-engine.ts";
import { packInSteps, type PackedRules } from "../../match/packed-rules.ts";
import type { RuleSet } from "../../match/rule-set.ts";
import { rulesOfWatch } from "../../match/rules-of-watch.ts";
import { createArchiveMatcher } from "./match-archive.ts";

function packed(rules: RuleSet, id: string, languages: readonly (string | null)[] = [null]): PackedRules {
  const [one] = finish(packInSteps(rulesOfWatch(rules, id), [languages]));
  if (one === undefined) throw new Error("nothing was packed");
  return one;
}

const RULES = ruleSet({
  people: [{ id: "ivan", name: "Ivan Example" }],
  watches: [
    { id: "asylum", match: "asylum", unless: "shelter" },
    { id: "named", match: "asylum AND person:ivan" },
    { id: "anybody", match: "person:*" },
  ],
});

it.each(["asylum", "named", "anybody"])(
  "the watch %s says of stored items what it says of new ones, with their persons",
  (id) => {
    const titles = ["Ivan Example asks for asylum", "Asylum", "Ivan Example", "Asylum, a shelter for Ivan Example"];
    const items = titles.map((title) => matchItem({ title }));
    const match = createArchiveMatcher(packed(RULES, id), { nearMisses: false });
    const engine = createEngine(RULES);
    const expected = items.map((item) => engine.match(item).answers.filter(({ watchId }) => watchId === id));
    expect(items.map((item) => match(item).answers)).toEqual(expected);
    expect(expected.flat().length).toBeGreaterThan(1);
  },
);

it.each<[string, string, string, string | null]>([
  ["by its one missing part", "asylum NEAR/5 @office", "Consul speaks", "asylum"],
  ["by the person that is missing", "asylum AND person:@mfa", "Asylum for a painter", "person:@mfa"],
  ["not where it matches", "asylum AND person:@mfa", "Asylum for Ivan Example", null],
  ["not where a veto holds it back", "asylum NEAR/5 @office", "Asylum for consul in shelter", null],
  ["not where nothing of it stands", "asylum NEAR/5 @office", "Rain", null],
])("says of a stored item that a watch misses %s", (_fact, match, title, missing) => {
  const rules = ruleSet({
    lists: { office: { en: ["consul"] } },
    people: [{ id: "ivan", name: "Ivan Example", groups: ["mfa"] }],
    watches: [{ id: "w", match, unless: "shelter" }],
  });
  const ask = createArchiveMatcher(packed(rules, "w"), { nearMisses: true });
  expect(ask(matchItem({ title })).nearMiss?.missing ?? null).toBe(missing);
});

it.each(["asylum", "asylum AND person:@pep"])(
  "says of %s what a new item is told, with persons of files, who are compiled only where they are asked for",
  (match) => {
    const { people } = ruleSet({ people: [{ id: "ivan", name: "Ivan Example", groups: ["pep"] }] });
    const imported = { portions: [JSON.stringify(people)], count: 1, groups: ["pep"], hash: "x" };
    const rules = ruleSet({ imported, watches: [{ id: "w", match }] });
    const items = ["Asylum for Ivan Example", "Asylum", "Ivan Example"].map((title) => matchItem({ title }));
    const ask = createArchiveMatcher(packed(rules, "w"), { nearMisses: true });
    const engine = createEngine(rules);
    expect(items.map((item) => ask(item).answers)).toEqual(items.map((item) => engine.match(item).answers));
  },
);

it.each(["person:*", "person:@mfa", "person:ivan", "person:maria", "@officials"])(
  "gives matches of %s the revision that the daemon gives them, with persons of files beside others",
  (match) => {
    const people = ["ivan", "olga"].map((id) => ({ id, name: `${id} Example`, groups: ["mfa"] }));
    const { people: others } = ruleSet({
      people: ["maria", "ali", "ole"].map((id) => ({ id, name: `${id} Example` })),
    });
    const imported = { portions: [JSON.stringify(others)], count: 3, groups: [], hash: "x" };
    const rules = ruleSet({ people, imported, clauses: { officials: "person:*" }, watches: [{ id: "w", match }] });
    const item = matchItem({ title: "Ivan Example meets Maria Example" });
    const [expected] = createEngine(rules).match(item).answers;
    const [told] = createArchiveMatcher(packed(rules, "w"), { nearMisses: false })(item).answers;
    expect(expected?.watchRevision).toMatch(/^[0-9a-f]{64}$/);
    expect(told?.watchRevision).toBe(expected?.watchRevision);
  },
);

it("says of items in any language, listed or not, what new items are told, whatever language came first", () => {
  const office = { en: ["envoy"], fa: ["سفیر"], "*": ["consul"] };
  const rules = ruleSet({
    lists: { office, flight: { en: ["asylum"] } },
    watches: [{ id: "w", match: "@office AND @flight" }],
  });
  const titles = ["Asylum: envoy", "Asylum: سفیر", "Asylum: consul"];
  const languages = ["en-GB", "fa", "fr", null];
  const items = languages.flatMap((lang) => titles.map((title) => matchItem({ title, lang })));
  const ask = createArchiveMatcher(packed(rules, "w"), { nearMisses: true });
  const engine = createEngine(rules);
  const expected = items.map((item) => engine.match(item).answers);
  expect(items.map((item) => ask(item).answers)).toEqual(expected);
  expect(expected.map((answers) => answers.length).join("")).toBe("101011111111");
});

it.each<[string, (string | null)[]]>([
  ["a written form", ["en-GB"]],
  ["several", ["fa", "en"]],
  ["one that no list has", ["fr"]],
  ["an unknown one", [null]],
])("says the same of items of %s with the terms of their languages alone", (_fact, languages) => {
  const office = { en: ["envoy"], fa: ["سفیر"], "*": ["consul"], ru: ["посол"] };
  const rules = ruleSet({
    lists: { office, flight: { en: ["asylum"] } },
    watches: [{ id: "w", match: "@office AND @flight" }],
  });
  const titles = ["Asylum: envoy", "Asylum: سفیر", "Asylum: consul", "Asylum: посол"];
  const items = languages.flatMap((lang) => titles.map((title) => matchItem({ title, lang })));
  const ask = createArchiveMatcher(packed(rules, "w", languages), { nearMisses: true });
  const engine = createEngine(rules);
  expect(items.map((item) => ask(item).answers)).toEqual(items.map((item) => engine.match(item).answers));
});

it("packs no terms of languages that are not read, but for lists without the ones that are", () => {
  const lists = {
    office: { en: ["envoy"], ru: ["посол"], "*": ["consul"] },
    flight: { fa: ["پناهندگی"], ru: ["убежище"] },
  };
  const rules = ruleSet({ lists, watches: [{ id: "w", match: "@office AND @flight" }] });
  const { lists: own } = packed(rules, "w", ["en"]);
  expect(Object.entries(own).map(([name, list]) => [name, Object.keys(list)])).toEqual([
    ["office", ["en", "*"]],
    ["flight", ["fa", "ru"]],
  ]);
});
