import { summariseDifference, type WatchTestResult } from "../app/run-watch-tests.ts";
import type { Config, ConfigProblem } from "../config/config.ts";
import { loadConfig } from "../config/load-config.ts";
import { printProblems, type ProblemFormat } from "../config/print-problems.ts";
import { count, describeConfig, describeRemoved } from "./describe-check.ts";
import { EXIT } from "./exit-code.ts";
import { testWatches } from "./rule-commands.ts";

interface CheckFlags {
  config: string;
  strict?: true;
  format: ProblemFormat;
  /** True: all persons that are written by hand. */
  people?: true | string;
}

/** `wirewatch check`: every problem of the configuration at once, and the watches' tests; exit 3 for errors. */
export async function runCheck({ config: folder, strict, format, people }: CheckFlags): Promise<void> {
  const loaded = await loadConfig({ folder, env: process.env });
  const results = loaded.kind === "valid" ? await testWatches(loaded.config) : [];
  const failed = results.filter((result) => !result.passed).map(toProblem);
  const problems = loaded.kind === "valid" ? [...loaded.lints, ...failed] : loaded.problems;
  process.stdout.write(printProblems(problems, format, process.cwd()));

  const errors = problems.filter((problem) => problem.severity === "error").length;
  const lints = problems.length - errors;
  if (format === "text") {
    if (problems.length > 0) console.log();
    if (loaded.kind === "valid") {
      for (const line of describeRemoved(loaded.removed)) console.log(line);
      for (const line of await peopleLines(loaded.config, people)) console.log(line);
    }
    const what = loaded.kind === "valid" ? ` · ${describeConfig(loaded.config, results)}` : "";
    console.log(`${count(errors, "error")}, ${count(lints, "lint")}${what}`);
  }
  if (loaded.kind === "invalid") process.exitCode = EXIT.configInvalid;
  else if (errors > 0 || (strict === true && lints > 0)) process.exitCode = EXIT.failed;
}

async function peopleLines(config: Config, people: CheckFlags["people"]): Promise<string[]> {
  const { describeConfusable, describeNames } = await import("./describe-people.ts");
  const names = people === undefined ? [] : await describeNames(config, people === true ? null : people);
  return [...names, ...describeConfusable(config)];
}

function toProblem(result: WatchTestResult): ConfigProblem {
  const { test } = result;
  return {
    severity: "error",
    code: "test-failed",
    file: test.file,
    line: test.line,
    column: test.column,
    message: `test "${test.name}" of watch "${test.watchId}" failed: ${summariseDifference(result)}`,
    remedy: "change the rule or the expectation; `wirewatch test` shows all tests",
    excerpt: null,
  };
}
