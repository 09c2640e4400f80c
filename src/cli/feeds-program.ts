import { Option, type Command } from "commander";
import type { CommandGroup } from "./command-group.ts";
import { later } from "./later.ts";
import { readDuration } from "./read-duration.ts";
import { readWords } from "./read-words.ts";
import { thisUser } from "./this-user.ts";

/** Adds `wirewatch feeds …`. */
export function addFeeds(program: Command, { group, configOption }: CommandGroup): void {
  const feeds = program
    .command("feeds")
    .helpGroup(group)
    .helpCommand(false)
    .description("look at feeds, add them, pause them");
  addReading(feeds, configOption);
  addChanging(feeds, configOption);
  addWriting(feeds, configOption);
}

function addReading(feeds: Command, configOption: () => Option): void {
  feeds
    .command("list")
    .description("how every feed stands: state, last good poll, next poll; what is wrong and what to do")
    .addOption(configOption())
    .option("--failing", "only feeds that fail, are gone, suspended or silent")
    .option("--json", "machine output")
    .action(later(async () => (await import("./feed-commands.ts")).listFeedsCommand));
  feeds
    .command("probe <url|id>")
    .description("look at a feed once: every hop, what it answers, its items as they would be stored, what is wrong")
    .addOption(configOption())
    .option("--items <n>", "how many items to show", "3")
    .addOption(
      new Option("--kept <which>", "the document kept from the last good or bad poll instead").choices(["good", "bad"]),
    )
    .option("--allow-private", "also where the host of the address is not public")
    .option("--full-text", "read the page of the first item, too, as for a feed with full_text")
    .option("--raw", "print the document itself")
    .option("--save <file>", "write the document to a file")
    .option("--json", "machine output")
    .action(later(async () => (await import("./probe-command.ts")).runProbe));
  feeds
    .command("export")
    .description("print the configured feeds as OPML (without every, timezone, on_add and full_text)")
    .addOption(configOption())
    .action(later(async () => (await import("./add-feed-commands.ts")).exportFeedsCommand));
}

function addChanging(feeds: Command, configOption: () => Option): void {
  feeds
    .command("poll <ids...>")
    .description("poll feeds now; none is asked twice within a minute, nor before its server wants it")
    .addOption(configOption())
    .option("--json", "machine output")
    .action(later(async () => (await import("./feed-commands.ts")).pollFeedsCommand));
  feeds
    .command("pause <id>")
    .description("do not poll a feed for a while; it resumes by itself")
    .addOption(configOption())
    .requiredOption("--for <duration>", "how long: 90m, 2h, 1d", readDuration)
    .requiredOption("--comment <text>", "why", readWords)
    .option("--author <name>", "who", readWords, thisUser())
    .option("--json", "machine output")
    .action(later(async () => (await import("./feed-commands.ts")).pauseFeedCommand));
  feeds
    .command("resume <id>")
    .description("end a pause")
    .addOption(configOption())
    .option("--json", "machine output")
    .action(later(async () => (await import("./feed-commands.ts")).resumeFeedCommand));
}

function addWriting(feeds: Command, configOption: () => Option): void {
  feeds
    .command("add <url>")
    .description("look at a feed and print its entry for the configuration, or write it")
    .addOption(configOption())
    .option("--to <file>", "add it to this file; comments stay")
    .option("--id <id>", "its id; made of the address otherwise")
    .option("--kind <kind>", "wire, official, state, independent or aggregator")
    .option("--lang <code>", "its language; what the feed says otherwise")
    .option("--tags <list>", "its tags, separated by commas")
    .option("--allow-private", "also where the host of the address is not public")
    .action(later(async () => (await import("./add-feed-commands.ts")).addFeedCommand));
  feeds
    .command("import <file>")
    .description("print the feeds of an OPML file as entries for the configuration, or write them")
    .addOption(configOption())
    .option("--to <file>", "add them to this file; comments stay")
    .action(later(async () => (await import("./add-feed-commands.ts")).importFeedsCommand));
}
