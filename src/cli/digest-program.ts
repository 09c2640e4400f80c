import type { Command } from "commander";
import type { CommandGroup } from "./command-group.ts";
import { later } from "./later.ts";
import { readCount } from "./read-count.ts";

/** Adds `wirewatch digest …`. */
export function addDigests(program: Command, { group, configOption }: CommandGroup): void {
  const digest = program
    .command("digest")
    .helpGroup(group)
    .helpCommand(false)
    .description("look at editions, send one once more");
  digest
    .command("preview <channel>")
    .description("what the next edition would say now; moves nothing")
    .addOption(configOption())
    .option("--html <file>", "write the mail's HTML to a file instead")
    .option("--json", "machine output")
    .action(later(async () => (await import("./digest-commands.ts")).previewDigestCommand));
  digest
    .command("list [channel]")
    .description("editions: number, time, stories, and what became of each message")
    .addOption(configOption())
    .option("--limit <n>", "how many, the latest first", readCount, 20)
    .option("--json", "machine output")
    .action(later(async () => (await import("./digest-commands.ts")).listDigestsCommand));
  digest
    .command("send")
    .argument("<channel>")
    .argument("<number>", "of the edition", readCount)
    .description("send an edition once more, to one address; nothing else moves")
    .addOption(configOption())
    .requiredOption("--to <address>", "who gets it")
    .option("--json", "machine output")
    .action(later(async () => (await import("./digest-commands.ts")).sendDigestCommand));
  digest
    .command("resume <channel> <address>")
    .description("send editions again to an address that has unsubscribed")
    .addOption(configOption())
    .option("--json", "machine output")
    .action(later(async () => (await import("./digest-commands.ts")).resumeDigestCommand));
}
