import type { Command } from "commander";
import type { CommandGroup } from "./command-group.ts";
import { later } from "./later.ts";

/** Adds `wirewatch stories …`. */
export function addStories(program: Command, { group, configOption }: CommandGroup): void {
  const stories = program
    .command("stories")
    .helpGroup(group)
    .helpCommand(false)
    .description("look at stories, take an item out of one");
  stories
    .command("show <id>")
    .description(
      "the items of a story and why each is in it (id: of the story or of one of its items; or the link of one)",
    )
    .addOption(configOption())
    .option("--json", "machine output")
    .action(later(async () => (await import("./story-commands.ts")).showStoryCommand));
  stories
    .command("split <item>")
    .description("give an item a story of its own; messages that were sent stay as they are")
    .addOption(configOption())
    .option("--json", "machine output")
    .action(later(async () => (await import("./story-commands.ts")).splitStoryCommand));
}
