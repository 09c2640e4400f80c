import type { Config } from "../config/config.ts";
import type { WatchRouting } from "../decide/options.ts";
import { packRules } from "../match/packed-rules.ts";
import { rulesOfWatch } from "../match/rules-of-watch.ts";
import { backtest, differenceOf, type BacktestReport, type Difference } from "../pipeline/inspect/backtest.ts";
import type { ArchiveHit, ArchiveRange } from "../pipeline/inspect/scan-archive.ts";
import type { Store } from "../store/store.ts";
import { planChannels } from "./make-plan.ts";
import type { ArchiveThreads } from "./threads/search-archive.ts";

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
  return inStore(config, (store) => store.items.countSeen(range));
}

/** The client of the database is loaded while threads scan, which have their own. */
async function inStore<T>(config: Config, ask: (store: Store) => Promise<T>): Promise<T> {
  const { withStore } = await import("./with-store.ts");
  return withStore(config, process.env, ask);
}

/** What a watch would have sent over the stored items of a range, and how that differs from before. */
export async function backtestWatch(
  config: Config,
  { watch, before, range, threads, progress }: BacktestOptions,
): Promise<BacktestReport & Difference> {
  const { store, feeds } = config;
  const asked = { store, feeds, range };
  const now = { ...asked, watch: packRules(rulesOfWatch(config.rules, watch.id)), nearMisses: true };
  const scanning = threads.search(now, progress);
  const recorded = before === null ? listRecorded(config, watch.id, range) : null;
  const oldest = inStore(config, ({ items }) => items.oldestSeenAt());
  const [scan, known, since] = await Promise.all([scanning, recorded, oldest]);
  const report = backtest({ watch, channels: planChannels(config), ...scan, since }, range);
  if (before === null) return { ...report, ...(await sinceRecorded(config, report, known ?? [])) };
  const then = { ...asked, watch: packRules(rulesOfWatch(before.rules, watch.id)), nearMisses: false };
  const earlier = await threads.search(then, () => {});
  return { ...report, ...differenceOf(report.matched, matchesOf(earlier.hits)) };
}

function matchesOf(hits: readonly ArchiveHit[]): readonly ArchiveHit[] {
  return hits.filter(({ answers }) => answers.some(({ kind }) => kind === "match"));
}

/** Items that the daemon recorded as matches of a watch when they came. */
async function listRecorded(config: Config, watchId: string, range: ArchiveRange): Promise<string[]> {
  const recorded = await inStore(config, (store) => store.matches.listRecorded(watchId, range));
  return recorded.flatMap(({ itemId, vetoed }) => (vetoed ? [] : [itemId]));
}

async function sinceRecorded(
  config: Config,
  { matched }: BacktestReport,
  recorded: readonly string[],
): Promise<Difference> {
  const ids = new Set(recorded);
  const now = new Set(matched.map(({ item }) => item.id));
  const gone = [...ids].filter((id) => !now.has(id));
  const items =
    gone.length === 0 ? [] : await inStore(config, (store) => Promise.all(gone.map((id) => store.items.get(id))));
  return {
    added: matched.filter(({ item }) => !ids.has(item.id)),
    removed: items.flatMap((item) => (item === undefined ? [] : [{ item: { ...item, storyId: null }, answers: [] }])),
  };
}
