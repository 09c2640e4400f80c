import { askReload, type ReloadAnswer } from "../app/ask-reload.ts";
import { loadConfig } from "../config/load-config.ts";
import { printProblems } from "../config/print-problems.ts";
import { describeRemoved } from "./describe-deliveries.ts";
import { describeReload } from "./describe-reload.ts";
import { EXIT } from "./exit-code.ts";
import { complain, say } from "./say.ts";

type Unsent = (ReloadAnswer & { kind: "reloaded" })["unsent"][number];

const UNCHANGED = "nothing was changed, the configuration before goes on working";
const NOTHING_WORKS = "the daemon polls, matches and sends nothing; restart it";

/**
 * `wirewatch reload`: exit 3 when the daemon refuses the files, 1 when none runs. The daemon reads the files itself, also
 * wrong ones, so that operators hear of a refusal; they are read here for where it listens.
 */
export async function runReload(flags: { config: string; json?: true }): Promise<void> {
  const loaded = await loadConfig({ folder: flags.config, env: process.env });
  const isInvalid = loaded.kind === "invalid";
  const answer = await askReload(isInvalid ? loaded.place : loaded.config, process.env);
  if (answer === undefined && isInvalid) {
    explain(loaded.problems.filter(({ severity }) => severity === "error"));
    complain(`\nThe configuration in ${flags.config} is not valid, and no daemon was found that runs by it.`);
    process.exitCode = EXIT.configInvalid;
  } else if (answer === undefined) {
    complain(
      "no daemon runs on the store that the files name: `wirewatch run` starts one; where one runs and `store` was changed, restart it",
    );
    process.exitCode = EXIT.failed;
  } else {
    const zone = isInvalid ? "UTC" : loaded.config.timezone;
    if (flags.json === true) say(JSON.stringify(answer, null, 2));
    else if (answer.kind === "reloaded")
      say([describeReload(answer), ...answer.unsent.map((row) => describeUnsent(row, zone))].join("\n"));
    if (answer.kind === "reloaded") return;
    explain(answer.problems);
    complain(`${answer.message}: ${answer.reason === "stopped" ? NOTHING_WORKS : UNCHANGED}`);
    process.exitCode = answer.reason === "failed" || answer.reason === "stopped" ? EXIT.failed : EXIT.configInvalid;
  }
}

function describeUnsent({ channelId, count, droppedAt }: Unsent, zone: string): string {
  const wait = count === 1 ? "1 message waits" : `${count} messages wait`;
  return `${wait} for channel ${channelId}: ${describeRemoved(droppedAt, zone)}`;
}

function explain(problems: Parameters<typeof printProblems>[0]): void {
  if (problems.length > 0) process.stderr.write(`${printProblems(problems, "text", process.cwd())}\n`);
}
