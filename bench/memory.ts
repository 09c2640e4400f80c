import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { QUEUE_NAMES } from "../src/queue/queue.ts";
import { startChild } from "./support/child.ts";
import { feedUrl } from "./support/poll-run.ts";
import { median, printHeader, printTable } from "./support/report.ts";
import { SEEDED, startBenchDaemon, type BenchDaemon } from "./support/start-bench-daemon.ts";

/** Whether the daemon's memory stays where it is over 10,000 polls of 1,000 feeds, after a first round of 1,000. */

const FEEDS = 1000;
const ROUNDS = 10;
const Farm = z.object({ port: z.number() });

interface Sample {
  polls: number;
  items: number;
  /** MB (10⁶ bytes), after a garbage collection of the main thread. */
  heapMb: number;
  /** Buffers outside the heap. */
  externalMb: number;
  rssMb: number;
}

function toYaml(port: number): string {
  const feeds = Array.from(
    { length: FEEDS },
    (_, feed) => `  - {id: feed-${feed}, url: "${feedUrl(feed, port)}", kind: wire, every: 1h, on_add: silent}`,
  );
  return `timezone: UTC
store: sqlite:../wirewatch.db
http: {listen: "127.0.0.1:0"}
fetch: {contact: bench, allow_private: [127.0.0.0/8], min_interval: 1h, per_host: {in_flight: 1, gap: 0s}}
${SEEDED}
feeds:\n${feeds.join("\n")}
`;
}

/** Every feed once, until all is matched. */
async function pollAll({ daemon }: BenchDaemon): Promise<void> {
  const { store, queue } = daemon;
  for (let feed = 0; feed < FEEDS; feed += 1) await store.feeds.pollBy(`feed-${feed}`, Date.now());
  for (;;) {
    const { polls, items } = await daemon.beat();
    const depths = await Promise.all(QUEUE_NAMES.map((name) => queue.depth(name)));
    if (polls + items === 0 && depths.every((depth) => depth === 0)) return;
    await sleep(100);
  }
}

/** What open connections hold is let go within this time; milliseconds. */
const QUIET = 8000;

async function takeSample({ daemon: { store } }: BenchDaemon): Promise<Sample> {
  const { polls, items } = await store.feeds.coverage(0, Date.now() + 1);
  if (globalThis.gc === undefined) throw new Error("start with node --expose-gc: npm run bench:memory");
  await sleep(QUIET);
  // What a first collection lets go of by finalizers, a second one frees.
  globalThis.gc();
  await sleep(100);
  globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { polls, items, heapMb: heapUsed / 1e6, externalMb: external / 1e6, rssMb: rss / 1e6 };
}

async function run(port: number): Promise<Sample[]> {
  await using bench = await startBenchDaemon({ yaml: toYaml(port), mode: "once", onLog: () => {} });
  const samples: Sample[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await pollAll(bench);
    samples.push(await takeSample(bench));
  }
  return samples;
}

/** The largest distance from the median of the second half, in per cent of it. */
function deviation(values: readonly number[]): string {
  const half = values.slice(-Math.floor(ROUNDS / 2));
  const middle = median(half);
  return `${((Math.max(...half.map((value) => Math.abs(value - middle))) / middle) * 100).toFixed(1)} %`;
}

printHeader("Memory over 10,000 polls of 1,000 feeds (aim: flat within 5 %)", "npm run bench:memory", 13);
const farm = startChild(new URL("memory-farm.ts", import.meta.url));
try {
  const samples = await run(Farm.parse(await farm.next()).port);
  const rows = samples.map(({ polls, items, heapMb, externalMb, rssMb }) => [
    String(polls),
    String(items),
    ...[heapMb, externalMb, rssMb].map((value) => value.toFixed(1)),
  ]);
  printTable(["polls", "items", "heap MB", "external MB", "RSS MB"], rows);
  console.log(`
  furthest from the median of the last ${Math.floor(ROUNDS / 2)}: heap ${deviation(samples.map(({ heapMb }) => heapMb))}, RSS ${deviation(samples.map(({ rssMb }) => rssMb))}`);
} finally {
  farm.stop();
}
