import { expect, it } from "vitest";
import { matchItem, ruleSet } from "../../../test/support/rules/rule-builders.ts";
import { explainWatch } from "../../match/explain/explain-watch.ts";
import { describeWatches } from "./describe-watches.ts";

it.each([
  ["The footballer Ivan Petrosyan scored", `not counted: "Ivan Petrosyan" (petrosyan): namesake (trade "footballer")`],
  ["Ivan Petrosyan, 9, ran", `not counted: "Ivan Petrosyan" (petrosyan): namesake (a child, or long dead)`],
  ["Counsellor Peter Petrosyan left", `not counted: "Petrosyan" (petrosyan): another given name beside it`],
  ["Ivan Petrosyan Street", `not counted: "Ivan Petrosyan" (petrosyan): the name of a thing or a place`],
])("of a person who is not counted it says why: %s", (title, line) => {
  const rules = ruleSet({
    people: [{ id: "petrosyan", name: "Ivan Petrosyan", role: "counsellor, Armenian embassy" }],
    watches: [{ id: "w", match: "person:*" }],
  });
  const explained = explainWatch(rules, "w", matchItem({ title, lang: "en" }));
  expect(describeWatches(explained === null ? [] : [explained], { all: false })).toBe(`w: no match\n  ${line}`);
});
