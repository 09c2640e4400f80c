import { expect, it } from "vitest";
import { ruleSet } from "../../test/support/rules/rule-builders.ts";
import { TermUsage } from "../match/term-usage.ts";
import { commonTerms, listTable } from "./list-table.ts";

const rules = ruleSet({ lists: { office: { en: ["consul", "envoy"], fa: ["سفیر"] } } });
const CONSUL = { list: 0, lang: "en", at: 0 };
const ENVOY = { list: 0, lang: "en", at: 1 };

/** Counts of so many English items, of which some have terms. */
function usageOf(items: number, found: { consul: number; envoy: number }): TermUsage {
  const usage = new TermUsage(rules);
  for (let at = 0; at < items; at += 1) {
    const terms = [...(at < found.consul ? [CONSUL] : []), ...(at < found.envoy ? [ENVOY] : [])];
    usage.add({ language: "en", terms });
  }
  return usage;
}

it("says of each language of a list how many terms it has and how many stood in items", () => {
  expect(listTable(rules.lists, usageOf(3, { consul: 2, envoy: 0 }))).toEqual([
    { list: "office", language: "en", terms: 2, found: 1, median: 0, thin: false },
    { list: "office", language: "fa", terms: 1, found: 0, median: 0, thin: false },
  ]);
});

it.each<[string, number, { consul: number; envoy: number }, [string, number][]]>([
  [
    "over one per cent of the items",
    400,
    { consul: 5, envoy: 40 },
    [
      ["envoy", 0.1],
      ["consul", 0.0125],
    ],
  ],
  ["no one per cent or less", 400, { consul: 4, envoy: 0 }, []],
  ["nothing in too few items", 199, { consul: 199, envoy: 0 }, []],
])("a term is common in %s", (_fact, items, found, expected) => {
  expect(commonTerms(usageOf(items, found)).map(({ term, share }) => [term, share])).toEqual(expected);
});
