import type { Config, ConfigProblem } from "../config/config.ts";
import { readConfig, type ReadConfig } from "../config/load-config.ts";
import { printProblems } from "../config/print-problems.ts";
import { EXIT } from "./exit-code.ts";
import { complain } from "./say.ts";

interface Loaded {
  config: Config;
  sources: readonly string[];
  lints: readonly ConfigProblem[];
}

/** Loads the configuration, or prints every error on standard error and sets the exit code; undefined: invalid. */
export async function loadOrExplain(folder: string): Promise<Loaded | undefined> {
  return checkOrExplain(await readConfig({ folder, env: process.env }), folder);
}

/** The same of files that are read. */
export async function checkOrExplain({ check }: ReadConfig, folder: string): Promise<Loaded | undefined> {
  const { loaded } = await check();
  if (loaded.kind === "valid") return loaded;
  explainInvalid(loaded.problems, folder);
  return undefined;
}

/** Prints every error on standard error and sets the exit code. */
export function explainInvalid(problems: readonly ConfigProblem[], folder: string): void {
  const errors = problems.filter(({ severity }) => severity === "error");
  process.stderr.write(printProblems(errors, "text", process.cwd()));
  complain(`\nThe configuration in ${folder} is not valid; nothing was started or changed.`);
  process.exitCode = EXIT.configInvalid;
}
