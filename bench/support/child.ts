import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";

export interface Child {
  /** The next message of the child; rejects when it ends instead. */
  next(): Promise<unknown>;
  send(message: object): void;
  stop(): void;
}

/** Starts a module in a process of its own, so that its CPU and memory do not count as ours. */
export function startChild(module: URL, args: readonly string[] = [], nodeFlags: readonly string[] = []): Child {
  const child = fork(module, [...args], { execArgv: [...nodeFlags], stdio: ["ignore", "inherit", "inherit", "ipc"] });
  return { next: () => nextMessage(child), send: (message) => child.send(message), stop: () => child.kill() };
}

async function nextMessage(child: ChildProcess): Promise<unknown> {
  const waiting = new AbortController();
  const { signal } = waiting;
  async function ended(): Promise<never> {
    const [code] = await once(child, "exit", { signal });
    throw new Error(`${child.spawnargs[1] ?? "the child"} ended with code ${code} before it answered`);
  }
  async function answered(): Promise<unknown> {
    const [message] = await once(child, "message", { signal });
    return message;
  }
  try {
    return await Promise.race([answered(), ended()]);
  } finally {
    waiting.abort();
  }
}

/** A child's way to its parent. */
export function tellParent(message: object): void {
  process.send?.(message);
}
