import { Worker } from "node:worker_threads";
import type { ArchiveHit, ArchiveRange } from "../../pipeline/inspect/scan-archive.ts";
import type { ArchiveMessage, ArchiveTask } from "./archive-worker.ts";

/** What a scan of the archive found, oldest item first. */
export interface ArchiveScan {
  scanned: number;
  hits: readonly ArchiveHit[];
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
  const hits = await Promise.all(scans);
  return { scanned: total, hits: hits.flat() };
}

function partsOf({ from, to }: ArchiveRange): ArchiveRange[] {
  const length = Math.ceil((to - from) / THREADS);
  return Array.from({ length: THREADS }, (_, index) => {
    const start = from + index * length;
    return { from: start, to: Math.min(start + length, to) };
  });
}

async function scanPart(task: ArchiveTask, progress: (scanned: number) => void): Promise<ArchiveHit[]> {
  const { promise, resolve, reject } = Promise.withResolvers<ArchiveHit[]>();
  const hits: ArchiveHit[] = [];
  const worker = new Worker(new URL("archive-worker.ts", import.meta.url), { workerData: task });
  worker.on("message", (message: ArchiveMessage) => {
    if (message === null) {
      resolve(hits);
      return;
    }
    hits.push(...message.hits);
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
