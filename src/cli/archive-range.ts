import { countArchive } from "../app/backtest-watch.ts";
import type { Config } from "../config/config.ts";
import type { ArchiveRange } from "../pipeline/inspect/scan-archive.ts";
import { createProgress } from "./progress.ts";
import { DAY_MS } from "../core/time.ts";

export function lastDays(days: number, now: number): ArchiveRange {
  return { from: now - days * DAY_MS, to: now };
}

/** Works on the stored items of a range and shows on a terminal how far it is; they are counted while it works. */
export async function withProgress<T>(
  config: Config,
  range: ArchiveRange,
  work: (progress: (scanned: number) => void) => Promise<T>,
): Promise<T> {
  if (!process.stderr.isTTY) return work(() => {});
  const progress = createProgress(process.stderr, "items read");
  let total: number | null = null;
  const counted = countArchive(config, range).then((count) => {
    total = count;
  });
  try {
    const [done] = await Promise.all([work((scanned) => progress.show(scanned, total)), counted]);
    return done;
  } finally {
    progress.clear();
  }
}
