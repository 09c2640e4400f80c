import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import PQueue from "p-queue";
import { expect, it } from "vitest";

/** Another one makes other fortnights. */
const SEED = Number(process.env["SEED"] ?? 5000);
const RUNS = Number(process.env["RUNS"] ?? 5000);
/** Each process makes so many, with a seed of its own. */
const PORTION = 250;
const PROGRAM = fileURLToPath(new URL("../support/simulated/run-fortnights.ts", import.meta.url));
const run = promisify(execFile);

async function brokenOf(seed: number): Promise<string> {
  const { stdout } = await run(process.execPath, [PROGRAM, String(PORTION), String(seed)]);
  return stdout;
}

it("each match is in one edition of each digest, and no edition overlaps or is missing, in 5,000 fortnights", async () => {
  const processes = new PQueue({ concurrency: availableParallelism() });
  const seeds = Array.from({ length: Math.ceil(RUNS / PORTION) }, (_, portion) => SEED + portion);
  const broken = await processes.addAll(seeds.map((seed) => () => brokenOf(seed)));
  expect(broken.filter((text) => text !== "")).toEqual([]);
});
