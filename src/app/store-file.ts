import { statSync } from "node:fs";
import { stat } from "node:fs/promises";

/**
 * Remembers which file the store has open, and answers whether its path still leads to it. What is written to a file that
 * was deleted or replaced is gone with the process, and nothing fails before that. Always true where the store is a server's.
 */
export function watchStoreFile(storeUrl: string): () => Promise<boolean> {
  if (!storeUrl.startsWith("sqlite:")) return () => Promise.resolve(true);
  const path = storeUrl.slice("sqlite:".length);
  const opened = statSync(path, { bigint: true });
  return async function isThere() {
    const now = await stat(path, { bigint: true }).catch(ifMissing);
    return now !== null && now.ino === opened.ino && now.dev === opened.dev;
  };
}

function ifMissing(error: unknown): null {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return null;
  throw error;
}
