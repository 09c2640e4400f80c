import type { Worker } from "node:worker_threads";

/** Most documents are read in a few milliseconds: they end before the first look. */
const LOOK_EVERY_MS = 100;

/**
 * Calls `onOver` once the worker's thread has used `capMs` of processor time since the first look, which comes 100 ms
 * after the start. It counts processor time, not waiting, so a busy machine stops nobody.
 * @returns ends the watch
 */
export function watchCpu(worker: Worker, capMs: number, onOver: () => void): () => void {
  let firstMs: number | null = null;
  let isOver = false;

  async function look(): Promise<void> {
    const usage = await worker.cpuUsage();
    const usedMs = (usage.user + usage.system) / 1000;
    firstMs ??= usedMs;
    if (isOver || usedMs - firstMs < capMs) return;
    isOver = true;
    onOver();
  }

  const timer = setInterval(() => {
    // A worker that has not begun yet or has just ended has no usage to tell: the next look may, or there is none.
    look().catch(() => undefined);
  }, LOOK_EVERY_MS);
  return () => {
    isOver = true;
    clearInterval(timer);
  };
}
