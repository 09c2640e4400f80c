import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Config } from "../config/config.ts";
import { hashOf } from "../core/hash.ts";

/** Unix socket paths are cut at about this many bytes (sun_path); longer ones go to the run-time folder. */
const MAX_SOCKET_PATH = 100;

/** Where the daemon of a configuration listens for commands: beside the SQLite file, else in the run-time folder. */
export function controlSocketPath(
  config: Pick<Config, "folder" | "store">,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const beside = config.store.url.startsWith("sqlite:") ? `${config.store.url.slice("sqlite:".length)}.sock` : "";
  if (beside !== "" && Buffer.byteLength(beside) <= MAX_SOCKET_PATH) return beside;
  const folder = env["RUNTIME_DIRECTORY"] ?? env["XDG_RUNTIME_DIR"] ?? tmpdir();
  return join(folder, `wirewatch-${hashOf(config.folder, config.store.url).slice(0, 12)}.sock`);
}
