import type { Config } from "../config/config.ts";
import type { WatchRouting } from "../decide/options.ts";
import { packRules } from "../match/packed-rules.ts";
import { rulesOfWatch } from "../match/rules-of-watch.ts";
import { backtest, differenceOf, type BacktestReport, type Difference } from "../pipeline/inspect/backtest.ts";
import type { ArchiveHit, ArchiveRange } from "../pipeline/inspect/scan-archive.ts";
import { makePlan } from "./make-plan.ts";
import type { ArchiveThreads } from "./threads/search-archive.ts";
import { withStore } from "./with-store.ts";

export interface BacktestOptions {
  watch: WatchRouting;
  /** The configuration with another version of the watch; null: compare with what was recorded. */
  before: Config | null;
  range: ArchiveRange;
  threads: ArchiveThreads;
  progress: (scanned: number) => void;
}

/** How many stored items were first seen in a range. */
export function countArchive(config: Config, range: ArchiveRange): Promise<number> {
  return withStore(config, process.env, (store) => store.items.countSeen(range));
}

/** What a watch would have sent over the stored items of a range, and how that differs from before. */
export async function backtestWatch(
  config: Config,
  { watch, before, range, threads, progress }: BacktestOptions,
): Promise<BacktestReport & Difference> {
  const { store, feeds } = config;
  const asked = { store, feeds, range };
  const now = { ...asked, watch: packRules(rulesOfWatch(config.rules, watch.id)), nearMisses: true };
  const scan = await threads.search(now, progress);
  const report = backtest({ watch, channels: makePlan(config).channels, ...scan }, range);
  if (before === null) return { ...report, ...(await sinceRecorded(config, report)) };
  const then = { ...asked, watch: packRules(rulesOfWatch(before.rules, watch.id)), nearMisses: false };
  const earlier = await threads.search(then, () => {});
  return { ...report, ...differenceOf(report.matched, matchesOf(earlier.hits)) };
}

function matchesOf(hits: readonly ArchiveHit[]): readonly ArchiveHit[] {
  return hits.filter(({ answers }) => answers.some(({ kind }) => kind === "match"));
}

/** Against what the daemon recorded when the items came. */
async function sinceRecorded(config: Config, { watchId, matched, range }: BacktestReport): Promise<Difference> {
  return withStore(config, process.env, async (store) => {
    const recorded = await store.matches.listRecorded(watchId, range);
    const ids = new Set(recorded.flatMap(({ itemId, vetoed }) => (vetoed ? [] : [itemId])));
    const now = new Set(matched.map(({ item }) => item.id));
    const items = await Promise.all([...ids].filter((id) => !now.has(id)).map((id) => store.items.get(id)));
    return {
      added: matched.filter(({ item }) => !ids.has(item.id)),
      removed: items.flatMap((item) => (item === undefined ? [] : [{ item: { ...item, storyId: null }, answers: [] }])),
    };
  });
}
