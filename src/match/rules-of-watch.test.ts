import { expect, it } from "vitest";
import { matchItem, ruleSet } from "../../test/support/rules/rule-builders.ts";
import { createEngine } from "./engine/create-engine.ts";
import { rulesOfWatch } from "./rules-of-watch.ts";

const RULES = ruleSet({
  lists: { office: { en: ["consul"] }, party: { en: ["party"] }, sport: { en: ["striker"] }, spare: { en: ["rain"] } },
  clauses: { leaves: "quit NEAR/3 @office", inner: "@leaves NOT NEAR/s @party", idle: "@spare" },
  exclusions: { games: "@sport", film: "thriller" },
  people: [{ id: "ivan", name: "Ivan Example" }],
  watches: [
    { id: "quits", match: "@inner OR title:treason", exclude: ["games"], unless: "@past" },
    { id: "named", match: "quit NEAR/5 person:*" },
  ],
});

it("a watch keeps what it uses, also through clauses and vetoes, and nothing else but the persons", () => {
  const { rules, needed } = rulesOfWatch(RULES, "quits");
  expect(Object.keys(rules.lists)).toEqual(["office", "party", "sport"]);
  expect(Object.keys(rules.clauses)).toEqual(["leaves", "inner"]);
  expect(Object.keys(rules.exclusions)).toEqual(["games"]);
  expect([rules.people.length, rules.watches.map(({ id }) => id), needed]).toEqual([
    1,
    ["quits"],
    "@inner OR title:treason",
  ]);
});

it("what a watch needs in an item leaves persons out", () => {
  expect(rulesOfWatch(RULES, "named").needed).toBe("quit");
});

it.each([
  { title: "Consul Ivan Example quit" },
  { title: "Consul quit", body: "The striker scored." },
  { title: "Striker and consul quit" },
  { title: "Consul quit in 1954" },
])("what a watch says of an item, its revision too, is the same: %o", (sketch) => {
  const item = matchItem({ publishedAt: Date.UTC(2026, 0, 20), ...sketch });
  const whole = createEngine(RULES).match(item);
  const own = createEngine(rulesOfWatch(RULES, "quits").rules).match(item);
  expect(own.answers).toEqual(whole.answers.filter(({ watchId }) => watchId === "quits"));
  expect(own.answers).toHaveLength(1);
});
