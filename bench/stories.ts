import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReadItem } from "../src/core/vocabulary.ts";
import { MemoryStoryIndex } from "../src/decide/stories/memory-story-index.ts";
import { placeItems, type FreshItem, type Placing } from "../src/decide/stories/place-items.ts";
import { joinStories } from "../src/pipeline/join-stories.ts";
import { openStore } from "../src/store/open-store.ts";
import type { Store } from "../src/store/store.ts";
import { createLogger } from "../src/telemetry/logger.ts";
import { tokenise } from "../src/text/tokenise.ts";
import { seededRandom } from "../test/support/seeded-random.ts";
import { feed } from "../test/support/store/store-builders.ts";
import { writeCorpus } from "./support/engine-corpus.ts";
import { makeLanguages } from "./support/made-languages.ts";
import { median, printHeader, printTable } from "./support/report.ts";

/** What it costs to find the story of an item, by how many items the window holds; in memory, and with the store. */

const SIZES = [1_000, 10_000, 100_000];
/** Filling the store takes minutes for the largest. */
const STORED = process.argv.includes("--all") ? SIZES : SIZES.slice(0, -1);
const MEASURED = 1_000;
const BATCH = 100;
const RUNS = 5;
const WARMING = 5_000;
const SEED = 5;
/** One item of ten is a copy of an earlier one, cut and under another headline. */
const COPY_EVERY = 10;
const TEXT_UNITS = 900;
const CUT_UNITS = 450;
const FOOTER = "Sign up for our morning briefing and get the most important stories of the day in your inbox.";
const NOW = Date.UTC(2026, 0, 20);
const FEED = feed("bench", { onAdd: "silent" });

/** Texts in many languages whose words are as frequent as in real ones; every one carries one footer. */
function makeTexts(count: number): readonly FreshItem[] {
  const random = seededRandom(SEED);
  const corpus = writeCorpus(random, makeLanguages(random), count);
  const items: FreshItem[] = [];
  for (const [at, written] of corpus.entries()) {
    const copied = at % COPY_EVERY === 9 ? items[Math.floor(random() * at)] : undefined;
    const body =
      copied === undefined ? `${written.body.slice(0, TEXT_UNITS)} ${FOOTER}` : copied.body.slice(0, CUT_UNITS);
    const outlet = `outlet ${at % 200}`;
    items.push({ itemId: `itm_${at}`, title: written.title, body, outlet, cleanedLink: null, seenAt: NOW + at });
  }
  return items;
}

async function placeAll(placing: Placing, items: readonly FreshItem[]): Promise<number> {
  let joined = 0;
  for (let from = 0; from < items.length; from += BATCH) {
    const placed = await placeItems(placing, items.slice(from, from + BATCH));
    joined += placed.filter(({ placement }) => placement.kind === "joins").length;
  }
  return joined;
}

interface Cost {
  us: number;
  /** Of cutting the same texts into words alone: the yardstick of a machine that is not idle. */
  wordsUs: number;
  joined: number;
}

/** Processor time of the process: the machine may have other work. */
async function measure(placing: Placing, items: readonly FreshItem[]): Promise<Cost> {
  const before = process.cpuUsage();
  const joined = await placeAll(placing, items);
  const { user, system } = process.cpuUsage(before);
  return { us: (user + system) / items.length, wordsUs: measureWords(items), joined };
}

function measureWords(items: readonly FreshItem[]): number {
  const before = process.cpuUsage();
  for (const { title, body } of items) {
    tokenise(title);
    tokenise(body);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / items.length;
}

function placingWith(index: Placing["index"]): Placing {
  return { index, byLink: new Map(), newStoryId: (itemId) => `sty_${itemId}` };
}

interface Window {
  size: number;
  placing: Placing;
  runs: Cost[];
}

/** The windows take turns: what else the machine does meets them all alike. */
async function inMemory(items: readonly FreshItem[]): Promise<readonly Window[]> {
  const windows = SIZES.map((size): Window => ({ size, placing: placingWith(new MemoryStoryIndex()), runs: [] }));
  for (const { placing, size } of windows) await placeAll(placing, items.slice(0, size));
  for (let run = 0; run < RUNS; run += 1) {
    for (const { size, placing, runs } of windows) {
      const from = size + run * MEASURED;
      runs.push(await measure(placing, items.slice(from, from + MEASURED)));
    }
  }
  return windows;
}

/** As the daemon does it: each batch in one transaction under the lock, sketches and the rows of stories written. */
async function onSqlite(items: readonly FreshItem[], size: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "wirewatch-bench-"));
  const url = `sqlite:${join(folder, "bench.db")}`;
  const store = await openStore({ url, sync: "normal", migrate: true, now: () => NOW, log: createLogger("silent") });
  try {
    await store.feeds.sync([FEED], () => 0);
    await placeStored(store, items.slice(0, size));
    const runs: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const from = size + run * MEASURED;
      runs.push(await placeStored(store, items.slice(from, from + MEASURED)));
    }
    return median(runs);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function placeStored(store: Store, items: readonly FreshItem[]): Promise<number> {
  let us = 0;
  for (let from = 0; from < items.length; from += BATCH) {
    const read = items.slice(from, from + BATCH).map(toReadItem);
    const { added } = await store.items.addRead(FEED.id, read, NOW + from);
    const pending = await store.items.listPending(added);
    const before = process.cpuUsage();
    await store.underLock("decide", (queries) => joinStories(queries, pending, NOW));
    const { user, system } = process.cpuUsage(before);
    us += user + system;
  }
  return us / items.length;
}

function toReadItem({ itemId, title, body, outlet }: FreshItem): ReadItem {
  const texts = { title, summary: "", body, link: null, cleanedLink: null, outlet, author: null, lang: "en" };
  return { identity: itemId, ...texts, publishedAt: null, contentHash: itemId };
}

const LARGEST = Math.max(...SIZES) + RUNS * MEASURED;

printHeader("The story of an item, by the items in the window", "npm run bench:stories", SEED);
const items = makeTexts(LARGEST);
// The first items of a process cost the compiler's work, too.
await placeAll(placingWith(new MemoryStoryIndex()), items.slice(0, WARMING));
const rows: string[][] = [];
for (const { size, runs } of await inMemory(items)) {
  const us = median(runs.map((cost) => cost.us));
  const ratio = (us / median(runs.map(({ wordsUs }) => wordsUs))).toFixed(1);
  const joined = median(runs.map((cost) => cost.joined));
  const stored = STORED.includes(size) ? (await onSqlite(items, size)).toFixed(0) : "not measured";
  rows.push([size.toLocaleString("en"), us.toFixed(0), ratio, `${joined} of ${MEASURED}`, stored]);
}
printTable(
  ["items in the window", "decision, µs an item", "times words alone", "joined", "with SQLite, µs an item"],
  rows,
);
console.log(`\n  Processor time, median of ${RUNS} times ${MEASURED} items; one of ${COPY_EVERY} is a copy.`);
