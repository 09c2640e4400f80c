import { expect, it } from "vitest";
import { ruleSet } from "../../test/support/rules/rule-builders.ts";
import type { WatchTest } from "../config/config.ts";
import { createEngine } from "../match/engine/create-engine.ts";
import type { ItemAnswer } from "../match/match-answer.ts";
import type { MatchItem } from "../match/rule-set.ts";
import { runWatchTests } from "./run-watch-tests.ts";

const rules = ruleSet({
  people: [{ id: "ivan", name: "Ivan Example" }],
  watches: [
    { id: "asylum", match: "asylum", unless: "striker" },
    { id: "envoys", match: "asylum NEAR/5 (envoy OR consul)", lang: ["en"] },
  ],
});
const engine = createEngine(rules);

async function match(items: readonly MatchItem[]): Promise<readonly ItemAnswer[]> {
  return Promise.resolve(items.map((item) => engine.match(item)));
}

function watchTest(sketch: Partial<WatchTest>): WatchTest {
  return {
    watchId: "asylum",
    name: "a test",
    title: "",
    summary: "",
    body: "",
    lang: null,
    feedId: null,
    publishedAt: null,
    people: null,
    expect: "match",
    file: "watches.yaml",
    line: 1,
    column: 1,
    ...sketch,
  };
}

it.each<[string, Partial<WatchTest>, readonly string[]]>([
  ["passes where the watch matches", { title: "Asylum" }, []],
  ["passes where it is quiet as expected", { title: "Striker seeks asylum", expect: "quiet" }, []],
  [
    "fails with the veto",
    { title: "Striker seeks asylum" },
    ["- expected a match", '+ found quiet: vetoed by unless ("Striker", title)', "  title: Striker seeks [asylum]"],
  ],
  [
    "fails where nothing holds",
    { title: "News" },
    ["- expected a match", "+ found quiet: the expression does not hold"],
  ],
  [
    "fails with what is missing and what stands there",
    { watchId: "envoys", title: "Asylum" },
    ["- expected a match", "+ found quiet: missing envoy OR consul", '  asylum stands there: "Asylum"'],
  ],
  [
    "fails with the condition by which the watch does not read the text",
    { watchId: "envoys", title: "News", lang: "fr" },
    ["- expected a match", "+ found quiet: the watch does not read this language (lang)"],
  ],
  [
    "fails with the sentence that matched",
    { body: "He seeks asylum.", expect: "quiet" },
    ["- expected quiet", "+ found a match by asylum", "  body: He seeks [asylum]."],
  ],
  [
    "fails for a person that is not found",
    { title: "Asylum", people: ["ivan"] },
    ["- expected ivan to be found", "+ found nobody"],
  ],
  ["passes with its persons", { title: "Asylum for Ivan Example", people: ["ivan"] }, []],
])("a watch's test %s", async (_fact, sketch, diff) => {
  const [result] = await runWatchTests(rules, [watchTest(sketch)], { match }, { now: Date.UTC(2026, 0, 20) });
  expect(result).toMatchObject({ passed: diff.length === 0, diff });
});

it("asks once about a text on which several watches are tried", async () => {
  const tests = [
    watchTest({ title: "Asylum" }),
    watchTest({ title: "Asylum", name: "again" }),
    watchTest({ title: "News", expect: "quiet" }),
  ];
  const asked: string[][] = [];
  async function counting(items: readonly MatchItem[]): Promise<readonly ItemAnswer[]> {
    asked.push(items.map(({ title }) => title));
    return match(items);
  }
  const results = await runWatchTests(rules, tests, { match: counting }, { now: 0 });
  expect([asked, results.map(({ passed }) => passed)]).toEqual([[["Asylum", "News"]], [true, true, true]]);
});

it("tells how many of the texts have been tried", async () => {
  const tests = Array.from({ length: 501 }, (_, at) => watchTest({ title: `Asylum ${at}` }));
  const told: string[] = [];
  function progress(tried: number, texts: number): void {
    told.push(`${tried} of ${texts}`);
  }
  await runWatchTests(rules, tests, { match }, { now: 0, progress });
  expect(told).toEqual(["500 of 501", "501 of 501"]);
});
