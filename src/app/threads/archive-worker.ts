import { parentPort } from "node:worker_threads";
import type { Feed } from "../../core/vocabulary.ts";
import type { PackedRules } from "../../match/packed-rules.ts";
import { createArchiveMatcher } from "../../pipeline/inspect/match-archive.ts";
import { scanArchive, type ArchivePortion, type ArchiveRange } from "../../pipeline/inspect/scan-archive.ts";
import { openArchive } from "../../store/open-archive.ts";
import type { StoreSync } from "../../store/options.ts";
import { createAppLogger } from "../create-app-logger.ts";

/** What an archive thread is asked. */
export interface ArchiveTask {
  store: { url: string; sync: StoreSync };
  watch: PackedRules;
  feeds: readonly Feed[];
  range: ArchiveRange;
  /** Whether items are wanted that the watch misses by one part. */
  nearMisses: boolean;
}

/** What it answers: portions, then null. An error ends the thread. */
export type ArchiveMessage = ArchivePortion | null;

parentPort?.on("message", (task: ArchiveTask) => {
  // A rejection that nobody takes ends the thread with its error, which is what who asked is told.
  void scan(task);
});

async function scan({ store: options, watch, feeds, range, nearMisses }: ArchiveTask): Promise<void> {
  const match = createArchiveMatcher(watch, { nearMisses });
  const log = createAppLogger({ WIREWATCH_LOG_LEVEL: "error" });
  const archive = await openArchive({ ...options, now: Date.now, log });
  try {
    const byId = new Map(feeds.map((feed) => [feed.id, feed]));
    for await (const portion of scanArchive({ items: archive.items, match, feeds: byId }, range)) say(portion);
  } finally {
    await archive.close();
  }
  say(null);
}

function say(message: ArchiveMessage): void {
  parentPort?.postMessage(message);
}
