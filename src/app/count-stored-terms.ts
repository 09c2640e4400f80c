import type { Config } from "../config/config.ts";
import { createEngine } from "../match/engine/create-engine.ts";
import type { MatchItem } from "../match/rule-set.ts";
import { TermUsage } from "../match/term-usage.ts";
import { scanArchive, type ArchiveAnswer, type ArchiveRange } from "../pipeline/inspect/scan-archive.ts";
import { commonTerms, listTable, type CommonTerm, type ListCell } from "./list-table.ts";
import { withStore } from "./with-store.ts";

/** What the stored items of a range say about the terms of lists. */
export interface StoredTerms {
  scanned: number;
  /** Items by language; those of unknown language say nothing and are left out. */
  items: Readonly<Record<string, number>>;
  common: readonly CommonTerm[];
  lists: readonly ListCell[];
}

/**
 * Counts in how many stored items of a range each list term stands. Only reads.
 * @param progress called with the number of items read so far, and of all
 */
export async function countStoredTerms(
  config: Config,
  range: ArchiveRange,
  progress: (scanned: number, total: number) => void,
): Promise<StoredTerms> {
  const { rules } = config;
  const engine = createEngine({ ...rules, watches: [] });
  const usage = new TermUsage(rules);
  const feeds = new Map(config.feeds.map((feed) => [feed.id, feed]));
  function match(item: MatchItem): ArchiveAnswer {
    usage.add(engine.listTerms(item));
    return { answers: [], nearMiss: null };
  }
  const scanned = await withStore(config, process.env, async ({ items }) => {
    const counts = await items.countByLang(range);
    const total = counts.reduce((sum, each) => sum + each.items, 0);
    let read = 0;
    for await (const portion of scanArchive({ items, feeds, match }, range)) {
      read += portion.scanned;
      progress(read, total);
    }
    return read;
  });
  const languages = new Set(usage.cells().map(({ language }) => language));
  const items = Object.fromEntries(Array.from(languages, (language) => [language, usage.itemsIn(language)]));
  return { scanned, items, common: commonTerms(usage), lists: listTable(rules.lists, usage) };
}
