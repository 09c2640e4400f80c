import { createInterface } from "node:readline";
import { parseFiles, readDates } from "../app/parse-files.ts";
import { harmless } from "../core/harmless-text.ts";

/** `wirewatch parse`: files as arguments, else a path a line on standard input; with `--dates`, a raw date a line. */
export async function runParse(files: readonly string[], flags: { dates?: true }): Promise<void> {
  if (flags.dates === true) await readDates(stdinLines(), writeLine);
  else await parseFiles(files.length > 0 ? files : stdinLines(), writeLine);
}

function writeLine(line: string): void {
  process.stdout.write(`${harmless(line)}\n`);
}

/** Standard input by lines. */
export function stdinLines(): AsyncIterable<string> {
  return createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
}
