import { describe, expect, it } from "vitest";
import { matchItem, ruleSet } from "../../../test/support/rules/rule-builders.ts";
import type { MatchItem } from "../rule-set.ts";
import { createEngine } from "../engine/create-engine.ts";
import { probeNearMisses, type ToldMiss } from "./near-miss.ts";

const rules = ruleSet({
  lists: { office: { en: ["consul", "envoy"] }, former: { en: ["former"] } },
  clauses: { break: "defect* OR (refus* NEAR/3 return)", claim: "asylum NEAR/3 ask*" },
  watches: [
    { id: "other", match: "weather" },
    {
      id: "w",
      match: "(@break NEAR/2s @office) OR ((@claim NEAR/s @office) AND NOT lead:@former) OR @claim",
      unless: "striker",
      lang: ["en"],
    },
  ],
});

/** What is missing in an item on which the watch `w` is silent. */
function missingIn(item: Partial<MatchItem>, own = rules): ToldMiss | null {
  const rule = own.watches.find(({ id }) => id === "w");
  if (rule === undefined) throw new Error("there is no rule");
  const probes = probeNearMisses(own, rule);
  const held = createEngine({ ...own, watches: [rule, ...probes.watches] }).find(matchItem(item));
  return held.includes(rule.id) ? null : probes.missing(new Set(held));
}

describe("a watch that misses an item", () => {
  it.each<[string, Partial<MatchItem>, ToldMiss | null]>([
    ["names the one part that is missing", { title: "He defected" }, { missing: "@office", tooFar: false }],
    ["names the other one", { title: "The envoy speaks" }, { missing: "@break", tooFar: false }],
    [
      "looks into the part that absences stand beside, and into clauses",
      { title: "They ask for rain" },
      { missing: "asylum", tooFar: false },
    ],
    [
      "says that only the distance is missing",
      { title: "Envoy", body: "It rains. It snows. He defected." },
      { missing: "@break NEAR/2s @office: all parts stand in the text, but not that near", tooFar: true },
    ],
    ["says nothing of an item without any part", { title: "Rain" }, null],
    ["says nothing of a match", { title: "Consul defects" }, null],
    ["says nothing of an item that it does not read", { title: "He defected", lang: "fa" }, null],
  ])("%s", (_fact, item, missing) => {
    expect(missingIn(item)).toEqual(missing);
  });

  it.each<[string, ToldMiss | null]>([
    ["Consul", null],
    ["Consul in sport", { missing: "rain OR NOT sport", tooFar: false }],
    ["Rain", null],
  ])("asks about a part that may hold without words, which proves nothing: %s", (title, missing) => {
    const own = ruleSet({ watches: [{ id: "w", match: "consul AND (rain OR NOT sport)" }] });
    expect(missingIn({ title }, own)).toEqual(missing);
  });
});
