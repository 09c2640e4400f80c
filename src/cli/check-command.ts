import type { StoredTerms } from "../app/count-stored-terms.ts";
import { listTable, type ListCell } from "../app/list-table.ts";
import { summariseDifference, type WatchTestResult } from "../app/run-watch-tests.ts";
import { tryRules, type TriedRules } from "../app/try-rules.ts";
import type { Config, ConfigProblem } from "../config/config.ts";
import { loadPlaced, type LoadedConfig, type PlacedConfig } from "../config/load-config.ts";
import { printProblems, type ProblemFormat } from "../config/print-problems.ts";
import { lastDays } from "./archive-range.ts";
import { count, describeConfig, describeRemoved } from "./describe-check.ts";
import { describeLanguages, describeMatrix, summariseLists } from "./describe-lists.ts";
import { EXIT } from "./exit-code.ts";
import { withProgress } from "./progress.ts";
import { refuse } from "./refuse.ts";
import { say } from "./say.ts";

interface CheckFlags {
  config: string;
  strict?: true;
  format: ProblemFormat;
  json?: true;
  /** True: all persons that are written by hand. */
  people?: true | string;
  lists?: true;
  days?: number;
}

/** What `check` found; parts that need a valid configuration are null without one. */
interface Checked {
  loaded: LoadedConfig;
  problems: readonly ConfigProblem[];
  tried: TriedRules | null;
  lists: readonly ListCell[];
  stored: StoredTerms | null;
}

/** Width of tables where the output is no terminal. */
const WIDTH = 120;
/** A table of lists with no more lines, and no more persons, are shown without being asked for. */
const SHORT_TABLE = 16;
const FEW_PEOPLE = 5;
const MOST_FAILED_SHOWN = 20;
const TEST_FAILED = "test-failed";

/** `wirewatch check`: every problem of the configuration at once, and the watches' tests; exit 3 for errors. */
export async function runCheck(flags: CheckFlags): Promise<void> {
  const checked = await check(flags);
  const { loaded, problems } = checked;
  if (loaded.kind === "valid" && !(await knowsPerson(loaded.config, flags.people))) return;
  if (flags.json === true) say(JSON.stringify(toJson(checked), null, 2));
  else {
    const shown = flags.format === "text" ? withFewFailedTests(problems) : problems;
    process.stdout.write(printProblems(shown, flags.format, process.cwd()));
    if (shown.length < problems.length)
      say(`\n… and ${count(problems.length - shown.length, "more failed test")}: \`wirewatch test\` shows all`);
    if (flags.format === "text") for (const line of await textLines(checked, flags)) say(line);
  }
  const errors = problems.filter((problem) => problem.severity === "error").length;
  if (loaded.kind === "invalid") process.exitCode = EXIT.configInvalid;
  else if (errors > 0 || (flags.strict === true && problems.length > errors)) process.exitCode = EXIT.failed;
}

/** Problems without most of the failed tests, where these are many: one change of a rule may fail thousands. */
function withFewFailedTests(problems: readonly ConfigProblem[]): readonly ConfigProblem[] {
  const failed = problems.filter(({ code }) => code === TEST_FAILED);
  const left = new Set(failed.slice(MOST_FAILED_SHOWN));
  return problems.filter((problem) => !left.has(problem));
}

async function check({ config: folder, days }: CheckFlags): Promise<Checked> {
  const { loaded, locate } = await loadPlaced({ folder, env: process.env });
  if (loaded.kind === "invalid") return { loaded, problems: loaded.problems, tried: null, lists: [], stored: null };
  const { config, lints } = loaded;
  const tried = await withProgress("texts tried", (progress) => tryRules(config, { now: Date.now(), progress }));
  const failed = tried.results.filter((result) => !result.passed).map(toProblem);
  const stored = days === undefined ? null : await readStored(config, days, locate);
  const lists = listTable(config.rules.lists, tried.usage);
  return {
    loaded,
    problems: [...lints, ...(stored?.lints ?? []), ...failed],
    tried,
    lists,
    stored: stored?.terms ?? null,
  };
}

/** What stored items say of the terms, and what of that a person should look at. */
async function readStored(
  config: Config,
  days: number,
  locate: PlacedConfig["locate"],
): Promise<{ terms: StoredTerms; lints: readonly ConfigProblem[] }> {
  const { countStoredTerms } = await import("../app/count-stored-terms.ts");
  const { lintStoredTerms } = await import("../app/lint-stored-terms.ts");
  const range = lastDays(days, Date.now());
  const terms = await withProgress("items read", (progress) => countStoredTerms(config, range, progress));
  return { terms, lints: locate(lintStoredTerms(terms)) };
}

async function textLines({ loaded, problems, tried, lists, stored }: Checked, flags: CheckFlags): Promise<string[]> {
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const found = `${count(errors, "error")}, ${count(problems.length - errors, "lint")}`;
  const gap = problems.length > 0 ? [""] : [];
  if (loaded.kind === "invalid") return [...gap, found];
  const tables = [...listLines(lists, flags), ...(stored === null ? [] : storedLines(stored, flags))];
  return [
    ...gap,
    ...tables.flatMap((part) => (part.length > 0 ? [...part, ""] : [])),
    ...(await peopleLines(loaded.config, flags.people)),
    ...describeRemoved(loaded.removed),
    `${found} · ${describeConfig(loaded.config, tried?.results ?? [])}`,
  ];
}

/** How full the lists are: the tables where they are short or asked for, else a line. */
function listLines(lists: readonly ListCell[], flags: CheckFlags): string[][] {
  const matrix = describeMatrix(lists, process.stdout.columns ?? WIDTH);
  const languages = describeLanguages(lists, "in tests");
  const isAsked = flags.lists === true;
  return [
    isAsked || languages.length <= SHORT_TABLE ? languages : [summariseLists(lists)],
    isAsked || matrix.length <= SHORT_TABLE ? matrix : [],
  ];
}

/** Of languages in which nothing is stored only with `--lists`. */
function storedLines({ scanned, lists, items }: StoredTerms, { days, lists: isAsked }: CheckFlags): string[][] {
  if (scanned === 0) return [[`nothing is stored of the last ${days} days: \`wirewatch run\` fills the store`]];
  const languages = describeLanguages(lists, "in items", (language) => isAsked === true || (items[language] ?? 0) > 0);
  return [languages, [`${scanned.toLocaleString("en")} stored items read`]];
}

function toJson({ loaded, problems, tried, lists, stored }: Checked) {
  const tests = tried?.results.map(({ test, passed, got, diff }) => ({ test, passed, got, diff })) ?? [];
  return { problems, tests, lists, stored, removed: loaded.kind === "valid" ? loaded.removed : [] };
}

/** Whether `--people ID` names somebody; else says so and sets the exit code. */
async function knowsPerson({ rules }: Config, people: CheckFlags["people"]): Promise<boolean> {
  if (typeof people !== "string") return true;
  const { findPeople } = await import("../app/inspect-people.ts");
  if (findPeople(rules, people).length > 0) return true;
  refuse(`there is no person ${people}: --people alone shows those that are written by hand`);
  return false;
}

async function peopleLines(config: Config, people: CheckFlags["people"]): Promise<string[]> {
  const { describeConfusable, describeNames } = await import("./describe-people.ts");
  const isShown = people !== undefined || config.rules.people.length <= FEW_PEOPLE;
  const names = isShown ? await describeNames(config, typeof people === "string" ? people : null) : [];
  return [...names, ...describeConfusable(config)];
}

function toProblem(result: WatchTestResult): ConfigProblem {
  const { test } = result;
  return {
    severity: "error",
    code: TEST_FAILED,
    file: test.file,
    line: test.line,
    column: test.column,
    message: `test "${test.name}" of watch "${test.watchId}" failed: ${summariseDifference(result)}`,
    remedy: "change the rule or the expectation; `wirewatch test` shows what differs",
    excerpt: null,
  };
}
