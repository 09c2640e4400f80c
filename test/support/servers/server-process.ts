import { spawn, type ChildProcess } from "node:child_process";
import { rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const READY_WITHIN_MS = 60_000;
const killers = new Set<() => void>();

/** Removes what runs when the test process ends early; a `kill -9` of it is the one end that leaves servers behind. */
function killAll(): void {
  for (const kill of killers) kill();
}

function dieOf(signal: NodeJS.Signals): void {
  killAll();
  process.kill(process.pid, signal);
}

process.once("exit", killAll);
for (const signal of ["SIGTERM", "SIGHUP"] as const) process.once(signal, dieOf);

export interface ServerCommand {
  file: string;
  args: readonly string[];
  /** A temporary folder of the server's own, removed with it. */
  folder: string;
  user: { uid?: number; gid?: number };
  /** The signal that asks the server to end at once but in order. */
  stopSignal: NodeJS.Signals;
}

async function waitUntilReady(child: ChildProcess, log: () => string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!/ready to accept connections/i.test(log())) {
    const ended = child.exitCode ?? child.signalCode;
    if (ended !== null) throw new Error(`the server ended with ${ended} before it was ready: ${log()}`);
    if (Date.now() > deadline) throw new Error(`the server was not ready within ${READY_WITHIN_MS} ms: ${log()}`);
    await pause(20);
  }
}

/**
 * Starts a server and waits for the line "ready to accept connections", which Redis and PostgreSQL both log:
 * an open port is too early for PostgreSQL. The answer stops the server and removes its folder.
 */
export async function startServer(command: ServerCommand): Promise<() => Promise<void>> {
  const { file, args, folder, user, stopSignal } = command;
  const child = spawn(file, args, { ...user, cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  function keepLog(chunk: Buffer): void {
    log = (log + chunk.toString()).slice(-4000);
  }
  child.stdout.on("data", keepLog);
  child.stderr.on("data", keepLog);
  child.on("error", (error) => keepLog(Buffer.from(error.message)));

  const ended = new Promise<void>((resolve) => {
    child.once("close", () => resolve());
  });
  function kill(): void {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
  killers.add(kill);
  async function stop(): Promise<void> {
    child.kill(stopSignal);
    await ended;
    killers.delete(kill);
    rmSync(folder, { recursive: true, force: true });
  }
  try {
    await waitUntilReady(child, () => log);
  } catch (error) {
    kill();
    throw error;
  }
  return stop;
}
