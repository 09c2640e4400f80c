import { hashOf } from "../../src/core/hash.ts";
import type { ReadItem } from "../../src/core/vocabulary.ts";
import { openStore } from "../../src/store/open-store.ts";
import { createLogger } from "../../src/telemetry/logger.ts";
import { htmlToText } from "../../src/text/html-to-text.ts";
import { seededRandom } from "../../test/support/seeded-random.ts";
import { feed } from "../../test/support/store/store-builders.ts";
import { writeCorpus } from "./engine-corpus.ts";
import { makeLanguages } from "./made-languages.ts";
import { writeNews } from "./news-text.ts";

const FEEDS = 100;
const BATCH = 100;
const TEXT_LENGTH = 1300;
const ON_TOPIC = 1 / 30;

export interface Archive {
  /** `sqlite:…`: of a file that does not exist yet. */
  url: string;
  items: number;
  days: number;
  /** Epoch milliseconds: when the last item was seen. */
  until: number;
  seed: number;
}

/**
 * Fills a new store with news that came in a steady stream from a hundred feeds: made-up words of many languages, and
 * in one item of thirty the words that diplomatic watches look for.
 */
export async function fillArchive({ url, items, days, until, seed }: Archive): Promise<void> {
  const random = seededRandom(seed);
  const languages = makeLanguages(random);
  const log = createLogger("silent");
  const store = await openStore({ url, sync: "normal", migrate: true, now: Date.now, log });
  const feeds = Array.from({ length: FEEDS }, (_, number) => feed(`feed-${number}`, { onAdd: "silent" }));
  await store.feeds.sync(feeds, () => 0);
  const start = until - days * 86_400_000;
  for (const { id } of feeds) await store.items.addRead(id, [], start - 1);
  for (let from = 0; from < items; from += BATCH) {
    const seenAt = Math.floor(start + ((until - start) * (from + BATCH)) / (items + BATCH));
    const others = writeCorpus(random, languages, BATCH);
    const news = others.map((other, at) => {
      const text = random() < ON_TOPIC ? writeTopic(random) : other;
      return toRead(text, from + at, seenAt);
    });
    await store.items.addRead(`feed-${(from / BATCH) % FEEDS}`, news, seenAt);
  }
  await store.close();
}

type ArchiveText = Pick<ReadItem, "title" | "body" | "lang">;

function writeTopic(random: () => number): ArchiveText {
  const { title, html } = writeNews(random, TEXT_LENGTH);
  return { title, body: htmlToText(html), lang: "en" };
}

function toRead({ title, body, lang }: ArchiveText, number: number, publishedAt: number): ReadItem {
  const link = `https://news.example/${number}`;
  const rest = { summary: "", author: null, outlet: "news.example", contentHash: hashOf(title, body) };
  return { identity: link, link, cleanedLink: link, publishedAt, title, body, lang, ...rest };
}
