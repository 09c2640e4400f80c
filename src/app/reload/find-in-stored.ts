import type { Config } from "../../config/config.ts";
import { HOUR_MS } from "../../core/time.ts";
import { rulesOfWatch } from "../../match/rules-of-watch.ts";
import type { Stored } from "../../web/reload-answer.ts";
import { startArchiveThreads } from "../threads/search-archive.ts";

const HOURS = 24;
/** Whoever reloads waits for the answer: so many watches, and so long. */
const MOST_WATCHES = 10;
const LIMIT_MS = 10_000;

/**
 * What watches find in the items of the last day, which nobody is told of: they are asked one after the other, in threads,
 * until there are too many or the time is over.
 */
export async function findInStored(
  config: Config,
  watchIds: readonly string[],
  { now, signal }: { now: number; signal: AbortSignal },
): Promise<Stored> {
  const watches: Stored["watches"] = [];
  if (watchIds.length > 0) {
    const { store, feeds, rules } = config;
    const until = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
    const { promise: over, resolve } = Promise.withResolvers<null>();
    until.addEventListener("abort", () => resolve(null));
    await using threads = startArchiveThreads();
    const range = { from: now - HOURS * HOUR_MS, to: now };
    const archive = threads.open({ store, range, recordedOf: null });
    for (const id of watchIds.slice(0, MOST_WATCHES)) {
      const watch = rulesOfWatch(rules, id);
      const scan = archive.search({ feeds, watch, nearMisses: false, progress: () => {} });
      const found = await Promise.race([scan, over]);
      if (found === null) break;
      watches.push({ id, items: found.hits.filter(({ answers }) => answers.some(isMatch)).length });
    }
  }
  return { hours: HOURS, watches, notAsked: watchIds.slice(watches.length) };
}

function isMatch({ kind }: { kind: string }): boolean {
  return kind === "match";
}
