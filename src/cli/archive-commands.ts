import { backtestWatch } from "../app/backtest-watch.ts";
import { readSearch, SEARCH_ID } from "../app/search-rule.ts";
import { startArchiveThreads } from "../app/threads/search-archive.ts";
import type { Config, ConfigProblem } from "../config/config.ts";
import { loadConfig, readConfig } from "../config/load-config.ts";
import { printProblems } from "../config/print-problems.ts";
import { definesWatch } from "../config/read-files.ts";
import { toProblem } from "../config/source.ts";
import { readYamlFile } from "../config/yaml-file.ts";
import { lastDays } from "./archive-range.ts";
import { describeBacktest } from "./describe-backtest.ts";
import { describeSearch, describeWrongSearch } from "./describe-search.ts";
import { EXIT } from "./exit-code.ts";
import { checkOrExplain } from "./load.ts";
import { knowsWatch } from "./knows-watch.ts";
import { withProgress } from "./progress.ts";
import { complain, say } from "./say.ts";

interface BacktestFlags {
  config: string;
  watch: string;
  days: number;
  against?: string;
  json?: true;
}

/** `wirewatch backtest`: what a watch would have sent over stored items, and what changed. */
export async function runBacktest(flags: BacktestFlags): Promise<void> {
  await using threads = startArchiveThreads();
  const read = await readConfig({ folder: flags.config, env: process.env });
  const range = lastDays(flags.days, Date.now());
  const recordedOf = flags.against === undefined ? flags.watch : null;
  const archive = threads.open({ store: read.place.store, range, recordedOf });
  const loaded = await checkOrExplain(read, flags.config);
  if (loaded === undefined) return;
  const { config } = loaded;
  const watch = config.watches.find(({ id }) => id === flags.watch);
  if (!knowsWatch(config, flags.watch) || watch === undefined) return;
  const before = flags.against === undefined ? null : await otherVersion(flags, flags.against);
  if (before === undefined) return;
  const report = await withProgress("items read", (progress) =>
    backtestWatch(config, { watch, before, range, archive, progress }),
  );
  const answer = { ...report, against: flags.against ?? null };
  say(flags.json === true ? JSON.stringify(answer, null, 2) : describeBacktest(answer, config.timezone));
}

interface SearchFlags {
  config: string;
  days: number;
  limit: number;
  json?: true;
}

/** `wirewatch search`: stored items that an expression of the watch language matches. */
export async function runSearch(expression: string, flags: SearchFlags): Promise<void> {
  await using threads = startArchiveThreads();
  const read = await readConfig({ folder: flags.config, env: process.env });
  const range = lastDays(flags.days, Date.now());
  const archive = threads.open({ store: read.place.store, range, recordedOf: null });
  const loaded = await checkOrExplain(read, flags.config);
  if (loaded === undefined) return;
  const { feeds, rules, timezone } = loaded.config;
  const search = readSearch(expression, rules);
  if (search.kind === "wrong") {
    process.stderr.write(describeWrongSearch(expression, search.problems));
    process.exitCode = EXIT.usage;
    return;
  }
  const { watch } = search;
  const { scanned, hits } = await withProgress("items read", (progress) =>
    archive.search({ feeds, watch, nearMisses: false, progress }),
  );
  const found = { scanned, hits: hits.toReversed() };
  if (flags.json === true) say(JSON.stringify(found, null, 2));
  else say(describeSearch(found, { limit: flags.limit, watchId: SEARCH_ID, zone: timezone }));
}

/** The configuration with another version of the file that defines the watch; undefined: it is not valid. */
async function otherVersion({ config: folder, watch }: BacktestFlags, path: string): Promise<Config | undefined> {
  // Without the watch, all that names it would be told to name nothing.
  const { file, findings } = await readYamlFile(path);
  if (!definesWatch(file, watch))
    return invalidVersion(findings.map(toProblem), findings.length === 0 ? `${path} defines no watch ${watch}.` : null);
  const loaded = await loadConfig({ folder, env: process.env, substitute: { watch, file: path } });
  if (loaded.kind === "valid" && loaded.config.watches.some(({ id }) => id === watch)) return loaded.config;
  const problems = loaded.kind === "invalid" ? loaded.problems.filter(({ severity }) => severity === "error") : [];
  const why = `With ${path} in the place of the file that defines it, there is no valid watch ${watch}.`;
  return invalidVersion(problems, why);
}

function invalidVersion(problems: readonly ConfigProblem[], summary: string | null): undefined {
  process.stderr.write(printProblems(problems, "text", process.cwd()));
  if (summary !== null) complain(summary);
  process.exitCode = EXIT.configInvalid;
}
