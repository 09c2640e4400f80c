import { array, assert, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { readable } from "../support/oracle/compare-with-oracle.ts";
import { randomItem, randomRules } from "../support/oracle/random-rules.ts";
import { matchItem, ruleSet } from "../support/rules/rule-builders.ts";
import { createEngine } from "../../src/match/engine/create-engine.ts";

function standsIn(match: string, title: string, lang: string | null = null): boolean {
  const lists = { office: { de: ["*attaché"], en: ["envoy"] } };
  const engine = createEngine(
    ruleSet({ lists, people: [{ id: "ivan", names: ["Ivan Example"] }], watches: [{ match }] }),
  );
  return engine.findWithoutPersons(matchItem({ title, lang })).length > 0;
}

describe("an item that is sieved before it is read", () => {
  it("is found by every watch that holds in it, in any script", () => {
    let held = 0;
    assert(
      property(
        tuple(randomRules(1).map(readable), array(randomItem, { minLength: 4, maxLength: 4 })),
        ([rules, items]) => {
          const engine = createEngine(rules);
          for (const item of items) {
            const found = engine.find(item);
            held += found.length;
            expect(engine.findWithoutPersons(item)).toEqual(found);
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(held).toBeGreaterThan(100);
  });

  it.each<[string, string, string, string | null]>([
    ["an acronym", "us", "The U.S. said", null],
    ["a word in another normal form", "attaché", "attache\u0301", null],
    ["half-width kana", "ガイド", "ｶﾞｲﾄﾞ", null],
    ["an Arabic word without the article of the rule", "السفير", "سفير", "ar"],
    ["a Hebrew word behind three prefixes", "שגריר", "ושהשגריר", "he"],
    ["a Korean word with a particle", "망명", "망명했다", "ko"],
    ["a Thai word cut by dictionary", "ลี้ภัย", "ขอลี้ภัย", "th"],
    ["the end of a compound", "@office", "Der Militärattaché", "de"],
    ["a term of another language in an item of an unlisted one", "@office", "envoy", "fr"],
    ["a stem of forty letters", `${"a".repeat(40)}*`, "a".repeat(45), null],
    ["what needs no word", "/re[a-z]n/", "rain, reen", null],
  ])("is found by %s", (_what, match, title, lang) => {
    expect(standsIn(match, title, lang)).toBe(true);
  });

  it("is asked for no persons", () => {
    expect(standsIn("person:ivan", "Ivan Example")).toBe(false);
    expect(standsIn("person:ivan OR envoy", "Ivan Example, envoy")).toBe(true);
  });

  it("is read by the watches as they are after an edit", () => {
    const engine = createEngine(ruleSet({ watches: [{ id: "w", match: "rain" }] }));
    const item = matchItem({ title: "snow" });
    expect(engine.findWithoutPersons(item)).toEqual([]);
    const [rule] = ruleSet({ watches: [{ id: "w", match: "snow" }] }).watches;
    if (rule === undefined) throw new Error("no watch");
    engine.edit({ put: [{ rule, at: 0 }], remove: [], order: ["w"] });
    expect(engine.findWithoutPersons(item)).toEqual(["w"]);
  });
});
