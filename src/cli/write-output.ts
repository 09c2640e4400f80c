import { writeFile } from "node:fs/promises";

/**
 * Writes what a command was asked to put into a file.
 * @throws Error that names the file and the remedy
 */
export async function writeOutput(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    throw new Error(`cannot write ${file}: make its folder writable, or name another file`, { cause: error });
  }
}
