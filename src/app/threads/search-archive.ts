import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ArchiveHit, ArchiveMiss, ArchiveRange } from "../../pipeline/inspect/scan-archive.ts";
import type { ArchiveMessage, ArchiveTask } from "./archive-worker.ts";

/** What a scan of the archive found, oldest item first. */
export interface ArchiveScan {
  scanned: number;
  hits: readonly ArchiveHit[];
  /** Where near misses were wanted. */
  misses: readonly ArchiveMiss[];
}

/** Threads that read the archive side by side, each a part of the time; each compiles the rules for itself. */
const THREADS = Math.min(Math.max(availableParallelism(), 2), 4);
/** Room for fresh objects, MB: compiled rules outlive several rounds of collecting in less, and are copied each time. */
const YOUNG_SCAN_HEAP_MB = 48;

/** Threads that are ready to read stored items, each with a connection of its own while it reads. */
export interface ArchiveThreads extends AsyncDisposable {
  /**
   * Asks a watch about all stored items of a range.
   * @param progress called with the number of items read so far
   */
  search(task: ArchiveTask, progress: (scanned: number) => void): Promise<ArchiveScan>;
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
    async search(task, progress) {
      let total = 0;
      const parts = partsOf(task.range);
      const scans = started.map((thread, at) =>
        scanPart(thread, { ...task, range: parts[at] ?? task.range }, (scanned) => {
          total += scanned;
          progress(total);
        }),
      );
      const found = await Promise.all(scans);
      return {
        scanned: total,
        hits: found.flatMap(({ hits }) => hits),
        misses: found.flatMap(({ misses }) => misses),
      };
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(started.map(({ worker }) => worker.terminate()));
    },
  };
}

function partsOf({ from, to }: ArchiveRange): ArchiveRange[] {
  const length = Math.ceil((to - from) / THREADS);
  return Array.from({ length: THREADS }, (_, index) => {
    const start = from + index * length;
    return { from: start, to: Math.min(start + length, to) };
  });
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

interface Found {
  hits: ArchiveHit[];
  misses: ArchiveMiss[];
}

async function scanPart(
  { worker, ended }: ArchiveThread,
  task: ArchiveTask,
  progress: (scanned: number) => void,
): Promise<Found> {
  const { promise, resolve } = Promise.withResolvers<Found>();
  const found: Found = { hits: [], misses: [] };
  function take(message: ArchiveMessage): void {
    if (message === null) return resolve(found);
    found.hits.push(...message.hits);
    found.misses.push(...message.misses);
    progress(message.scanned);
  }
  worker.on("message", take);
  try {
    worker.postMessage(task);
    return await Promise.race([promise, ended]);
  } finally {
    worker.off("message", take);
  }
}
