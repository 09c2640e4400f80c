import { readdir, stat } from "node:fs/promises";

interface Mark {
  text: string;
  /** By the clock of the file system, epoch milliseconds; 0: there is nothing. */
  changedAt: number;
}

/**
 * What files and folders look like from outside: another text when one of them was written, replaced or removed, or a
 * folder has other files. They are looked at, since networks and containers do not tell of changes.
 */
export async function markSources(paths: readonly string[]): Promise<string> {
  return textOf(await Promise.all(paths.map(markOf)));
}

/**
 * The same of sources that were just read, from `since` on (epoch milliseconds); empty, like no mark, where one of them
 * changed meanwhile: what was read may be from before.
 */
export async function markRead(paths: readonly string[], since: number): Promise<string> {
  const marks = await Promise.all(paths.map(markOf));
  return marks.some(({ changedAt }) => changedAt >= since) ? "" : textOf(marks);
}

function textOf(marks: readonly Mark[]): string {
  return JSON.stringify(marks.map(({ text }) => text));
}

async function markOf(path: string): Promise<Mark> {
  try {
    const found = await stat(path, { bigint: true });
    const changedAt = Number(found.ctimeMs);
    if (found.isDirectory()) return { text: await listNames(path), changedAt };
    return { text: `${path} ${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}`, changedAt };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    return { text: `${path} ${code}`, changedAt: 0 };
  }
}

/** Hidden ones come and go with every editor. */
async function listNames(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith("."));
  return [folder, ...names.toSorted()].join(" ");
}
