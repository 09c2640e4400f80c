import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { notWritable } from "./describe-sqlite-error.ts";

/**
 * Makes the folder of a database file.
 * @throws StoreError that names the file and the remedy
 */
export function makeFolderOf(path: string): void {
  try {
    makeFolder(dirname(path));
  } catch (error) {
    throw notWritable(path, error);
  }
}

/** Node's own recursive mkdir tries for ever where a folder that exists takes none, as under /proc or behind a dangling link. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}
