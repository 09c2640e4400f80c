import { readFile, stat } from "node:fs/promises";

/** Far above any rule file; a parsed document takes about 50 times its text in memory. */
const LARGEST_FILE = 4 * 1024 * 1024;

/**
 * Reads a text file of the configuration without its byte order mark.
 * @throws Error where it is missing, too large, or not what `decode` takes
 */
export async function readText(path: string, decode: (bytes: Uint8Array) => string = decodeUtf8): Promise<string> {
  const { size } = await stat(path);
  if (size > LARGEST_FILE) throw new Error(`the file has ${size} bytes, more than the ${LARGEST_FILE} that are read`);
  return decode(await readFile(path));
}

/**
 * UTF-8 without its byte order mark. In other encodings, as spreadsheets and old editors write them, every name with an
 * accent would be another one, which nobody would notice.
 * @throws Error where it is none
 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Error("the file is not UTF-8: save it as UTF-8 (in a spreadsheet: CSV UTF-8)", { cause: error });
  }
}

/** The same where wrong bytes only garble what is shown. */
export function decodeLeniently(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
