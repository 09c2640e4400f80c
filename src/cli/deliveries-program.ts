import { InvalidArgumentError, Option, type Command } from "commander";
import type { CommandGroup } from "./command-group.ts";
import { DELIVERY_KINDS, DELIVERY_STATUSES } from "../core/vocabulary.ts";
import { later } from "./later.ts";
import { readWords } from "./read-words.ts";
import { thisUser } from "./this-user.ts";

/** Adds `wirewatch deliveries …`. */
export function addDeliveries(program: Command, { group, configOption }: CommandGroup): void {
  const deliveries = program
    .command("deliveries")
    .helpGroup(group)
    .helpCommand(false)
    .description("what was told, what waits, what failed; try again or drop");
  addReading(deliveries, configOption);
  addChanging(deliveries, configOption);
}

function addReading(deliveries: Command, configOption: () => Option): void {
  deliveries
    .command("list")
    .description("the latest messages, newest first: what became of each and why")
    .addOption(configOption())
    .addOption(new Option("--status <status>", "only these").choices(DELIVERY_STATUSES))
    .option("--channel <id>", "only those of this channel")
    .addOption(new Option("--kind <kind>", "only these").choices(DELIVERY_KINDS))
    .option("--limit <n>", "how many at most", readCount, 50)
    .option("--json", "machine output")
    .action(later(async () => (await import("./delivery-commands.ts")).listDeliveriesCommand));
  deliveries
    .command("show <id>")
    .description("one message in words, the matches it tells, every try to send it")
    .addOption(configOption())
    .option("--json", "machine output")
    .action(later(async () => (await import("./delivery-commands.ts")).showDeliveryCommand));
}

function addChanging(deliveries: Command, configOption: () => Option): void {
  deliveries
    .command("retry <id>")
    .description("try a message that failed or was dropped again, now")
    .addOption(configOption())
    .option("--again", "also one that was sent: it is sent once more, as a message of its own")
    .option("--author <name>", "who", readWords, thisUser())
    .option("--comment <text>", "why", readWords)
    .option("--json", "machine output")
    .action(later(async () => (await import("./delivery-commands.ts")).retryDeliveryCommand));
  deliveries
    .command("drop <id>")
    .description("do not send a message that waits")
    .addOption(configOption())
    .requiredOption("--author <name>", "who", readWords)
    .requiredOption("--comment <text>", "why", readWords)
    .option("--json", "machine output")
    .action(later(async () => (await import("./delivery-commands.ts")).dropDeliveryCommand));
}

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1 || count > 10_000)
    throw new InvalidArgumentError("give a whole number up to 10000, such as 50");
  return count;
}
