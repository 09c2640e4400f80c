import { loadConfig } from "../config/load-config.ts";
import { printProblems } from "../config/print-problems.ts";
import { createAppLogger } from "./create-app-logger.ts";
import { ROLES } from "./roles.ts";
import { startDaemon, type Daemon } from "./start-daemon.ts";

/**
 * Loads the configuration of a folder and starts the whole program on it.
 * @throws Error with every problem of the configuration
 */
export async function startFromFolder(folder: string, env: NodeJS.ProcessEnv): Promise<Daemon> {
  const loaded = await loadConfig({ folder, env });
  if (loaded.kind === "invalid") throw new Error(printProblems(loaded.problems, "text", folder));
  const log = createAppLogger({ WIREWATCH_LOG_LEVEL: "warn", ...env });
  const { config, sources } = loaded;
  return startDaemon({ config, sources, roles: ROLES, env, log, mode: "service" });
}
