import type { Command } from "commander";
import type { CommandGroup } from "./command-group.ts";
import { later } from "./later.ts";
import { readCount } from "./read-count.ts";
import { readDays } from "./read-days.ts";

/** Adds the commands that ask stored items: `backtest`, `search`. */
export function addArchive(program: Command, { group, configOption }: CommandGroup): void {
  program
    .command("backtest")
    .helpGroup(group)
    .description("what a watch would have sent over the stored items, what changed, and what it misses by one part")
    .addOption(configOption())
    .requiredOption("--watch <id>", "the watch")
    .option("--days <n>", "how many days back", readDays, 14)
    .option("--against <file>", "another version of the file that defines the watch; absent: what was recorded")
    .option("--json", "machine output")
    .action(later(async () => (await import("./archive-commands.ts")).runBacktest));
  program
    .command("search <expression>")
    .helpGroup(group)
    .description("stored items that an expression of the watch language matches, newest first")
    .addOption(configOption())
    .option("--days <n>", "how many days back", readDays, 14)
    .option("--limit <n>", "how many are shown", readCount, 50)
    .option("--json", "machine output, all of them")
    .addHelpText("after", "\nIn single quotes: wirewatch search 'asylum NEAR/5 (consul* OR person:*)'")
    .action(later(async () => (await import("./archive-commands.ts")).runSearch));
}
