import { spawnSync } from "node:child_process";
import { PROGRAM } from "./daemon-process.ts";

/** What a command wrote until its end. */
export interface RanCommand {
  code: number | null;
  out: string;
  err: string;
}

/**
 * Runs `wirewatch ARGS` as users do, and waits for its end: it must ask nothing of this process, which does nothing
 * meanwhile (`startWirewatch` lets it answer).
 */
export function runCommand(
  args: readonly string[],
  { input = "", env = {} }: { input?: string; env?: Readonly<Record<string, string>> } = {},
): RanCommand {
  const ran = spawnSync(process.execPath, [PROGRAM, ...args], {
    input,
    env: { PATH: process.env["PATH"], ...env },
    encoding: "utf8",
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}
