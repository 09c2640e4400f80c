import type { Config } from "../config/config.ts";
import { EXIT } from "./exit-code.ts";

/** Whether the watch is there, or none is named; says so otherwise. */
export function knowsWatch(config: Config, watch: string | undefined): boolean {
  if (watch === undefined || config.watches.some(({ id }) => id === watch)) return true;
  console.error(`no live watch has the id "${watch}"; there are: ${config.watches.map(({ id }) => id).join(", ")}`);
  process.exitCode = EXIT.usage;
  return false;
}
