import { setImmediate as nextTurn } from "node:timers/promises";

/** Keeps statements below the parameter limits of both databases and each one short. */
const CHUNK_ROWS = 500;

/**
 * Runs `work` on at most 500 elements at a time, one chunk after the other; never on none. Between chunks the event
 * loop turns: SQLite answers synchronously, and a large batch must not stop everything else.
 */
export async function inChunks<T>(all: readonly T[], work: (chunk: readonly T[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < all.length; start += CHUNK_ROWS) {
    if (start > 0) await nextTurn();
    await work(all.slice(start, start + CHUNK_ROWS));
  }
}
