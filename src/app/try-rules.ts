import type { Config } from "../config/config.ts";
import { createEngine } from "../match/engine/create-engine.ts";
import { TermUsage } from "../match/term-usage.ts";
import { distinctItems, runWatchTests, type WatchTestOptions, type WatchTestResult } from "./run-watch-tests.ts";

/** What trying the rules on the texts of their tests shows. */
export interface TriedRules {
  results: readonly WatchTestResult[];
  /** Of the terms of all lists over the texts; each text counts once. */
  usage: TermUsage;
}

/** Runs the tests of all watches in this thread, and counts the terms of lists in their texts. */
export async function tryRules(
  { rules, tests, feeds }: Config,
  { now, progress }: Required<Pick<WatchTestOptions, "now" | "progress">>,
): Promise<TriedRules> {
  const engine = createEngine(rules);
  const options = { feeds, now, progress };
  const match = {
    match: async (items: Parameters<typeof engine.match>[0][]) => items.map((item) => engine.match(item)),
  };
  const results = await runWatchTests(rules, tests, match, options);
  const usage = new TermUsage(rules);
  for (const item of distinctItems(tests, options).items) usage.add(engine.listTerms(item));
  return { results, usage };
}
