import { readFile } from "node:fs/promises";
import type { ParsedItem, ParseOutcome } from "../poll/parse/parsed-feed.ts";
import { readDate } from "../poll/parse/read-date.ts";
import { createParsePool, type ParsePool } from "./threads/parse-pool.ts";

/** The next file is read while the thread is busy with one. */
const IN_FLIGHT = 2;

function printedItem({ title, link, id, publishedAt, updatedAt, ...rest }: ParsedItem): object {
  const { summary, content, author, lang } = rest;
  return { title, link, id, publishedAt, updatedAt, summary, content, author, lang };
}

/** The object that `wirewatch parse` prints for a file. */
function printed(file: string, outcome: ParseOutcome): object {
  if (outcome.kind === "failed") return { file, error: outcome.failure, feed: null, items: [] };
  if (outcome.kind === "page") return { file, error: null, feed: null, items: [], feeds: outcome.feeds };
  const { title, link, description, kind } = outcome.feed;
  return { file, error: null, feed: { title, link, description, kind }, items: outcome.items.map(printedItem) };
}

async function parseFile(pool: ParsePool, line: string): Promise<object> {
  const [file = "", contentType = "", baseUrl = ""] = line.split("\t");
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { file, error: { kind: "unreadable", message }, feed: null, items: [] };
  }
  const base = URL.canParse(baseUrl) ? baseUrl : null;
  const outcome = await pool.parse({ bytes, contentType: contentType || null, baseUrl: base, timezone: null });
  return printed(file, outcome);
}

/**
 * Reads documents and writes one JSON line for each, in the order asked.
 * @param lines paths, each with an optional tab and HTTP content type, and a tab and base URL
 */
export async function parseFiles(
  lines: AsyncIterable<string> | Iterable<string>,
  write: (line: string) => void,
): Promise<void> {
  const pool = createParsePool({ threads: 1 });
  const pending: Promise<object>[] = [];
  try {
    for await (const line of lines) {
      if (line.trim() === "") continue;
      pending.push(parseFile(pool, line));
      if (pending.length >= IN_FLIGHT) write(JSON.stringify(await pending.shift()));
    }
    for (const answer of pending) write(JSON.stringify(await answer));
  } finally {
    await pool.close();
  }
}

/**
 * Writes an ISO 8601 instant for each raw date, an empty line for one that is none. Dates without a zone are UTC,
 * 11/5/2026 is in November.
 */
export async function readDates(
  lines: AsyncIterable<string> | Iterable<string>,
  write: (line: string) => void,
): Promise<void> {
  for await (const line of lines) {
    const instant = readDate(line, { timezone: null, slashOrder: "month-first" });
    write(instant === null ? "" : new Date(instant).toISOString());
  }
}
