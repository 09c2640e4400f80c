import type { Config, ConfigProblem } from "../config/config.ts";
import { loadConfig } from "../config/load-config.ts";
import { printProblems } from "../config/print-problems.ts";
import { EXIT } from "./exit-code.ts";

/** Loads the configuration, or prints every problem on standard error and sets the exit code; undefined: invalid. */
export async function loadOrExplain(
  folder: string,
): Promise<{ config: Config; lints: readonly ConfigProblem[] } | undefined> {
  const loaded = await loadConfig({ folder, env: process.env });
  if (loaded.kind === "valid") return loaded;
  console.error(printProblems(loaded.problems, "text"));
  process.exitCode = EXIT.configInvalid;
  return undefined;
}
