import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { waitUntil } from "../wait-until.ts";

/** The command, for Node. */
export const PROGRAM = fileURLToPath(new URL("../../../bin/wirewatch.js", import.meta.url));
const running = new Set<() => void>();

process.once("exit", () => {
  for (const kill of running) kill();
});

interface ProcessEnd {
  /** Null: ended by a signal. */
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** The program as a child process. */
export interface WirewatchProcess {
  pid: number;
  stdout(): string;
  stderr(): string;
  kill(signal: NodeJS.Signals): void;
  /** From now on nobody reads what it writes. */
  stopReading(): void;
  ended: Promise<ProcessEnd>;
}

/** Starts `wirewatch ARGS` as users do, with nothing of this process's environment but what it needs to run. */
export function startWirewatch(args: readonly string[], env: Readonly<Record<string, string>> = {}): WirewatchProcess {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env["PATH"], WIREWATCH_LOG_LEVEL: "info", ...env },
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output.stderr += chunk.toString()));
  function killNow(): void {
    child.kill("SIGKILL");
  }
  running.add(killNow);
  const ended = new Promise<ProcessEnd>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      running.delete(killNow);
      resolve({ code, signal });
    });
  });
  return {
    pid: child.pid ?? 0,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    kill: (signal) => child.kill(signal),
    stopReading: () => {
      child.stdout.destroy();
      child.stderr.destroy();
    },
    ended,
  };
}

/** What a process came to, and what it wrote. */
export interface RanWirewatch {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Starts `wirewatch ARGS` and waits for its end; meanwhile this process can answer it. */
export async function runWirewatch(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<RanWirewatch> {
  const program = startWirewatch(args, env);
  const { code } = await program.ended;
  return { code, stdout: program.stdout(), stderr: program.stderr() };
}

/**
 * Starts the daemon and waits until it runs.
 * @throws Error with what it wrote, when it ends instead
 */
export async function startDaemonProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<WirewatchProcess> {
  const daemon = startWirewatch(["run", ...args], env);
  let end: ProcessEnd | undefined;
  daemon.ended.then(
    (ended) => (end = ended),
    () => undefined,
  );
  await waitUntil("the daemon starts", 30_000, () => {
    if (end !== undefined) throw new Error(`the daemon ended at its start (${end.code}): ${daemon.stderr()}`);
    return daemon.stderr().includes("wirewatch started");
  });
  return daemon;
}

/** Where its pages are, as it says at its start. */
export function httpAddressOf(daemon: WirewatchProcess): string {
  return /http:\/\/127\.0\.0\.1:\d+/.exec(daemon.stderr())?.[0] ?? "";
}
