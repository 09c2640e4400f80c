import { readFile, stat } from "node:fs/promises";

/** Far above any rule file; a parsed document takes about 50 times its text in memory. */
const LARGEST_FILE = 4 * 1024 * 1024;

/** Reads a text file of the configuration without its byte order mark; throws where it is missing or too large. */
export async function readText(path: string): Promise<string> {
  const { size } = await stat(path);
  if (size > LARGEST_FILE) throw new Error(`the file has ${size} bytes, more than the ${LARGEST_FILE} that are read`);
  return (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
}
