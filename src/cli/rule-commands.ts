import { runWatchTests, type WatchTestResult } from "../app/run-watch-tests.ts";
import { matchLines } from "../app/match-items.ts";
import { createMatchEngine, type MatchEngine } from "../app/threads/match-thread.ts";
import type { Config } from "../config/config.ts";
import { harmless } from "../core/harmless-text.ts";
import { describeTests } from "./describe-tests.ts";
import { EXIT } from "./exit-code.ts";
import { knowsWatch } from "./knows-watch.ts";
import { loadOrExplain } from "./load.ts";
import { stdinLines } from "./parse-command.ts";
import { printJunit } from "./print-junit.ts";
import { withProgress } from "./progress.ts";
import { say } from "./say.ts";
import { writeOutput } from "./write-output.ts";

interface MatchFlags {
  config: string;
  watch?: string;
  people?: true;
  stories?: true;
}

/** `wirewatch match`: NDJSON in, NDJSON out; exit 1 when a line could not be read. */
export async function runMatch(flags: MatchFlags): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined || !knowsWatch(loaded.config, flags.watch)) return;
  const { config } = loaded;
  const { badLines } = await withEngine(config, (engine) =>
    matchLines(stdinLines(), engine, writeLine, {
      watch: flags.watch,
      people: flags.people === true,
      stories: flags.stories === true,
      feeds: config.feeds,
      now: Date.now(),
    }),
  );
  if (badLines > 0) process.exitCode = EXIT.failed;
}

interface TestFlags {
  config: string;
  watch?: string;
  verbose?: true;
  json?: true;
  junit?: string;
}

/** `wirewatch test`: the tests that the watches carry; exit 1 when one fails. */
export async function runTests(flags: TestFlags): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined || !knowsWatch(loaded.config, flags.watch)) return;
  const results = await testWatches(loaded.config, flags.watch);
  if (flags.junit !== undefined) await writeOutput(flags.junit, printJunit(results, process.cwd()));
  say(flags.json === true ? JSON.stringify(results, null, 2) : describeTests(results, { all: flags.verbose === true }));
  if (results.some((result) => !result.passed)) process.exitCode = EXIT.failed;
}

/** Runs the tests of all watches, or of one. */
function testWatches(config: Config, watch?: string): Promise<readonly WatchTestResult[]> {
  const tests = watch === undefined ? config.tests : config.tests.filter((test) => test.watchId === watch);
  return withEngine(config, (engine) =>
    withProgress("texts tried", (progress) =>
      runWatchTests(config.rules, tests, engine, { feeds: config.feeds, now: Date.now(), progress }),
    ),
  );
}

async function withEngine<T>(config: Config, work: (engine: MatchEngine) => Promise<T>): Promise<T> {
  const engine = await createMatchEngine(config.rules);
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

/** A slow reader of the output holds the next line back. */
async function writeLine(line: string): Promise<void> {
  if (process.stdout.write(`${harmless(line)}\n`)) return;
  await new Promise<void>((resolve) => {
    process.stdout.once("drain", () => resolve());
  });
}
