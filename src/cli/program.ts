import { Command, Help, InvalidArgumentError, Option } from "commander";
import { VERSION } from "../app/version.ts";
import { PROBLEM_FORMATS } from "../config/print-problems.ts";
import { addDeliveries } from "./deliveries-program.ts";
import { addFeeds } from "./feeds-program.ts";
import { addDigests } from "./digest-program.ts";
import { later } from "./later.ts";
import { addRoutes } from "./routes-program.ts";
import { readCount } from "./read-count.ts";
import { readWords } from "./read-words.ts";
import { addSilences } from "./silence-program.ts";
import { addStories } from "./stories-program.ts";

const EVERY_DAY = "Every day:";
const RULES = "Rules:";
const PLUMBING = "Plumbing:";

/** The command line (docs/operations.md). Commands set `process.exitCode`; usage errors are CommanderErrors. */
export function createProgram(): Command {
  const program = new Command("wirewatch")
    .description("Watches news feeds and tells Slack and e-mail, with the sentence that proves the match.")
    .version(VERSION)
    .exitOverride()
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .showHelpAfterError("(`--help` behind a command shows what it takes)")
    .configureHelp({ showGlobalOptions: true, optionDescription: describeOption })
    .addHelpText("after", "\nExit codes: 0 good, 1 something failed, 2 wrong usage, 3 configuration not valid.");
  addEveryDay(program);
  addFeeds(program, { group: EVERY_DAY, configOption });
  addStories(program, { group: EVERY_DAY, configOption });
  addDeliveries(program, { group: EVERY_DAY, configOption });
  addSilences(program, { group: EVERY_DAY, configOption });
  addDigests(program, { group: EVERY_DAY, configOption });
  addRules(program);
  addRoutes(program, { group: RULES, configOption });
  addArchive(program);
  addPlumbing(program);
  return program;
}

/** As Commander describes an option, and whether it must be given. */
function describeOption(option: Option): string {
  const description = new Help().optionDescription(option);
  return option.mandatory ? `${description} (required)` : description;
}

function configOption(): Option {
  return new Option("--config <dir>", "configuration folder").env("WIREWATCH_CONFIG").default("./config");
}

function addEveryDay(program: Command): void {
  program
    .command("init <dir>")
    .helpGroup(EVERY_DAY)
    .description("write a small configuration to start from")
    .action(later(async () => (await import("./init-command.ts")).runInit));
  program
    .command("demo")
    .helpGroup(EVERY_DAY)
    .description("show the whole pipeline on bundled local feeds; nothing leaves this machine")
    .option("--once", "end by itself; exit 0 only for exactly the expected messages")
    .action(later(async () => (await import("./demo-command.ts")).runDemo));
  program
    .command("run")
    .helpGroup(EVERY_DAY)
    .description("run the daemon")
    .addOption(configOption())
    .option("--once", "read every due feed, deliver, print a summary and end")
    .option("--json", "the summary of --once as JSON")
    .option("--strict", "refuse to start when the configuration has lints")
    .option(
      "--roles <list>",
      "what this process does: schedule,poll,match,deliver,web (needs a redis or postgres queue)",
    )
    .action(later(async () => (await import("./run-command.ts")).runDaemon));
  program
    .command("claim <story>")
    .helpGroup(EVERY_DAY)
    .description("take care of a story, so that it is not escalated (id of the story or of one of its items)")
    .addOption(configOption())
    .requiredOption("--author <name>", "who", readWords)
    .option("--json", "machine output")
    .action(later(async () => (await import("./claim-command.ts")).claimCommand));
  program
    .command("reload")
    .helpGroup(EVERY_DAY)
    .description("have the running daemon work by the configuration as its files are now, without a restart")
    .addOption(configOption())
    .option("--json", "machine output")
    .action(later(async () => (await import("./reload-command.ts")).runReload));
  program
    .command("status")
    .helpGroup(EVERY_DAY)
    .description("what the running daemon does and what needs attention")
    .addOption(configOption())
    .option("--json", "machine output")
    .action(later(async () => (await import("./status-command.ts")).runStatus));
}

function addRules(program: Command): void {
  program
    .command("check")
    .helpGroup(RULES)
    .description(
      "find every problem of the configuration, run the watches' tests; no network, and no database without --days",
    )
    .addOption(configOption())
    .option("--strict", "exit 1 on lints too")
    .addOption(new Option("--format <format>", "how problems are printed").choices(PROBLEM_FORMATS).default("text"))
    .option("--json", "everything as one object: problems, tests, the table of lists")
    .option("--lists", "also show how many terms each list has in each language, however many these are")
    .option("--days <n>", "also read the stored items of these days: which terms are common, which were seen", readDays)
    .option(
      "--people [id]",
      "also show how persons are recognised and what must be listed by hand, however many these are",
    )
    .action(later(async () => (await import("./check-command.ts")).runCheck));
  program
    .command("test")
    .helpGroup(RULES)
    .description("run the tests of the watches: those that fail with what differs, and a line for each watch")
    .addOption(configOption())
    .option("--watch <id>", "only this watch")
    .option("--verbose", "also each test that passes, with its evidence (40 tests or fewer are shown so anyway)")
    .option("--junit <file>", "also write JUnit XML for a CI system")
    .option("--json", "machine output")
    .action(later(async () => (await import("./rule-commands.ts")).runTests));
  program
    .command("match")
    .helpGroup(RULES)
    .description(
      "match items against the watches: a JSON line of standard input each, a JSON line of output for each match",
    )
    .addHelpText(
      "after",
      '\nA line is an item: {"id": "1", "title": "Consul defects", "body": "…"}\n' +
        "It must have an id and one of title, summary and body; it may have lang, link,\n" +
        "feed, tags and publishedAt, and html: true where its texts are HTML. A line that\n" +
        "cannot be read is answered with {line, error}, and the exit code is 1.",
    )
    .addOption(configOption())
    .option("--watch <id>", "only this watch")
    .option("--people", "also one line for each item that names known persons")
    .option("--stories", "also one line for each item: the story it belongs to and why")
    .option("--json", "the default, accepted for symmetry")
    .action(later(async () => (await import("./rule-commands.ts")).runMatch));
  program
    .command("explain <item>")
    .helpGroup(RULES)
    .description(
      "what watches say about an item and why, and what became of it (item: id, link, or - for standard input)",
    )
    .addOption(configOption())
    .option("--watch <id>", "only this watch, and every part of its expression")
    .option("--fetch", "look for a link that is not stored in the feeds of its host and at its page")
    .option("--json", "machine output")
    .addHelpText("after", '\nA headline that is not stored: echo "Consul asks for asylum" | wirewatch explain -')
    .action(later(async () => (await import("./explain-command.ts")).runExplain));
}

function addArchive(program: Command): void {
  program
    .command("backtest")
    .helpGroup(RULES)
    .description("what a watch would have sent over the stored items, what changed, and what it misses by one part")
    .addOption(configOption())
    .requiredOption("--watch <id>", "the watch")
    .option("--days <n>", "how many days back", readDays, 14)
    .option("--against <file>", "another version of the file that defines the watch; absent: what was recorded")
    .option("--json", "machine output")
    .action(later(async () => (await import("./archive-commands.ts")).runBacktest));
  program
    .command("search <expression>")
    .helpGroup(RULES)
    .description("stored items that an expression of the watch language matches, newest first")
    .addOption(configOption())
    .option("--days <n>", "how many days back", readDays, 14)
    .option("--limit <n>", "how many are shown", readCount, 50)
    .option("--json", "machine output, all of them")
    .addHelpText("after", "\nIn single quotes: wirewatch search 'asylum NEAR/5 (consul* OR person:*)'")
    .action(later(async () => (await import("./archive-commands.ts")).runSearch));
}

function readDays(text: string): number {
  const days = Number(text);
  if (!(days > 0 && days <= 36_500)) throw new InvalidArgumentError("give a number of days, such as 14");
  return days;
}

function addPlumbing(program: Command): void {
  program
    .command("prune")
    .helpGroup(PLUMBING)
    .description("remove from the store what retention says is old, as the daemon does every hour")
    .addOption(configOption())
    .option("--json", "machine output")
    .action(later(async () => (await import("./feed-commands.ts")).runPrune));
  program
    .command("schema")
    .helpGroup(PLUMBING)
    .description("print the JSON Schema of the configuration")
    .option("--json", "the default, accepted for symmetry")
    .action(later(async () => (await import("./schema-command.ts")).printSchema));
  program
    .command("parse [files...]")
    .helpGroup(PLUMBING)
    .description("read feed documents; one JSON object a file (paths as arguments or lines on standard input)")
    .option("--dates", "read one raw date a line, print ISO 8601 or an empty line")
    .option("--json", "the default, accepted for symmetry")
    .action(later(async () => (await import("./parse-command.ts")).runParse));
}
