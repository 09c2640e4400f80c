import { Option, type Command } from "commander";
import type { CommandGroup } from "./command-group.ts";
import { PROBLEM_FORMATS } from "../config/print-problems.ts";
import { later } from "./later.ts";
import { oneWatch } from "./one-watch.ts";
import { readDays } from "./read-days.ts";

/** Adds the commands that try rules: `check`, `test`, `match`, `explain`. */
export function addRules(program: Command, options: CommandGroup): void {
  addTesting(program, options);
  addAsking(program, options);
}

function addTesting(program: Command, { group, configOption }: CommandGroup): void {
  program
    .command("check")
    .helpGroup(group)
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
    .helpGroup(group)
    .description("run the tests of the watches: those that fail with what differs, and a line for each watch")
    .addOption(configOption())
    .option("--watch <id>", "only this watch", oneWatch)
    .option("--verbose", "also each test that passes, with its evidence (40 tests or fewer are shown so anyway)")
    .option("--junit <file>", "also write JUnit XML for a CI system")
    .option("--json", "machine output")
    .action(later(async () => (await import("./rule-commands.ts")).runTests));
}

function addAsking(program: Command, { group, configOption }: CommandGroup): void {
  program
    .command("match")
    .helpGroup(group)
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
    .option("--watch <id>", "only this watch", oneWatch)
    .option("--people", "also one line for each item that names known persons")
    .option("--stories", "also one line for each item: the story it belongs to and why")
    .option("--json", "the default, accepted for symmetry")
    .action(later(async () => (await import("./rule-commands.ts")).runMatch));
  program
    .command("explain <item>")
    .helpGroup(group)
    .description(
      "what watches say about an item and why, and what became of it (item: id, link, or - for standard input)",
    )
    .addOption(configOption())
    .option("--watch <id>", "only this watch, and every part of its expression", oneWatch)
    .option("--fetch", "look for a link that is not stored in the feeds of its host and at its page")
    .option("--json", "machine output")
    .addHelpText("after", '\nA headline that is not stored: echo "Consul asks for asylum" | wirewatch explain -')
    .action(later(async () => (await import("./explain-command.ts")).runExplain));
}
