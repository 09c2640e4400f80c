import type { ArchiveRange } from "../pipeline/inspect/scan-archive.ts";
import { createProgress } from "./progress.ts";
import { DAY_MS } from "../core/time.ts";

/** The last days until now, epoch ms. */
export function lastDays(days: number, now: number): ArchiveRange {
  return { from: now - days * DAY_MS, to: now };
}

/** Works on stored items and shows on a terminal how far it is. */
export async function withProgress<T>(
  work: (progress: (scanned: number, total: number) => void) => Promise<T>,
): Promise<T> {
  if (!process.stderr.isTTY) return work(() => {});
  const progress = createProgress(process.stderr, "items read");
  try {
    return await work((scanned, total) => progress.show(scanned, total));
  } finally {
    progress.clear();
  }
}
