import { createTask } from "node-cron";
import RssParser from "rss-parser";
import { tellParent } from "./support/child.ts";
import { feedUrl, startMeter } from "./support/poll-run.ts";

/**
 * What a small script does with rss-parser and node-cron alone: it keeps what it has seen in memory, looks for words,
 * and forgets everything when it ends. `node baseline-rss-parser.ts PORT FEEDS`. Two rounds; nothing is new in the
 * second.
 */

const [port = 0, feedCount = 10] = process.argv.slice(2).map(Number);
const AT_ONCE = 32;
const WORDS = /\b(defect(s|ed|ion)?|asylum|refus\w+ to return)\b/i;

const parser = new RssParser();
const seen = new Set<string>();
let found = 0;

async function pollFeed(url: string): Promise<number> {
  const feed = await parser.parseURL(url);
  let added = 0;
  for (const item of feed.items) {
    const key = item.guid ?? item.link ?? item.title ?? "";
    if (seen.has(key)) continue;
    seen.add(key);
    added += 1;
    if (WORDS.test(`${item.title} ${item.contentSnippet}`)) found += 1;
  }
  return added;
}

async function pollAll(): Promise<number> {
  const urls = Array.from({ length: feedCount }, (_, feed) => feedUrl(feed, port)).values();
  let added = 0;
  async function work(): Promise<void> {
    for (const url of urls) {
      const fresh = await pollFeed(url);
      added += fresh;
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return added;
}

async function round(): Promise<void> {
  const endMeter = startMeter();
  const added = await pollAll();
  tellParent(endMeter(feedCount, added));
}

const task = createTask("*/3 * * * *", round, { noOverlap: true });
await task.execute();
await task.execute();
await task.destroy();
console.error(`  (the script found its words in ${found} items)`);
process.disconnect();
