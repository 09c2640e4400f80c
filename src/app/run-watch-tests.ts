import type { WatchTest } from "../config/config.ts";
import { HANDED_OVER, portionsOf } from "../core/portions.ts";
import type { Feed } from "../core/vocabulary.ts";
import { createExplainer, type ClauseTrace, type WatchExplanation } from "../match/explain/explain-watch.ts";
import type { ItemAnswer, WatchAnswer } from "../match/match-answer.ts";
import type { MatchItem, RuleSet } from "../match/rule-set.ts";
import { knownFeed } from "./known-feed.ts";
import type { MatchEngine } from "./threads/match-thread.ts";

/** How one test of a watch went. */
export interface WatchTestResult {
  test: WatchTest;
  passed: boolean;
  got: "match" | "quiet";
  /** What was expected (`-`), what was found (`+`), and its evidence, a line each; empty when the test passed. */
  diff: readonly string[];
  /** The watch's answer with its evidence; null where it did not match at all. */
  answer: WatchAnswer | null;
}

/** What was expected and what was found, on one line. */
export function summariseDifference({ diff }: Pick<WatchTestResult, "diff">): string {
  return diff
    .filter((line) => /^[-+]/.test(line))
    .map((line) => line.slice(2))
    .join("; ");
}

export interface WatchTestOptions {
  feeds?: readonly Feed[];
  /** Publication of tests that do not tell theirs, epoch milliseconds. */
  now: number;
  /** Told how many of the texts have been tried. */
  progress?: (tried: number, texts: number) => void;
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

/** What was expected with a minus before it, what was found with a plus, and its evidence or what is missing. */
function differenceOf(test: WatchTest, answer: WatchAnswer | null, explain: () => WatchExplanation | null): string[] {
  if (test.expect === "quiet")
    return answer?.kind === "match"
      ? ["- expected quiet", `+ found a match by ${answer.evidence.clause}`, ...evidenceLines(answer)]
      : [];
  if (answer?.kind === "match") return [];
  if (answer !== null) {
    const { name, words, place } = answer.veto;
    return ["- expected a match", `+ found quiet: vetoed by ${name} ("${words}", ${place})`, ...evidenceLines(answer)];
  }
  const explanation = explain();
  return ["- expected a match", `+ found quiet: ${whySilent(explanation)}`, ...standing(explanation)];
}

function whySilent(explanation: WatchExplanation | null): string {
  if (explanation?.unread === "language") return "the watch does not read this language (lang)";
  if (explanation?.unread === "feed") return "the watch does not read this feed (feeds)";
  if (explanation === null || explanation.nearMiss === null) return "the expression does not hold";
  return explanation.tooFar ? explanation.nearMiss : `missing ${explanation.nearMiss}`;
}

/** The proving sentences of an answer, a line each, with brackets around their marks. */
export function evidenceLines({ evidence }: WatchAnswer): string[] {
  return evidence.sentences.map(({ field, sentence, marks }) => {
    const marked = marks
      .toReversed()
      .reduce((text, [from, to]) => `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`, sentence);
    return `  ${field}: ${marked}`;
  });
}

/** The smallest parts that stand in the text of a test that stays quiet. */
function standing(explanation: WatchExplanation | null): string[] {
  const leaves = explanation === null ? [] : leavesOf(explanation.match);
  const words = new Map(leaves.map(({ clause, sentences }) => [clause, wordsOf(sentences)]));
  return [...words].map(([clause, found]) => `  ${clause} stands there: ${found}`);
}

function leavesOf(trace: ClauseTrace): readonly ClauseTrace[] {
  const inner = trace.parts.flatMap(leavesOf);
  return inner.length === 0 && trace.sentences.length > 0 ? [trace] : inner;
}

function wordsOf(sentences: ClauseTrace["sentences"]): string {
  return sentences
    .flatMap(({ sentence, marks }) => marks.map(([from, to]) => `"${sentence.slice(from, to)}"`))
    .join(" ");
}

function resultOf(
  test: WatchTest,
  { answers, people }: ItemAnswer,
  explain: () => WatchExplanation | null,
): WatchTestResult {
  const answer = answers.find(({ watchId }) => watchId === test.watchId) ?? null;
  const got = answer?.kind === "match" ? "match" : "quiet";
  const diff = differenceOf(test, answer, explain);
  const found = new Set(people.map(({ personId }) => personId));
  const expected = test.people ?? [];
  if (expected.some((id) => !found.has(id))) {
    diff.push(`- expected ${expected.join(", ")} to be found`);
    diff.push(`+ found ${found.size === 0 ? "nobody" : [...found].join(", ")}`);
  }
  return { test, passed: diff.length === 0, got, diff, answer };
}

/**
 * What was made last is kept: tests come watch by watch, one change may fail hundreds of a watch, and what explains it holds
 * all its terms.
 */
function keepLast<T>(make: (watchId: string) => T): (watchId: string) => T {
  let last: { watchId: string; made: T } | null = null;
  return (watchId) => {
    if (last?.watchId !== watchId) last = { watchId, made: make(watchId) };
    return last.made;
  };
}

async function answersTo(
  items: readonly MatchItem[],
  engine: Pick<MatchEngine, "match">,
  progress: WatchTestOptions["progress"],
): Promise<readonly ItemAnswer[]> {
  const answers: ItemAnswer[] = [];
  for (const portion of portionsOf(items, HANDED_OVER, ({ title, summary, body }) => {
    return title.length + summary.length + body.length;
  })) {
    answers.push(...(await engine.match(portion)));
    progress?.(answers.length, items.length);
  }
  return answers;
}

/** Runs the tests that watches carry, in their order. A test of a watch that is not in the rules is left out. */
export async function runWatchTests(
  rules: RuleSet,
  tests: readonly WatchTest[],
  engine: Pick<MatchEngine, "match">,
  options: WatchTestOptions,
): Promise<readonly WatchTestResult[]> {
  const ids = new Set(rules.watches.map(({ id }) => id));
  const run = tests.filter(({ watchId }) => ids.has(watchId));
  const { items, numbers } = distinctItems(run, options);
  const answers = await answersTo(items, engine, options.progress);
  const explain = keepLast((watchId) => createExplainer(rules, watchId));
  return run.flatMap((test, at) => {
    const number = numbers[at] ?? -1;
    const [item, answer] = [items[number], answers[number]];
    if (item === undefined || answer === undefined) return [];
    return [resultOf(test, answer, () => explain(test.watchId)?.(item) ?? null)];
  });
}
