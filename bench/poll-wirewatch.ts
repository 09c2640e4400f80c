import { setTimeout as sleep } from "node:timers/promises";
import { QUEUE_NAMES } from "../src/queue/queue.ts";
import { tellParent } from "./support/child.ts";
import { feedUrl, startMeter, type PollRun } from "./support/poll-run.ts";
import { SEEDED, startBenchDaemon, type BenchDaemon } from "./support/start-bench-daemon.ts";

/** The real daemon on the feeds of the farm: `node poll-wirewatch.ts first|idle PORT FEEDS`. */

const [task = "first", ...numbers] = process.argv.slice(2);
const [port = 0, feedCount = 10] = numbers.map(Number);
const WARM_UP_MS = 10_000;
const MEASURED_MS = 20_000;

const feeds = Array.from(
  { length: feedCount },
  (_, feed) => `  - {id: feed-${feed}, url: "${feedUrl(feed, port)}", kind: wire, every: 2s, on_add: silent}`,
);
const yaml = `timezone: UTC
store: sqlite:../wirewatch.db
http: {listen: "127.0.0.1:0"}
fetch: {contact: bench, allow_private: [127.0.0.0/8], min_interval: ${task === "first" ? "1h" : "2s"}, per_host: {in_flight: 1, gap: 0s}}
${SEEDED}
feeds:\n${feeds.join("\n")}
`;

function onLog(line: string): void {
  if (/"level":"(warn|error)"/.test(line)) console.error(line.trim());
}

/** Every feed is due at once; done when all items are stored and matched. */
async function measureFirst({ daemon }: BenchDaemon): Promise<PollRun> {
  const endMeter = startMeter();
  for (;;) {
    const { polls, items } = await daemon.beat();
    const depths = await Promise.all(QUEUE_NAMES.map((name) => daemon.queue.depth(name)));
    if (polls + items === 0 && depths.every((depth) => depth === 0)) break;
    await sleep(1000);
  }
  const run = endMeter(0, 0);
  const { polls, items } = await daemon.store.feeds.coverage(0, Date.now());
  return { ...run, polls, items };
}

/** Nothing is new: every poll is answered 304. Includes the heartbeats of that time. */
async function measureIdle({ daemon }: BenchDaemon): Promise<PollRun> {
  while ((await daemon.store.feeds.list()).some(({ baselineAt }) => baselineAt === null)) await sleep(500);
  await sleep(WARM_UP_MS);
  const from = Date.now();
  const endMeter = startMeter();
  await sleep(MEASURED_MS);
  const run = endMeter(0, 0);
  const { polls, items } = await daemon.store.feeds.coverage(from, Date.now());
  return { ...run, polls, items };
}

/** Answers when the daemon has ended: the farm stops after that. */
async function run(): Promise<PollRun> {
  await using bench = await startBenchDaemon({ yaml, mode: task === "first" ? "once" : "service", onLog });
  return task === "first" ? await measureFirst(bench) : await measureIdle(bench);
}

tellParent(await run());
process.disconnect();
