import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { fillArchive } from "./support/fill-archive.ts";
import { median, printHeader, printTable } from "./support/report.ts";
import { SEEDED } from "./support/start-bench-daemon.ts";

/** `backtest` and `search` over the stored items of 14 days, as commands: from their start to their end. */

const ITEMS = Number(process.argv[2] ?? 50_000);
const DAYS = 14;
const SEED = 13;
const RUNS = 3;
const PROGRAM = fileURLToPath(new URL("../bin/wirewatch.js", import.meta.url));
const COMMANDS = [
  ["backtest", "--watch", "defection"],
  ["backtest", "--watch", "asylum"],
  ["search", "ambassador NEAR/5 asylum"],
  ["search", "@past AND embassy"],
];

interface Run {
  seconds: number;
  /** Processor seconds of all its threads. */
  cpu: number;
  /** The most resident memory of the process, MB (10⁶ bytes). */
  peakMb: number;
  answer: string;
}

function lengthOf(answer: string): string {
  const { scanned, hits, matched } = JSON.parse(answer);
  return `${scanned} / ${(hits ?? matched).length}`;
}

async function peakOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1.024e-3;
}

/** Ticks of 10 ms in user and system mode: fields 14 and 15, behind the name in parentheses (proc(5)). */
async function cpuOf(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

async function run(config: string, args: readonly string[]): Promise<Run> {
  const from = performance.now();
  const child = spawn(process.execPath, [PROGRAM, ...args, "--days", `${DAYS + 1}`, "--json", "--config", config], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = once(child, "close");
  const answer = child.stdout.setEncoding("utf8").toArray();
  let peakMb = 0;
  let cpu = 0;
  while (child.exitCode === null) {
    peakMb = Math.max(peakMb, await peakOf(child.pid));
    cpu = Math.max(cpu, await cpuOf(child.pid));
    await Promise.race([closed, sleep(20)]);
  }
  await closed;
  return { seconds: (performance.now() - from) / 1000, cpu, peakMb, answer: (await answer).join("") };
}

printHeader(`backtest and search over ${ITEMS} items of ${DAYS} days (aim: 3 s)`, "npm run bench:backtest", SEED);
const folder = await mkdtemp(join(tmpdir(), "wirewatch-bench-"));
try {
  const config = join(folder, "config");
  await mkdir(config);
  await writeFile(
    join(config, "wirewatch.yaml"),
    `timezone: UTC\nstore: sqlite:../wirewatch.db\n${SEEDED}\nchannels: {screen: {console: {}}}\n`,
  );
  const url = `sqlite:${join(folder, "wirewatch.db")}`;
  await fillArchive({ url, items: ITEMS, days: DAYS, until: Date.now(), seed: SEED });
  const rows: string[][] = [];
  for (const args of COMMANDS) {
    const runs: Run[] = [];
    for (let number = 0; number < RUNS; number += 1) runs.push(await run(config, args));
    const seconds = median(runs.map((one) => one.seconds)).toFixed(2);
    const cpu = median(runs.map((one) => one.cpu)).toFixed(2);
    const peak = Math.max(...runs.map(({ peakMb }) => peakMb)).toFixed(0);
    rows.push([args.join(" "), lengthOf(runs[0]?.answer ?? ""), seconds, cpu, peak]);
  }
  printTable(["command", "read / found", "seconds", "CPU s", "peak MB"], rows);
} finally {
  await rm(folder, { recursive: true, force: true });
}
