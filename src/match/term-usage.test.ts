import { expect, it } from "vitest";
import { matchItem, ruleSet } from "../../test/support/rules/rule-builders.ts";
import { createEngine } from "./engine/create-engine.ts";
import type { MatchItem } from "./rule-set.ts";
import { TermUsage } from "./term-usage.ts";

const rules = ruleSet({
  lists: {
    office: { en: ["consul*", { term: "ambassador", not: ["brand ambassador"] }], de: ["konsul*"] },
    capitals: { "*": ["Geneva"] },
  },
});

/** `list language term` of the terms that stood in items, with in how many. */
function countsOf(items: readonly Partial<MatchItem>[]): string[] {
  const engine = createEngine(rules);
  const usage = new TermUsage(rules);
  for (const item of items) usage.add(engine.listTerms(matchItem(item)));
  return usage
    .cells()
    .flatMap(({ list, language, counts }) =>
      counts
        .filter(({ items: number }) => number > 0)
        .map(({ term, items: number }) => `${list} ${language} ${term}: ${number} of ${usage.itemsIn(language)}`),
    );
}

it.each<[string, Partial<MatchItem>[], string[]]>([
  ["counts items, not places", [{ lang: "en", title: "Consul meets consul" }], ["office en consul*: 1 of 1"]],
  [
    "counts in the item's own language",
    [
      { lang: "de", title: "Konsul" },
      { lang: "en", title: "Rain" },
    ],
    ["office de konsul*: 1 of 1"],
  ],
  [
    "counts terms for every language over all items",
    [
      { lang: "de", title: "Geneva" },
      { lang: "en", title: "Rain" },
    ],
    ["capitals * Geneva: 1 of 2"],
  ],
  ["leaves out what a longer phrase hides", [{ lang: "en", title: "A brand ambassador" }], []],
  ["leaves out items of unknown language", [{ lang: null, title: "Consul Konsul" }], []],
  [
    "counts terms whether a watch uses the list or not",
    [{ lang: "en", title: "The ambassador" }],
    ["office en ambassador: 1 of 1"],
  ],
])("the use of terms %s", (_fact, items, expected) => {
  expect(countsOf(items)).toEqual(expected);
});
