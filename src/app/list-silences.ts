import type { Config } from "../config/config.ts";
import type { SilenceRow } from "../store/restraint-rows.ts";
import { withStore } from "./with-store.ts";

/** Silences in force, and those that ended within `pastMs`. */
export function listSilences(config: Config, env: NodeJS.ProcessEnv, pastMs: number): Promise<readonly SilenceRow[]> {
  return withStore(config, env, (store) => store.silences.list(Date.now() - pastMs));
}
