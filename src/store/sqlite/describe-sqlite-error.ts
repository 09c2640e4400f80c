import { StoreError } from "../store-error.ts";

/** Primary result codes (https://www.sqlite.org/rescode.html): the low byte of what node:sqlite reports. */
const NO_CODE = 0;
const BUSY = 5;
const READONLY = 8;
const IO_ERROR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANNOT_OPEN = 14;
const NOT_A_DATABASE = 26;

/** The same error in words an operator can act on; other errors come back as they are. */
export function describeSqliteError(error: unknown, path: string): unknown {
  switch (primaryCode(error)) {
    case FULL:
      return new StoreError("disk-full", `the disk is full: free space for ${path}; nothing is lost, work resumes`, {
        cause: error,
      });
    case READONLY:
    case CANNOT_OPEN:
      return notWritable(path, error);
    case BUSY:
      return new StoreError(
        "busy",
        `another process holds ${path} for writing: end it, or go through the running wirewatch`,
        { cause: error },
      );
    case NOT_A_DATABASE:
      return new StoreError(
        "damaged",
        `${path} is not a readable SQLite database: if it is another file, correct store:; if it was one, restore a backup`,
        { cause: error },
      );
    case CORRUPT:
      return new StoreError("damaged", `the SQLite database ${path} is damaged: restore a backup`, { cause: error });
    case IO_ERROR:
      return new StoreError("damaged", `reading or writing ${path} failed: check the disk and its file system`, {
        cause: error,
      });
    default:
      return error;
  }
}

/** Another connection holds a lock that this one needs. */
export function isBusy(error: unknown): boolean {
  return primaryCode(error) === BUSY;
}

/** The file or its folder cannot be made or written. */
export function notWritable(path: string, cause: unknown): StoreError {
  return new StoreError(
    "not-writable",
    `cannot write ${path}: let the user of this process write the file and its folder, or set store: to another path`,
    { cause },
  );
}

function primaryCode(error: unknown): number {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return NO_CODE;
  return error.errcode & 0xff;
}
