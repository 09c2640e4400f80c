import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { describeSqliteError, isBusy } from "./describe-sqlite-error.ts";
import { makeFolderOf } from "./make-folder-of.ts";

export interface SingleWriterLock {
  release(): void;
}

/** Another wirewatch owns the database file. */
export class AnotherRunError extends Error {
  override readonly name = "AnotherRunError";
  /** Null: it has not written its number yet. */
  readonly pid: number | null;

  constructor(path: string, pid: number | null, options?: ErrorOptions) {
    const who = pid === null ? "another process" : `process ${pid}`;
    super(`another wirewatch runs on ${path} (${who}): end it first, or give this one another \`store\``, options);
    this.pid = pid;
  }
}

/** Keeps the connections from the garbage collector, which would close them and so drop the lock. */
const held = new Set<DatabaseSync>();

/**
 * Makes this process the only one that runs on a database file. The operating system holds the lock (an exclusive
 * transaction on `<path>.lock`) and drops it when the process ends in whatever way, so none is ever stale.
 * `<path>.pid` tells people who holds it.
 * @throws AnotherRunError when a process that runs holds it
 * @throws StoreError when the folder cannot be written
 */
export function acquireSingleWriterLock(path: string): SingleWriterLock {
  const pidFile = `${path}.pid`;
  const lock = openLockFile(`${path}.lock`);
  try {
    lock.exec("begin exclusive");
  } catch (error) {
    lock.close();
    if (isBusy(error)) throw new AnotherRunError(path, readLivingPid(pidFile), { cause: error });
    throw describeSqliteError(error, path);
  }
  held.add(lock);
  writeFileSync(pidFile, `${process.pid}\n`);
  return {
    release() {
      if (!held.delete(lock)) return;
      rmSync(pidFile, { force: true });
      lock.close();
    },
  };
}

/**
 * The lock file itself stays: removing it would let two processes hold locks on two files of one name. It must never
 * be opened by anything else in this process, since closing any handle drops a POSIX lock.
 */
function openLockFile(path: string): DatabaseSync {
  makeFolderOf(path);
  try {
    return new DatabaseSync(path, { timeout: 0 });
  } catch (error) {
    throw describeSqliteError(error, path);
  }
}

/** The number in the file, unless it is left over from a process that has ended. */
function readLivingPid(file: string): number | null {
  if (!existsSync(file)) return null;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  return Number.isNaN(pid) || !isAlive(pid) ? null : pid;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of another user lives, but may not be signalled.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
