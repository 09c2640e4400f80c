import FeedParser from "feedparser";
import { parseFeed } from "feedsmith";
import RssParser from "rss-parser";
import { createParsePool } from "../../src/app/threads/parse-pool.ts";
import { readDocument } from "../../src/poll/parse/read-document.ts";

/** Reads one document and answers how many items it found. */
export interface FeedReader {
  name: string;
  read: (bytes: Buffer) => Promise<number>;
}

const CONTEXT = { now: Date.UTC(2026, 0, 20, 12), isAggregator: false, lang: null };
const NO_TIMEOUT = { taskTimeoutMs: 60_000, cpuMs: 60_000, heapMb: 200 };

function toInput(bytes: Buffer) {
  return { bytes, contentType: "application/xml", baseUrl: "https://news.example/feed", timezone: null };
}

async function readWithFeedparser(bytes: Buffer): Promise<number> {
  const parser = new FeedParser({});
  parser.end(bytes);
  let items = 0;
  for await (const item of parser) if (item.title !== "") items += 1;
  return items;
}

function countSmith({ feed }: ReturnType<typeof parseFeed>): number {
  if ("entries" in feed) return feed.entries?.length ?? 0;
  return "items" in feed ? (feed.items?.length ?? 0) : 0;
}

/**
 * Our whole way from bytes to items ready for the store, beside libraries that stop at the elements' texts: they
 * take UTF-8 for granted, make no plain text, know no identity and guess no language.
 */
export function openReaders(): { readers: readonly FeedReader[]; close: () => Promise<void> } {
  const pool = createParsePool({ threads: 1, limits: NO_TIMEOUT });
  const rssParser = new RssParser();
  const readers: FeedReader[] = [
    {
      name: "rss-parser",
      read: async (bytes) => (await rssParser.parseString(bytes.toString("utf8"))).items.length,
    },
    { name: "feedsmith", read: async (bytes) => countSmith(parseFeed(bytes.toString("utf8"))) },
    { name: "feedparser", read: readWithFeedparser },
    {
      name: "wirewatch, one call",
      read: async (bytes) => {
        const outcome = await readDocument(toInput(bytes), CONTEXT);
        return outcome.kind === "feed" ? outcome.items.length : 0;
      },
    },
    {
      name: "wirewatch, parse thread",
      read: async (bytes) => {
        const outcome = await pool.read(toInput(bytes), CONTEXT);
        return outcome.kind === "feed" ? outcome.items.length : 0;
      },
    },
  ];
  return { readers, close: () => pool.close() };
}
