import { describe, expect, it } from "vitest";
import { matchItem, ruleSet, type RulesSketch } from "../../../test/support/rules/rule-builders.ts";
import { explainWatch } from "../../match/explain/explain-watch.ts";
import type { MatchItem } from "../../match/rule-set.ts";
import { describeTree } from "./describe-tree.ts";

/** The parts of the watch `w`, without the room before the first. */
function described(rules: RulesSketch, item: Partial<MatchItem>): string[] {
  const explained = explainWatch(ruleSet(rules), "w", matchItem({ lang: "en", ...item }));
  return explained === null ? [] : describeTree(explained.match, 0);
}

describe("the parts of an expression", () => {
  const lists = { office: { en: ["consul", "envoy"] }, mission: { en: ["embassy"] } };
  const clauses = { break: "defect* OR (refus* NEAR/3 return)" };

  it("has a line for each part, each opened once", () => {
    const twice = { lists, clauses, watches: [{ id: "w", match: "(@break NEAR/2 @office) OR (@break AND @mission)" }] };
    expect(described(twice, { title: "They defect" })).toEqual([
      "✗ (@break NEAR/2 @office) OR (@break AND @mission)",
      "  ✗ @break NEAR/2 @office",
      '    ✓ @break: "defect" (title)',
      '      ✓ defect* OR (refus* NEAR/3 return): "defect" (title)',
      '        ✓ defect*: "defect" (title)',
      "    ✗ @office",
      "  ✗ @break AND @mission",
      '    ✓ @break: "defect" (title) (parts as above)',
      "    ✗ @mission",
    ]);
  });

  it("folds the parts in which nothing is found, and counts them", () => {
    const match = "(@break NEAR/2 @office) OR (rain AND (@mission OR @break OR (snow NOT NEAR/2 @office)))";
    const rules = { lists, clauses, watches: [{ id: "w", match }] };
    expect(described(rules, { title: "Rain at the weekend" })).toEqual([
      "✗ (@break NEAR/2 @office) OR (rain AND (@mission OR @break OR (snow NOT NEAR/2 @of…",
      "  ✗ @break NEAR/2 @office: nothing found (7 parts)",
      "  ✗ rain AND (@mission OR @break OR (snow NOT NEAR/2 @office))",
      '    ✓ rain: "Rain" (title)',
      "    ✗ @mission OR @break OR (snow NOT NEAR/2 @office): nothing found (11 parts)",
    ]);
    expect(described(rules, { title: "Cats are nice" })).toEqual([
      "✗ (@break NEAR/2 @office) OR (rain AND (@mission OR @break OR (snow NOT NEAR/2 @of…: nothing found (15 parts)",
    ]);
  });

  it("folds no part that fails because of a word that stands there", () => {
    const watches = [{ id: "w", match: "rain AND (sun OR (consul NOT NEAR/2 former))" }];
    expect(described({ watches }, { title: "Former envoy in rain" }).slice(1)).toEqual([
      '  ✓ rain: "rain" (title)',
      "  ✗ sun OR (consul NOT NEAR/2 former)",
      "    ✗ sun",
      "    ✗ consul NOT NEAR/2 former",
      "      ✗ consul",
      "      ✗ NOT former",
      '        ✓ former: "Former" (title)',
    ]);
  });
});
