import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { QUEUE_NAMES } from "../src/queue/queue.ts";
import { startChild } from "./support/child.ts";
import { HOSTILE_DOCUMENTS } from "./support/hostile-documents.ts";
import { feedUrl } from "./support/poll-run.ts";
import { printHeader, printTable } from "./support/report.ts";
import { SEEDED, startBenchDaemon, type BenchDaemon } from "./support/start-bench-daemon.ts";
import { startTurnMeter, type LongestTurn } from "./support/turn-meter.ts";

/** How long the main thread is ever busy at a stretch while hostile documents pass through the whole daemon. */

const ROUNDS = 2;
const Farm = z.object({ port: z.number() });
const LogLine = z.object({ msg: z.string(), feedId: z.string().optional(), items: z.number().optional() });

interface LongTurn {
  cpuMs: number;
  /** What the log told next. */
  before: string;
}

function toYaml(port: number): string {
  const feeds = HOSTILE_DOCUMENTS.map(
    (_, feed) => `  - {id: feed-${feed}, url: "${feedUrl(feed, port)}", kind: wire, every: 1h, on_add: silent}`,
  );
  return `timezone: UTC
store: sqlite:../wirewatch.db
http: {listen: "127.0.0.1:0"}
fetch: {contact: bench, allow_private: [127.0.0.0/8], min_interval: 1s, per_host: {in_flight: 1, gap: 0s}}
${SEEDED}
feeds:\n${feeds.join("\n")}
`;
}

/** Polls every feed once, those that were given up included, and waits until all of it is matched. */
async function pollAll({ daemon }: BenchDaemon): Promise<void> {
  const { store, queue } = daemon;
  for (const { feedId } of await store.feeds.list()) await store.feeds.pollBy(feedId, Date.now());
  const startedAt = Date.now();
  for (;;) {
    const { items } = await daemon.beat();
    const depths = await Promise.all(QUEUE_NAMES.map((name) => queue.depth(name)));
    const { feeds } = await store.feeds.coverage(startedAt - 1000, Date.now());
    if (feeds === HOSTILE_DOCUMENTS.length && items === 0 && depths.every((depth) => depth === 0)) return;
    await sleep(200);
  }
}

async function run(port: number): Promise<{ turn: LongestTurn; turns: LongTurn[]; items: number }> {
  const turns: LongTurn[] = [];
  let unnamed: LongTurn[] = [];
  await using bench = await startBenchDaemon({
    yaml: toYaml(port),
    mode: "once",
    onLog: (line) => {
      const { msg, feedId = "", items = "" } = LogLine.parse(JSON.parse(line));
      for (const turn of unnamed) turn.before = `${msg} ${nameOf(feedId)}${items}`;
      unnamed = [];
    },
  });
  await sleep(2000);
  const meter = startTurnMeter((cpuMs) => {
    const turn = { cpuMs, before: "" };
    turns.push(turn);
    unnamed.push(turn);
  });
  for (let round = 0; round < ROUNDS; round += 1) await pollAll(bench);
  const turn = meter.end();
  const { items } = await bench.daemon.store.feeds.coverage(0, Date.now());
  return { turn, turns, items };
}

function nameOf(feedId: string): string {
  return HOSTILE_DOCUMENTS[Number(feedId.slice("feed-".length) || Number.NaN)]?.name ?? "";
}

printHeader("26 hostile documents through the daemon, twice", "npm run bench:hostile", 1);
const farm = startChild(new URL("hostile-farm.ts", import.meta.url), [String(ROUNDS)]);
try {
  const { port } = Farm.parse(await farm.next());
  const { turn, turns, items } = await run(port);
  console.log(`  ${items} items stored and matched\n`);
  printTable(
    ["longest turn of the main thread (aim 50 ms)", "ms"],
    [
      ["processor time", turn.cpuMs.toFixed(0)],
      ["clock", turn.wallMs.toFixed(0)],
      ["turns over 50 ms of processor time", String(turn.over50)],
    ],
  );
  const longest = turns.toSorted((a, b) => b.cpuMs - a.cpuMs).slice(0, 8);
  if (longest.length > 0) console.log("");
  for (const { cpuMs, before } of longest) console.log(`  ${cpuMs.toFixed(0).padStart(4)} ms before: ${before}`);
} finally {
  farm.stop();
}
