import type { Config } from "../config/config.ts";
import { refuse } from "./refuse.ts";
import { unknownId } from "./unknown-id.ts";

/** Whether the watch is there, or none is named; says so otherwise. */
export function knowsWatch(config: Config, watch: string | undefined): boolean {
  if (watch === undefined || config.watches.some(({ id }) => id === watch)) return true;
  refuse(unknownId("live watch", watch, config.watches));
  return false;
}
