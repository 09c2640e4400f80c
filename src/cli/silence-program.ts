import { Option, type Command } from "commander";
import type { CommandGroup } from "./command-group.ts";
import { HOUR_MS } from "../core/time.ts";
import { later } from "./later.ts";
import { readDuration } from "./read-duration.ts";
import { readWords } from "./read-words.ts";

/** Adds `wirewatch silence …`. */
export function addSilences(program: Command, { group, configOption }: CommandGroup): void {
  const silence = program
    .command("silence")
    .helpGroup(group)
    .helpCommand(false)
    .description("do not alert on something for a while; what it held is told at its end");
  silence
    .command("add")
    .description("begin a silence; every condition that is given must hold")
    .addOption(configOption())
    .option("--watch <id>", "matches of this watch")
    .option("--story <id>", "this story (id of the story or of one of its items)")
    .option("--feed <id>", "items of this feed")
    .option("--words <text>", "items in which these words stand one behind the other")
    .addOption(new Option("--for <duration>", "how long: 30m, 2h, 1d").argParser(readDuration).default(HOUR_MS, "1h"))
    .requiredOption("--author <name>", "who", readWords)
    .requiredOption("--comment <text>", "why", readWords)
    .option("--json", "machine output")
    .action(later(async () => (await import("./silence-commands.ts")).addSilenceCommand));
  silence
    .command("list")
    .description("silences in force")
    .addOption(configOption())
    .option("--past", "also those that ended in the last seven days")
    .option("--json", "machine output")
    .action(later(async () => (await import("./silence-commands.ts")).listSilencesCommand));
  silence
    .command("expire <id>")
    .description("end a silence now; what it held is told")
    .addOption(configOption())
    .requiredOption("--author <name>", "who", readWords)
    .option("--json", "machine output")
    .action(later(async () => (await import("./silence-commands.ts")).expireSilenceCommand));
}
