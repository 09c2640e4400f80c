import { Command, Help, Option } from "commander";
import { VERSION } from "../app/version.ts";
import { addArchive } from "./archive-program.ts";
import { addDeliveries } from "./deliveries-program.ts";
import { addFeeds } from "./feeds-program.ts";
import { addDigests } from "./digest-program.ts";
import { later } from "./later.ts";
import { addRoutes } from "./routes-program.ts";
import { addRules } from "./rules-program.ts";
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
  addStarting(program);
  addWorking(program);
  addFeeds(program, { group: EVERY_DAY, configOption });
  addStories(program, { group: EVERY_DAY, configOption });
  addDeliveries(program, { group: EVERY_DAY, configOption });
  addSilences(program, { group: EVERY_DAY, configOption });
  addDigests(program, { group: EVERY_DAY, configOption });
  addRules(program, { group: RULES, configOption });
  addRoutes(program, { group: RULES, configOption });
  addArchive(program, { group: RULES, configOption });
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

function addStarting(program: Command): void {
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
}

function addWorking(program: Command): void {
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
