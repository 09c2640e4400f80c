import type { WatchTest } from "../config/config.ts";
import type { Feed } from "../core/vocabulary.ts";
import type { ItemAnswer, WatchAnswer } from "../match/match-answer.ts";
import type { MatchItem, RuleSet } from "../match/rule-set.ts";
import { knownFeed } from "./known-feed.ts";
import type { MatchEngine } from "./threads/match-pool.ts";

/** How one test of a watch went. */
export interface WatchTestResult {
  test: WatchTest;
  passed: boolean;
  got: "match" | "quiet";
  /** What differs from the expectation, a line each; empty when the test passed. */
  diff: readonly string[];
  /** The watch's answer with its evidence; null where it did not match at all. */
  answer: WatchAnswer | null;
}

export interface WatchTestOptions {
  feeds?: readonly Feed[];
  /** Publication of tests that do not tell theirs, epoch milliseconds. */
  now: number;
}

/** The items that tests are about, each once: several watches are tried on one text. `numbers` tells each test's item. */
export function distinctItems(
  tests: readonly WatchTest[],
  options: WatchTestOptions,
): { items: readonly MatchItem[]; numbers: readonly number[] } {
  const items: MatchItem[] = [];
  const known = new Map<string, number>();
  const numbers = tests.map((test) => {
    const item = itemOf(test, items.length, options);
    const key = JSON.stringify({ ...item, id: "" });
    const number = known.get(key) ?? items.push(item) - 1;
    known.set(key, number);
    return number;
  });
  return { items, numbers };
}

function itemOf(test: WatchTest, at: number, { feeds = [], now }: WatchTestOptions): MatchItem {
  const { title, summary, body, lang, feedId, publishedAt } = test;
  const feed = knownFeed(feedId, feeds);
  return {
    id: String(at),
    title,
    summary,
    body,
    lang,
    feed: feedId === null ? null : { id: feedId, tags: feed?.tags ?? null, kind: feed?.kind ?? null },
    publishedAt: publishedAt ?? now,
  };
}

function whyQuiet(answer: WatchAnswer | null): string {
  if (answer?.kind !== "vetoed") return "expected a match: the expression does not hold";
  const { name, words, place } = answer.veto;
  return `expected a match: vetoed by ${name} ("${words}", ${place})`;
}

function whyMatched({ evidence }: WatchAnswer): string {
  const sentences = evidence.sentences.map(({ sentence }) => `"${sentence}"`).join(" ");
  return `expected quiet: matched by ${evidence.clause} in ${sentences}`;
}

function resultOf(test: WatchTest, { answers, people }: ItemAnswer): WatchTestResult {
  const answer = answers.find(({ watchId }) => watchId === test.watchId) ?? null;
  const got = answer?.kind === "match" ? "match" : "quiet";
  const diff: string[] = [];
  if (got !== test.expect) diff.push(answer !== null && got === "match" ? whyMatched(answer) : whyQuiet(answer));
  const found = new Set(people.map(({ personId }) => personId));
  const missing = (test.people ?? []).filter((id) => !found.has(id));
  if (missing.length > 0) {
    const others = found.size === 0 ? "nobody" : [...found].join(", ");
    diff.push(`expected ${missing.join(", ")} to be found: found ${others}`);
  }
  return { test, passed: diff.length === 0, got, diff, answer };
}

/** Runs the tests that watches carry, in their order. A test of a watch that is not in the rules is left out. */
export async function runWatchTests(
  rules: Pick<RuleSet, "watches">,
  tests: readonly WatchTest[],
  engine: Pick<MatchEngine, "match">,
  options: WatchTestOptions,
): Promise<readonly WatchTestResult[]> {
  const ids = new Set(rules.watches.map(({ id }) => id));
  const run = tests.filter(({ watchId }) => ids.has(watchId));
  const { items, numbers } = distinctItems(run, options);
  const answers = await engine.match(items);
  return run.flatMap((test, at) => {
    const answer = answers[numbers[at] ?? -1];
    return answer === undefined ? [] : [resultOf(test, answer)];
  });
}
