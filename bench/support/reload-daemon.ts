import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROLES } from "../../src/app/roles.ts";
import { startDaemon } from "../../src/app/start-daemon.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { printProblems } from "../../src/config/print-problems.ts";
import { createLogger } from "../../src/telemetry/logger.ts";
import { CHANGED, measure, type Reload } from "./reload-steps.ts";

/** What the main thread of the real daemon waits for while it reloads. */
export interface DaemonReloads {
  /** Nothing has changed. */
  same: Reload;
  /** So many watches have that they are edited. */
  edited: Reload;
  /** A list has, so that all is compiled anew. */
  anew: Reload;
}

/** Starts the daemon, every role in this process, on a folder, and reloads it after changes of its files. */
export async function reloadDaemon(folder: string): Promise<DaemonReloads> {
  const loaded = await loadConfig({ folder, env: {} });
  if (loaded.kind === "invalid") throw new Error(printProblems(loaded.problems, "text", folder));
  const { config, sources } = loaded;
  const log = createLogger("error", { write: (line) => process.stderr.write(line) });
  const daemon = await startDaemon({ config, sources, roles: ROLES, env: {}, log, mode: "service" });

  async function reload(): Promise<Reload> {
    const { value, reload: cost } = await measure(() => daemon.reload(), null);
    if (value.kind === "refused") throw new Error(value.message);
    return cost;
  }
  try {
    const same = await reload();
    await edit(join(folder, "watches", "0.yaml"), changeFew);
    const edited = await reload();
    await edit(join(folder, "lists.yaml"), (text) => `${text}  added: [added]\n`);
    return { same, edited, anew: await reload() };
  } finally {
    await daemon.stop();
  }
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, "utf8")));
}

function changeFew(text: string): string {
  let changed = 0;
  return text.replaceAll(/^( +)title: /gm, (found, indent: string) => {
    changed += 1;
    return changed > CHANGED ? found : `${indent}unless: striker\n${found}`;
  });
}
