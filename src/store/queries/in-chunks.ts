/** Keeps statements below the parameter limits of both databases and each one short: SQLite answers synchronously. */
const CHUNK_ROWS = 500;

/** Runs `work` on at most `rows` elements at a time, one chunk after the other; never on none. */
export async function inChunks<T>(
  all: readonly T[],
  work: (chunk: readonly T[]) => Promise<void>,
  rows: number = CHUNK_ROWS,
): Promise<void> {
  for (let start = 0; start < all.length; start += rows) await work(all.slice(start, start + rows));
}
