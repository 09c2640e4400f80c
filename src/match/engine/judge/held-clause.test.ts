import { expect, it } from "vitest";
import { firstAnswer } from "../../../../test/support/rules/rule-builders.ts";
import type { MatchItem } from "../../rule-set.ts";

const lists = { office: { en: ["consul", "envoy"] } };
const clauses = { claim: 'asylum OR "asks for refuge"', flight: "flee* OR fled" };
const BESIDE = "((@claim NEAR/s @office) OR (@flight NEAR/2s @office)) AND NOT lead:former";

it.each<[string, string, Partial<MatchItem>, string]>([
  [
    "the alternative that held",
    "@claim OR (@flight NEAR/2s @office)",
    { title: "Consul fled" },
    "@flight NEAR/2s @office",
  ],
  ["the branch that held beside an absence", BESIDE, { title: "Envoy asks for refuge" }, "@claim NEAR/s @office"],
  ["the other branch", BESIDE, { title: "Envoy flees" }, "@flight NEAR/2s @office"],
  [
    "the branch that is proven by the sentence that is shown",
    BESIDE,
    { title: "Consul fled", body: "Rain. The consul wants asylum." },
    "@flight NEAR/2s @office",
  ],
  [
    "all that must hold together, with its absence",
    "((@claim OR @flight) AND @office) AND NOT dog",
    { title: "Consul fled" },
    "((@claim OR @flight) AND @office) AND NOT dog",
  ],
  ["the branch in its scope", "title:((@claim OR @flight) AND NOT dog) OR rain", { title: "He fled" }, "title:@flight"],
  [
    "an alternative with its absence where it has no branches",
    "rain OR (@flight AND NOT dog)",
    { title: "He fled" },
    "@flight AND NOT dog",
  ],
  ["words as they were written", "(fled OR flees) AND NOT dog", { title: "He fled" }, "(fled OR flees) AND NOT dog"],
])("the clause is %s", (_fact, match, item, clause) => {
  expect(firstAnswer({ lists, clauses, watches: [{ match }] }, { lang: "en", ...item })?.evidence.clause).toBe(clause);
});

it("a veto that leaves another sentence as the proof leaves its branch", () => {
  const watches = [{ match: BESIDE, unless: "striker" }];
  const item = { title: "Rain", body: "A consul and striker asks for asylum. The consul fled." };
  const answer = firstAnswer({ lists, clauses, watches }, { lang: "en", ...item });
  expect([answer?.kind, answer?.evidence.clause]).toEqual(["match", "@flight NEAR/2s @office"]);
});
