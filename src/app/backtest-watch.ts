import type { Config } from "../config/config.ts";
import type { WatchRouting } from "../decide/options.ts";
import type { RuleSet } from "../match/rule-set.ts";
import { backtest, differenceOf, type BacktestReport, type Difference } from "../pipeline/inspect/backtest.ts";
import type { ArchiveHit, ArchiveRange } from "../pipeline/inspect/scan-archive.ts";
import { makePlan } from "./make-plan.ts";
import { searchArchive } from "./threads/search-archive.ts";
import { withStore } from "./with-store.ts";

export interface BacktestOptions {
  watch: WatchRouting;
  /** The configuration with another version of the watch; null: compare with what was recorded. */
  before: Config | null;
  range: ArchiveRange;
  progress: (scanned: number) => void;
}

/** How many stored items were first seen in a range. */
export function countArchive(config: Config, range: ArchiveRange): Promise<number> {
  return withStore(config, process.env, (store) => store.items.countSeen(range));
}

/** What a watch would have sent over the stored items of a range, and how that differs from before. */
export async function backtestWatch(
  config: Config,
  { watch, before, range, progress }: BacktestOptions,
): Promise<BacktestReport & Difference> {
  const { store, feeds } = config;
  const scan = await searchArchive(
    { store, rules: onlyWatch(config.rules, watch.id), feeds, range, nearMissesOf: watch.id },
    progress,
  );
  const report = backtest({ watch, channels: makePlan(config).channels, ...scan }, range);
  if (before === null) return { ...report, ...(await sinceRecorded(config, report)) };
  const rules = onlyWatch(before.rules, watch.id);
  const earlier = await searchArchive({ store, rules, feeds, range, nearMissesOf: null }, () => {});
  return { ...report, ...differenceOf(report.matched, matchesOf(earlier.hits)) };
}

function onlyWatch(rules: RuleSet, id: string): RuleSet {
  return { ...rules, watches: rules.watches.filter((watch) => watch.id === id) };
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
