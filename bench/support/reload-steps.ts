import { createMatchEngine, type MatchEngine } from "../../src/app/threads/match-thread.ts";
import { loadInThread as readInThread } from "../../src/app/threads/load-in-thread.ts";
import type { Config } from "../../src/config/config.ts";
import { loadConfig, type LoadedConfig } from "../../src/config/load-config.ts";
import type { MatchItem, RuleSet } from "../../src/match/rule-set.ts";
import { seededRandom } from "../../test/support/seeded-random.ts";
import { writeNews } from "./news-text.ts";
import { startTurnMeter, type LongestTurn } from "./turn-meter.ts";

/** What one step of a reload cost the main thread. */
export interface Reload extends LongestTurn {
  seconds: number;
  /** Items that the match thread answered while it went on. */
  matched: number;
}

/** Few enough to be edited into the rules that work. */
export const CHANGED = 100;
/** What was left behind by what went before is not counted. */
const REST_MS = 500;

async function wait(ms: number): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });
}

export async function measure<T>(
  work: () => Promise<T>,
  engine: MatchEngine | null,
): Promise<{ value: T; reload: Reload }> {
  globalThis.gc?.();
  await wait(REST_MS);
  const meter = startTurnMeter(() => undefined);
  const from = performance.now();
  let isOver = false;
  const answered = engine === null ? Promise.resolve(0) : matchUntil(engine, () => isOver);
  const value = await work();
  const seconds = (performance.now() - from) / 1000;
  isOver = true;
  const matched = await answered;
  // The last turn of the work has not ended yet.
  await wait(REST_MS);
  return { value, reload: { ...meter.end(), seconds, matched } };
}

async function matchUntil(engine: MatchEngine, isOver: () => boolean): Promise<number> {
  const random = seededRandom(1);
  let count = 0;
  while (!isOver()) {
    const { title, html } = writeNews(random, 1500);
    const item: MatchItem = { id: "item", title, summary: "", body: html, lang: "en", feed: null, publishedAt: 0 };
    await engine.match([item]);
    count += 1;
    await wait(10);
  }
  return count;
}

function valid(loaded: LoadedConfig): Config {
  if (loaded.kind === "valid") return loaded.config;
  throw new Error(`the configuration is not valid: ${loaded.problems[0]?.message}`);
}

export async function loadOnMain(folder: string): Promise<Reload> {
  return (await measure(() => loadConfig({ folder, env: {} }), null)).reload;
}

export async function loadInThread(folder: string): Promise<{ config: Config; reload: Reload }> {
  const { value, reload } = await measure(() => readInThread({ folder, env: {} }), null);
  return { config: valid(value.loaded), reload };
}

async function replace(engine: MatchEngine, rules: RuleSet): Promise<void> {
  const prepared = await engine.prepare(rules);
  await prepared.swap();
}

/** Replaces the rules of a match thread: by ones that differ in some watches, and by ones that differ in a list. */
export async function replaceRules({ rules }: Config): Promise<{ edited: Reload; anew: Reload }> {
  const few: RuleSet = {
    ...rules,
    watches: rules.watches.map((watch, at) => (at < CHANGED ? { ...watch, unless: "striker" } : watch)),
  };
  const list: RuleSet = { ...few, lists: { ...few.lists, added: { "*": [{ term: "added", gloss: null, not: [] }] } } };
  const engine = await createMatchEngine(rules);
  try {
    const edited = await measure(() => replace(engine, few), engine);
    const anew = await measure(() => replace(engine, list), engine);
    return { edited: edited.reload, anew: anew.reload };
  } finally {
    await engine.close();
  }
}
