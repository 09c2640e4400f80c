import type { WatchTestResult } from "../app/run-watch-tests.ts";
import type { ConfigProblem } from "../config/config.ts";
import { loadConfig } from "../config/load-config.ts";
import { printProblems, type ProblemFormat } from "../config/print-problems.ts";
import { EXIT } from "./exit-code.ts";
import { testWatches } from "./rule-commands.ts";

interface CheckFlags {
  config: string;
  strict?: true;
  format: ProblemFormat;
}

/** `wirewatch check`: every problem of the configuration at once, and the watches' tests; exit 3 for errors. */
export async function runCheck({ config: folder, strict, format }: CheckFlags): Promise<void> {
  const loaded = await loadConfig({ folder, env: process.env });
  const problems =
    loaded.kind === "invalid"
      ? loaded.problems
      : [...loaded.lints, ...(await testWatches(loaded.config)).filter((result) => !result.passed).map(toProblem)];
  process.stdout.write(printProblems(problems, format, process.cwd()));

  const errors = problems.filter((problem) => problem.severity === "error").length;
  const lints = problems.length - errors;
  if (format === "text") {
    if (problems.length > 0) console.log();
    const what = loaded.kind === "valid" ? ` · ${describe(loaded.config)}` : "";
    console.log(`${count(errors, "error")}, ${count(lints, "lint")}${what}`);
  }
  if (loaded.kind === "invalid") process.exitCode = EXIT.configInvalid;
  else if (errors > 0 || (strict === true && lints > 0)) process.exitCode = EXIT.failed;
}

function toProblem({ test, diff }: WatchTestResult): ConfigProblem {
  return {
    severity: "error",
    code: "test-failed",
    file: test.file,
    line: test.line,
    column: 1,
    message: `test "${test.name}" of watch "${test.watchId}" failed: ${diff.join("; ")}`,
    remedy: "change the rule or the expectation; `wirewatch test` shows all tests",
    excerpt: null,
  };
}

function describe(config: Extract<Awaited<ReturnType<typeof loadConfig>>, { kind: "valid" }>["config"]): string {
  const { feeds, watches, rules, channels, tests } = config;
  return [
    count(feeds.length, "feed"),
    count(watches.length, "watch", "watches"),
    count(rules.people.length, "person", "people"),
    count(Object.keys(rules.lists).length, "list"),
    count(channels.length, "channel"),
    `${count(tests.length, "test")} passed`,
  ].join(", ");
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
