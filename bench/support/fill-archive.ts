import { hashOf } from "../../src/core/hash.ts";
import type { Feed, ReadItem } from "../../src/core/vocabulary.ts";
import { openStore } from "../../src/store/open-store.ts";
import { createLogger } from "../../src/telemetry/logger.ts";
import { htmlToText } from "../../src/text/html-to-text.ts";
import { createRandom, writeNews } from "./news-text.ts";

const FEEDS = 100;
const BATCH = 100;
const TEXT_LENGTH = 1300;

export interface Archive {
  /** `sqlite:…`: of a file that does not exist yet. */
  url: string;
  items: number;
  days: number;
  /** Epoch milliseconds: when the last item was seen. */
  until: number;
  seed: number;
}

/** Fills a new store with news that came in a steady stream from a hundred feeds. */
export async function fillArchive({ url, items, days, until, seed }: Archive): Promise<void> {
  const random = createRandom(seed);
  const log = createLogger("silent");
  const store = await openStore({ url, sync: "normal", migrate: true, now: Date.now, log });
  const feeds = Array.from({ length: FEEDS }, (_, number) => archiveFeed(number));
  await store.feeds.sync(feeds, () => 0);
  const start = until - days * 86_400_000;
  for (const { id } of feeds) await store.items.addRead(id, [], start - 1);
  for (let from = 0; from < items; from += BATCH) {
    const seenAt = Math.floor(start + ((until - start) * (from + BATCH)) / (items + BATCH));
    const news = Array.from({ length: BATCH }, (_, at) => writeItem(random, from + at, seenAt));
    await store.items.addRead(`feed-${(from / BATCH) % FEEDS}`, news, seenAt);
  }
  await store.close();
}

function archiveFeed(number: number): Feed {
  const id = `feed-${number}`;
  const url = `https://${id}.example/rss`;
  const habits = { everyMs: null, timezone: null, expectEveryMs: null, onAdd: "silent", fullText: false } as const;
  return { id, url, kind: "wire", lang: "en", tags: [], ...habits };
}

function writeItem(random: () => number, number: number, publishedAt: number): ReadItem {
  const { title, html } = writeNews(random, TEXT_LENGTH);
  const body = htmlToText(html);
  const link = `https://news.example/${number}`;
  const outlet = "news.example";
  const texts = { title, summary: "", body, author: null, lang: "en", contentHash: hashOf(title, body) };
  return { identity: link, link, cleanedLink: link, outlet, publishedAt, ...texts };
}
