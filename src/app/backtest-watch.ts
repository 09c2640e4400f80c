import type { Config } from "../config/config.ts";
import type { Item } from "../core/vocabulary.ts";
import type { WatchRouting } from "../decide/options.ts";
import { rulesOfWatch } from "../match/rules-of-watch.ts";
import { backtest, differenceOf, type BacktestReport, type Difference } from "../pipeline/inspect/backtest.ts";
import type { ArchiveHit, ArchiveRange } from "../pipeline/inspect/scan-archive.ts";
import { planChannels } from "./make-plan.ts";
import type { ArchiveScan, ArchiveSearch, OpenArchive } from "./threads/search-archive.ts";

export interface BacktestOptions {
  watch: WatchRouting;
  /** The configuration with another version of the watch; null: compare with what was recorded. */
  before: Config | null;
  range: ArchiveRange;
  /** Opened with what was recorded of the watch, where that is compared with. */
  archive: OpenArchive;
  progress: ArchiveSearch["progress"];
}

/** What a watch would have sent over the stored items of a range, and how that differs from before. */
export async function backtestWatch(
  config: Config,
  { watch, before, range, archive, progress }: BacktestOptions,
): Promise<BacktestReport & Difference> {
  function search({ rules, feeds }: Config, asked: Omit<ArchiveSearch, "watch" | "feeds">): Promise<ArchiveScan> {
    return archive.search({ ...asked, watch: rulesOfWatch(rules, watch.id), feeds });
  }
  const scan = await search(config, { nearMisses: true, progress });
  const report = backtest({ watch, channels: planChannels(config), ...scan, since: scan.oldest }, range);
  if (before === null) return { ...report, ...(await sinceRecorded(config, report, scan.recorded)) };
  const { hits } = await search({ ...before, feeds: config.feeds }, { nearMisses: false, progress: () => {} });
  return { ...report, ...differenceOf(report.matched, matchesOf(hits)) };
}

function matchesOf(hits: readonly ArchiveHit[]): readonly ArchiveHit[] {
  return hits.filter(({ answers }) => answers.some(({ kind }) => kind === "match"));
}

async function sinceRecorded(
  config: Config,
  { matched }: BacktestReport,
  recorded: ArchiveScan["recorded"],
): Promise<Difference> {
  const ids = new Set(recorded.flatMap(({ itemId, vetoed }) => (vetoed ? [] : [itemId])));
  const now = new Set(matched.map(({ item }) => item.id));
  const gone = [...ids].filter((id) => !now.has(id));
  const items = gone.length === 0 ? [] : await itemsOf(config, gone);
  return {
    added: matched.filter(({ item }) => !ids.has(item.id)),
    removed: items.flatMap((item) => (item === undefined ? [] : [{ item: { ...item, storyId: null }, answers: [] }])),
  };
}

/** The client of the database is loaded only here: the threads have their own, and mostly nothing is gone. */
async function itemsOf(config: Config, ids: readonly string[]): Promise<readonly (Item | undefined)[]> {
  const { withStore } = await import("./with-store.ts");
  return withStore(config, process.env, ({ items }) => Promise.all(ids.map((id) => items.get(id))));
}
