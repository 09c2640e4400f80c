import { Option, type Command } from "commander";
import type { CommandGroup } from "./command-group.ts";
import { SEVERITIES } from "../core/vocabulary.ts";
import { later } from "./later.ts";

/** Adds `wirewatch routes …`. */
export function addRoutes(program: Command, { group, configOption }: CommandGroup): void {
  const routes = program
    .command("routes")
    .helpGroup(group)
    .helpCommand(false)
    .description("who is told of what, and when");
  routes
    .command("test")
    .description("which channels would hear of a match, when, and why; no network and no database")
    .addOption(configOption())
    .requiredOption("--watch <id>", "the watch that matches")
    .requiredOption("--at <time>", "when: 2026-01-20T23:00, in the zone of the configuration, or with an offset")
    .addOption(new Option("--severity <severity>", "in place of the watch's own").choices(SEVERITIES))
    .option("--lang <code>", "language of the item; uncertain otherwise")
    .option("--expect <channels>", "the channels that must hear of it, separated by commas; exit 1 where others do")
    .option("--json", "machine output")
    .action(later(async () => (await import("./routes-command.ts")).testRoutesCommand));
}
