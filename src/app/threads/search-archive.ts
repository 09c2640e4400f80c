import { once } from "node:events";
import { availableParallelism } from "node:os";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { finishInTurns } from "../../core/steps.ts";
import type { Feed } from "../../core/vocabulary.ts";
import { packInSteps } from "../../match/packed-rules.ts";
import { EVERY_LANGUAGE } from "../../match/rule-set.ts";
import type { RulesOfWatch } from "../../match/rules-of-watch.ts";
import type { ArchiveHit, ArchiveMiss, ArchivePortion, ArchiveRange } from "../../pipeline/inspect/scan-archive.ts";
import { shareArchive } from "../../pipeline/inspect/share-archive.ts";
import type { SeenRange } from "../../store/item-rows.ts";
import type { StoreSync } from "../../store/options.ts";
import type { ArchiveMessage, ArchiveSurvey, ArchiveTask } from "./archive-worker.ts";

/** Which stored items are asked about. */
interface ArchiveSelection {
  store: { url: string; sync: StoreSync };
  range: ArchiveRange;
  /** The watch of which is asked what it was found to match when items came; null: of none. */
  recordedOf: string | null;
}

export interface ArchiveSearch {
  feeds: readonly Feed[];
  watch: RulesOfWatch;
  /** Whether items are wanted that the watch misses by one part. */
  nearMisses: boolean;
  /** Called with the number of items read so far, and of all. */
  progress: (scanned: number, total: number) => void;
}

/** What a scan of the archive found, oldest item first. */
export interface ArchiveScan extends Pick<ArchiveSurvey, "oldest" | "recorded"> {
  scanned: number;
  hits: readonly ArchiveHit[];
  /** Where near misses were wanted. */
  misses: readonly ArchiveMiss[];
}

/** Threads that read the archive side by side; each compiles the rules of the languages that it reads. */
const THREADS = Math.min(Math.max(availableParallelism(), 2), 4);
/** Room for fresh objects, MB: compiled rules outlive several rounds of collecting in less, and are copied each time. */
const YOUNG_SCAN_HEAP_MB = 48;

/** Stored items that threads have opened, each with a connection of its own. */
export interface OpenArchive {
  /** Asks a watch about all of them; one search at a time. */
  search(search: ArchiveSearch): Promise<ArchiveScan>;
}

/** Threads that are ready to read stored items. */
export interface ArchiveThreads extends AsyncDisposable {
  /** Opens and counts the items while whoever asks makes the rules ready; what goes wrong the search says. Once. */
  open(selection: ArchiveSelection): OpenArchive;
}

interface ArchiveThread {
  worker: Worker;
  /** Rejects when the thread ends, with its error if it has one. */
  ended: Promise<never>;
}

/** Starts the threads; started before the configuration is read, they load the program meanwhile. */
export function startArchiveThreads(): ArchiveThreads {
  const started = Array.from({ length: THREADS }, startThread);
  return {
    open: (selection) => openWith(started, selection),
    async [Symbol.asyncDispose]() {
      await Promise.all(started.map(({ worker }) => worker.terminate()));
    },
  };
}

function openWith(threads: readonly ArchiveThread[], { store, range, recordedOf }: ArchiveSelection): OpenArchive {
  for (const thread of threads) post(thread, { kind: "open", store });
  const surveyed = surveyWith(threads, { kind: "survey", range, recordedOf });
  // Nobody may ask: where the configuration is not valid.
  surveyed.catch(() => {});
  return { search: async (search) => searchWith(threads, range, await surveyed, search) };
}

async function searchWith(
  threads: readonly ArchiveThread[],
  range: ArchiveRange,
  { counts, oldest, recorded }: ArchiveSurvey,
  { feeds, watch, nearMisses, progress }: ArchiveSearch,
): Promise<ArchiveScan> {
  const total = counts.reduce((sum, { items }) => sum + items, 0);
  const lists = Object.values(watch.rules.lists);
  function termsOf(lang: string | null): number {
    return lists.reduce((sum, list) => sum + (list[lang ?? EVERY_LANGUAGE]?.length ?? 0), 0);
  }
  const shares = shareArchive(counts, range, { readers: threads.length, termsOf });
  const packed = await finishInTurns(packInSteps(watch, shares.map(langsOf)));
  let scanned = 0;
  const scans = threads.map(async (thread, at) => {
    const rules = packed[at];
    if (rules === undefined) return [];
    // Very many persons take long to post.
    for (let turn = 0; turn < at; turn += 1) await nextTurn();
    post(thread, { kind: "scan", watch: rules, feeds, ranges: shares[at] ?? [], nearMisses });
    return hearPortions(thread, (portion) => {
      scanned += portion.scanned;
      progress(scanned, total);
    });
  });
  const portions = (await Promise.all(scans)).flat();
  const hits = portions.flatMap((portion) => portion.hits).toSorted(oldestFirst);
  const misses = portions.flatMap((portion) => portion.misses).toSorted(oldestFirst);
  return { scanned, hits, misses, oldest, recorded };
}

function langsOf(ranges: readonly SeenRange[]): (string | null)[] {
  return ranges.flatMap(({ langs }) => langs ?? [null]);
}

function oldestFirst({ item: a }: Pick<ArchiveHit, "item">, { item: b }: Pick<ArchiveHit, "item">): number {
  return a.firstSeenAt - b.firstSeenAt || (a.id < b.id ? -1 : 1);
}

function startThread(): ArchiveThread {
  const worker = new Worker(new URL("archive-worker.ts", import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_SCAN_HEAP_MB },
  });
  const ended = endOf(worker);
  // What ends a thread that nobody has asked yet is told when somebody asks.
  ended.catch(() => {});
  return { worker, ended };
}

async function endOf(worker: Worker): Promise<never> {
  // `once` rejects with the error of the thread itself.
  await once(worker, "exit");
  throw new Error("the thread that reads the archive ended early");
}

function post({ worker }: ArchiveThread, task: ArchiveTask): void {
  worker.postMessage(task);
}

async function surveyWith([thread]: readonly ArchiveThread[], task: ArchiveTask): Promise<ArchiveSurvey> {
  if (thread === undefined) throw new RangeError("there is no thread to ask");
  post(thread, task);
  return hear(thread, (message, done) => {
    if (message.kind === "surveyed") done(message.survey);
  });
}

function hearPortions(thread: ArchiveThread, taken: (portion: ArchivePortion) => void): Promise<ArchivePortion[]> {
  const portions: ArchivePortion[] = [];
  return hear(thread, (message, done) => {
    if (message.kind === "scanned") return done(portions);
    if (message.kind !== "portion") return;
    portions.push(message.portion);
    taken(message.portion);
  });
}

/** Hands on what a thread answers until that is done, or the thread ends. */
async function hear<T>(
  { worker, ended }: ArchiveThread,
  take: (message: ArchiveMessage, done: (value: T) => void) => void,
): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>();
  function listen(message: ArchiveMessage): void {
    take(message, resolve);
  }
  worker.on("message", listen);
  try {
    return await Promise.race([promise, ended]);
  } finally {
    worker.off("message", listen);
  }
}
