import { Worker } from "node:worker_threads";
import type { ArchiveHit, ArchiveMiss, ArchiveRange } from "../../pipeline/inspect/scan-archive.ts";
import type { ArchiveMessage, ArchiveTask } from "./archive-worker.ts";

/** What a scan of the archive found, oldest item first. */
export interface ArchiveScan {
  scanned: number;
  hits: readonly ArchiveHit[];
  /** Of the watch whose near misses were wanted. */
  misses: readonly ArchiveMiss[];
}

/** Threads that read the archive side by side, each a part of the time. */
const THREADS = 2;

/**
 * Asks rules about all stored items of a range, in threads of their own with their own connections.
 * @param progress called with the number of items read so far
 */
export async function searchArchive(task: ArchiveTask, progress: (scanned: number) => void): Promise<ArchiveScan> {
  let total = 0;
  const scans = partsOf(task.range).map((range) =>
    scanPart({ ...task, range }, (scanned) => {
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
}

function partsOf({ from, to }: ArchiveRange): ArchiveRange[] {
  const length = Math.ceil((to - from) / THREADS);
  return Array.from({ length: THREADS }, (_, index) => {
    const start = from + index * length;
    return { from: start, to: Math.min(start + length, to) };
  });
}

interface Found {
  hits: ArchiveHit[];
  misses: ArchiveMiss[];
}

async function scanPart(task: ArchiveTask, progress: (scanned: number) => void): Promise<Found> {
  const { promise, resolve, reject } = Promise.withResolvers<Found>();
  const found: Found = { hits: [], misses: [] };
  const worker = new Worker(new URL("archive-worker.ts", import.meta.url), { workerData: task });
  worker.on("message", (message: ArchiveMessage) => {
    if (message === null) {
      resolve(found);
      return;
    }
    found.hits.push(...message.hits);
    found.misses.push(...message.misses);
    progress(message.scanned);
  });
  worker.on("error", reject);
  worker.on("exit", () => reject(new Error("the thread that reads the archive ended early")));
  try {
    return await promise;
  } finally {
    await worker.terminate();
  }
}
