import { expect, it } from "vitest";
import { matchItem, ruleSet } from "../../../test/support/rules/rule-builders.ts";
import { createEngine } from "../../match/engine/create-engine.ts";
import { packRules } from "../../match/packed-rules.ts";
import { rulesOfWatch } from "../../match/rules-of-watch.ts";
import { createArchiveMatcher } from "./match-archive.ts";

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
    const match = createArchiveMatcher(packRules(rulesOfWatch(RULES, id)), { nearMisses: false });
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
  const ask = createArchiveMatcher(packRules(rulesOfWatch(rules, "w")), { nearMisses: true });
  expect(ask(matchItem({ title })).nearMiss).toBe(missing);
});

it.each(["asylum", "asylum AND person:@pep"])(
  "says of %s what a new item is told, with persons of files, who are compiled only where they are asked for",
  (match) => {
    const { people } = ruleSet({ people: [{ id: "ivan", name: "Ivan Example", groups: ["pep"] }] });
    const imported = { portions: [JSON.stringify(people)], count: 1, groups: ["pep"], hash: "x" };
    const rules = ruleSet({ imported, watches: [{ id: "w", match }] });
    const items = ["Asylum for Ivan Example", "Asylum", "Ivan Example"].map((title) => matchItem({ title }));
    const ask = createArchiveMatcher(packRules(rulesOfWatch(rules, "w")), { nearMisses: true });
    const engine = createEngine(rules);
    expect(items.map((item) => ask(item).answers)).toEqual(items.map((item) => engine.match(item).answers));
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
  const ask = createArchiveMatcher(packRules(rulesOfWatch(rules, "w")), { nearMisses: true });
  const engine = createEngine(rules);
  const expected = items.map((item) => engine.match(item).answers);
  expect(items.map((item) => ask(item).answers)).toEqual(expected);
  expect(expected.map((answers) => answers.length).join("")).toBe("101011111111");
});
