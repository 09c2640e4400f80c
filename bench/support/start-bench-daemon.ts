import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROLES } from "../../src/app/roles.ts";
import { startDaemon, type Daemon } from "../../src/app/start-daemon.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { printProblems } from "../../src/config/print-problems.ts";
import { createLogger } from "../../src/telemetry/logger.ts";

const SEEDS = fileURLToPath(new URL("../../seeds", import.meta.url));

/** The watches, lists and people of `seeds/`: what a desk would run with. */
export const SEEDED = `include: [${SEEDS}/lists/*.yaml, ${SEEDS}/people/*.yaml, ${SEEDS}/watches/*.yaml]`;

export interface BenchDaemonOptions {
  /** `wirewatch.yaml`; the store is a file beside it. */
  yaml: string;
  mode: "service" | "once";
  env?: NodeJS.ProcessEnv;
  /** Takes each line of the log, errors as all else. */
  onLog: (line: string) => void;
}

export interface BenchDaemon extends AsyncDisposable {
  daemon: Daemon;
  /** Of the database. */
  folder: string;
}

/** Starts the real daemon, every role in this process, on a SQLite file in a temporary folder. */
export async function startBenchDaemon({ yaml, mode, env = {}, onLog }: BenchDaemonOptions): Promise<BenchDaemon> {
  const folder = await mkdtemp(join(tmpdir(), "wirewatch-bench-"));
  await mkdir(join(folder, "config"));
  await writeFile(join(folder, "config", "wirewatch.yaml"), yaml);
  const loaded = await loadConfig({ folder: join(folder, "config"), env });
  if (loaded.kind === "invalid") throw new Error(printProblems(loaded.problems, "text", folder));
  const log = createLogger("info", { write: onLog });
  const { config, sources } = loaded;
  const daemon = await startDaemon({ config, sources, roles: ROLES, env, log, mode });
  return {
    daemon,
    folder,
    async [Symbol.asyncDispose]() {
      await daemon.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
