import { describe, expect, it } from "vitest";
import { ruleSet, type RulesSketch } from "../../../../test/support/rules/rule-builders.ts";
import { findChanges } from "./rule-changes.ts";

const rules: RulesSketch = {
  lists: { missions: { en: ["embassy"] } },
  watches: [{ id: "a" }, { id: "b", match: "consul" }, { id: "c" }],
};

describe("changes between two rule sets", () => {
  it("are the watches that changed, came and went, and the new order", () => {
    const watches = [{ id: "c" }, { id: "b", match: "envoy" }, { id: "new" }];
    const changes = findChanges(ruleSet(rules), ruleSet({ ...rules, watches }));
    expect(changes?.put.map(({ rule, at }) => [rule.id, at])).toEqual([
      ["b", 1],
      ["new", 2],
    ]);
    expect([changes?.remove, changes?.order]).toEqual([["a"], ["c", "b", "new"]]);
  });

  it("are none between equal ones", () => {
    expect(findChanges(ruleSet(rules), ruleSet(rules))).toEqual({ put: [], remove: [], order: ["a", "b", "c"] });
  });

  it.each<[string, RulesSketch]>([
    ["a list differs", { ...rules, lists: { missions: { en: ["consulate"] } } }],
    ["a clause differs", { ...rules, clauses: { far: "a NEAR/3 b" } }],
    ["a person differs", { ...rules, people: [{ id: "ivan" }] }],
    ["imported people differ", { ...rules, imported: { portions: [], count: 0, groups: [], hash: "other" } }],
    ["an id stands twice", { ...rules, watches: [{ id: "a" }, { id: "a" }] }],
  ])("are everything when %s", (_fact, changed) => {
    expect(findChanges(ruleSet(rules), ruleSet(changed))).toBeNull();
  });
});
