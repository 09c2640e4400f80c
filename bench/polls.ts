import * as z from "zod";
import { startChild } from "./support/child.ts";
import { PollRun } from "./support/poll-run.ts";
import { printHeader, printTable } from "./support/report.ts";

/** CPU of a poll that finds nothing new, and CPU and memory of the first poll of 1,000 feeds, beside a small script. */

const FEEDS = 1000;
const ITEMS = 50;
const DAEMON = "poll-wirewatch.ts";
/** Of `npm start`. */
const START_FLAGS = ["--max-semi-space-size=4"];
const Farm = z.object({ port: z.number(), bytes: z.number() });

/** Runs a program against a fresh farm; answers the first `count` things it says. */
async function runOnFarm(program: string, before: readonly string[], count: number): Promise<PollRun[]> {
  const farm = startChild(new URL("poll-farm.ts", import.meta.url), [String(FEEDS), String(ITEMS)]);
  try {
    const { port, bytes } = Farm.parse(await farm.next());
    if (Math.abs(bytes - 77_000) > 3000) throw new Error(`the feeds have ${bytes} bytes instead of 77 kB`);
    const args = [...before, String(port), String(FEEDS)];
    const child = startChild(new URL(program, import.meta.url), args, program === DAEMON ? START_FLAGS : []);
    const runs: PollRun[] = [];
    for (let at = 0; at < count; at += 1) runs.push(PollRun.parse(await child.next()));
    return runs;
  } finally {
    farm.stop();
  }
}

function cells({ polls, items, cpuMs, wallMs, startMb, peakMb }: PollRun): string[] {
  return [
    String(polls),
    String(items),
    ...[cpuMs / 1000, wallMs / 1000, cpuMs / polls].map((value) => value.toFixed(2)),
    startMb.toFixed(0),
    peakMb.toFixed(0),
  ];
}

printHeader("Polls: 1,000 feeds of 77 kB, 50 items each", "npm run bench:polls", 11);
const [first] = await runOnFarm(DAEMON, ["first"], 1);
const [idle] = await runOnFarm(DAEMON, ["idle"], 1);
const [scriptFirst, scriptAgain] = await runOnFarm("baseline-rss-parser.ts", [], 2);
if (first === undefined || idle === undefined || scriptFirst === undefined || scriptAgain === undefined)
  throw new Error("a program did not answer");

printTable(
  ["", "polls", "items", "CPU s", "wall s", "CPU ms/poll", "start MB", "peak MB"],
  [
    ["wirewatch, first poll (aim 200 MB)", ...cells(first)],
    ["script, first poll", ...cells(scriptFirst)],
    ["wirewatch, nothing new: 304 (aim 1 ms)", ...cells(idle)],
    ["script, nothing new: reads all again", ...cells(scriptAgain)],
  ],
);
console.log(`
  first poll: CPU ${ratio(first.cpuMs, scriptFirst.cpuMs)}, peak memory ${ratio(first.peakMb, scriptFirst.peakMb)}
  nothing new: CPU a poll ${ratio(idle.cpuMs / idle.polls, scriptAgain.cpuMs / scriptAgain.polls)}`);

function ratio(ours: number, theirs: number): string {
  return `${(ours / theirs).toFixed(2)} × the script`;
}
