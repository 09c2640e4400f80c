import { seededRandom } from "../test/support/seeded-random.ts";
import { type FeedReader, openReaders } from "./support/feed-readers.ts";
import { NEWS_WORDS } from "./support/news-words.ts";
import { median, printHeader, printTable } from "./support/report.ts";
import { FEED_FORMS, type FeedDocument, writeFeed } from "./support/write-feed.ts";

/** Feeds a second from bytes to items, on one core, beside the parsers one would otherwise use. */

const SEED = 4;
const BYTES = 50_000;
const ROUNDS = 5;
const PASSES = 10;
const WARM_UP_PASSES = 5;
/** At once, so that the parse thread has the next document when it is done with one. */
const AT_ONCE = 2;

interface Speed {
  feeds: number;
  megabytes: number;
}

function writeFeeds(): readonly FeedDocument[] {
  const random = seededRandom(SEED);
  return Object.keys(NEWS_WORDS).flatMap((lang) => FEED_FORMS.map((form) => writeFeed(random, lang, form, BYTES)));
}

async function readAll(reader: FeedReader, documents: Iterable<FeedDocument>): Promise<void> {
  const left = documents[Symbol.iterator]();
  async function work(): Promise<void> {
    for (let next = left.next(); next.done !== true; next = left.next()) {
      const { bytes, items } = next.value;
      const found = await reader.read(bytes);
      if (found !== items) throw new Error(`${reader.name} found ${found} items where ${items} are`);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function measure(reader: FeedReader, feeds: readonly FeedDocument[], passes: number): Promise<Speed> {
  const documents = Array.from({ length: passes }, () => feeds).flat();
  const startedAt = performance.now();
  await readAll(reader, documents);
  const seconds = (performance.now() - startedAt) / 1000;
  const bytes = documents.reduce((sum, document) => sum + document.bytes.length, 0);
  return { feeds: documents.length / seconds, megabytes: bytes / 1e6 / seconds };
}

async function run(readers: readonly FeedReader[], feeds: readonly FeedDocument[]): Promise<Map<string, Speed[]>> {
  const speeds = new Map<string, Speed[]>(readers.map(({ name }) => [name, []]));
  for (const reader of readers) await measure(reader, feeds, WARM_UP_PASSES);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const reader of readers) speeds.get(reader.name)?.push(await measure(reader, feeds, PASSES));
  return speeds;
}

function report(speeds: ReadonlyMap<string, readonly Speed[]>): void {
  function typical(name: string): number {
    return median((speeds.get(name) ?? []).map(({ feeds }) => feeds));
  }
  const rows = [...speeds].map(([name, rounds]) => {
    const feeds = rounds.map((round) => round.feeds);
    return [
      name,
      typical(name).toFixed(0),
      median(rounds.map((round) => round.megabytes)).toFixed(1),
      `${(typical(name) / typical("rss-parser")).toFixed(2)} ×`,
      `${Math.min(...feeds).toFixed(0)}–${Math.max(...feeds).toFixed(0)}`,
    ];
  });
  printTable(["", "feeds/s", "MB/s", "rss-parser", "range"], rows);
}

const feeds = writeFeeds();
const items = feeds.reduce((sum, feed) => sum + feed.items, 0);
printHeader("Reading feeds of 50 kB on one core (aim 400 a second)", "npm run bench:parse", SEED);
console.log(`  ${feeds.length} feeds, 6 languages, 4 forms, ${items} items; medians of ${ROUNDS} rounds in turn\n`);
const { readers, close } = openReaders();
try {
  report(await run(readers, feeds));
} finally {
  await close();
}
