import { describe, expect, it } from "vitest";
import { ruleSet } from "../../../test/support/rules/rule-builders.ts";
import { RuleCollector, splitRules } from "./rule-portions.ts";

function many<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

const rules = ruleSet({
  imported: { portions: ['[{"id":"a"}]', '[{"id":"b"}]'], count: 2, groups: ["pep"], hash: "hash" },
  lists: { empty: {}, long: { en: many(1234, (at) => `term${at}`), fa: [] }, short: { "*": ["word"] } },
  clauses: { one: "a NEAR/3 b", two: "@one" },
  exclusions: { sport: "striker" },
  people: many(1001, (at) => ({ id: `p${at}`, name: `Person ${at}` })),
  watches: many(777, (at) => ({ id: `w${at}`, match: `word${at}` })),
});

describe("rules on their way to the match thread", () => {
  it("arrive as they were sent", () => {
    const collector = new RuleCollector();
    for (const portion of splitRules(rules)) collector.add(portion);
    expect(collector.rules()).toEqual(rules);
    // Lists are numbered in their order.
    expect(Object.keys(collector.rules().lists)).toEqual(Object.keys(rules.lists));
  });

  it("travel in pieces of at most 500 terms, people or watches", () => {
    const sizes = Array.from(splitRules(rules), (portion) =>
      portion.reduce((sum, piece) => {
        const entries =
          "terms" in piece ? piece.terms : "people" in piece ? piece.people : "watches" in piece ? piece.watches : [];
        return sum + entries.length;
      }, 0),
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(1235 + 1001 + 777);
  });

  it("have a piece for each portion of imported people", () => {
    const portions = Array.from(splitRules(rules)).filter((portion) => portion.some(({ kind }) => kind === "imported"));
    expect(portions).toHaveLength(3);
  });
});
