import { parentPort } from "node:worker_threads";
import type { Feed } from "../../core/vocabulary.ts";
import type { PackedRules } from "../../match/packed-rules.ts";
import { createArchiveMatcher } from "../../pipeline/inspect/match-archive.ts";
import { scanArchive, type ArchivePortion, type ArchiveRange } from "../../pipeline/inspect/scan-archive.ts";
import type { LangCount, SeenRange } from "../../store/item-rows.ts";
import { openArchive, type Archive } from "../../store/open-archive.ts";
import type { StoreSync } from "../../store/options.ts";
import { createAppLogger } from "../create-app-logger.ts";

/** What an archive thread is asked: first to open the archive, which stays open until the thread ends. */
export type ArchiveTask =
  | { kind: "open"; store: { url: string; sync: StoreSync } }
  | ({ kind: "survey" } & SurveyTask)
  | ({ kind: "scan" } & ScanTask);

interface SurveyTask {
  range: ArchiveRange;
  /** The watch of which is asked what it was found to match; null: of none. */
  recordedOf: string | null;
}

interface ScanTask {
  watch: PackedRules;
  feeds: readonly Feed[];
  ranges: readonly SeenRange[];
  /** Whether items are wanted that the watch misses by one part. */
  nearMisses: boolean;
}

/** What is known of a range before its items are read. */
export interface ArchiveSurvey {
  counts: readonly LangCount[];
  /** When the oldest item of the store was first seen; null: there is none. */
  oldest: number | null;
  /** Items that the daemon recorded as matches when they came. */
  recorded: readonly { itemId: string; vetoed: boolean }[];
}

/** What it answers: to a scan portions, then its end. An error ends the thread. */
export type ArchiveMessage =
  | { kind: "surveyed"; survey: ArchiveSurvey }
  | { kind: "portion"; portion: ArchivePortion }
  | { kind: "scanned" };

let opening: Promise<Archive> | undefined;

parentPort?.on("message", (task: ArchiveTask) => {
  // A rejection that nobody takes ends the thread with its error, which is what who asked is told.
  void work(task);
});

async function work(task: ArchiveTask): Promise<void> {
  if (task.kind === "open") opening = open(task.store);
  if (opening === undefined) throw new Error("the archive is not open");
  const archive = await opening;
  if (task.kind === "survey") say({ kind: "surveyed", survey: await survey(archive, task) });
  if (task.kind === "scan") await scan(archive, task);
}

function open(store: { url: string; sync: StoreSync }): Promise<Archive> {
  return openArchive({ ...store, now: Date.now, log: createAppLogger({ WIREWATCH_LOG_LEVEL: "error" }) });
}

async function survey({ items, matches }: Archive, { range, recordedOf }: SurveyTask): Promise<ArchiveSurvey> {
  return {
    counts: await items.countByLang(range),
    oldest: await items.oldestSeenAt(),
    recorded: recordedOf === null ? [] : await matches.listRecorded(recordedOf, range),
  };
}

async function scan({ items }: Archive, { watch, feeds, ranges, nearMisses }: ScanTask): Promise<void> {
  const match = createArchiveMatcher(watch, { nearMisses });
  const byId = new Map(feeds.map((feed) => [feed.id, feed]));
  for (const range of ranges)
    for await (const portion of scanArchive({ items, match, feeds: byId }, range)) say({ kind: "portion", portion });
  say({ kind: "scanned" });
}

function say(message: ArchiveMessage): void {
  parentPort?.postMessage(message);
}
