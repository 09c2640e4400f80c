import type { ArchiveRange } from "../pipeline/inspect/scan-archive.ts";
import { DAY_MS } from "../core/time.ts";

/** The last days until now, epoch ms. */
export function lastDays(days: number, now: number): ArchiveRange {
  return { from: now - days * DAY_MS, to: now };
}
