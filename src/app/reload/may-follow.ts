import { MINUTE_MS } from "../../core/time.ts";

/** An attempt to work by a configuration that another process made the active one. */
export interface Tried {
  hash: string;
  /** Epoch milliseconds. */
  at: number;
}

/** Files may come to this machine later than to the other. */
const AGAIN_AFTER_MS = MINUTE_MS;

/** Whether the files are to be read because another process works by another configuration. */
export function mayFollow(
  { active, running, tried }: { active: string | null; running: string; tried: Tried | null },
  now: number,
): boolean {
  if (active === null || active === running) return false;
  return tried?.hash !== active || now - tried.at >= AGAIN_AFTER_MS;
}
