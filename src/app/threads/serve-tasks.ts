import { parentPort } from "node:worker_threads";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

/**
 * The worker's side of a pool: hands each task to `handle`, which sends its answer in parts. A part is sent when the
 * main thread has taken the one before, so parts never pile up there.
 */
export function serveTasks<Task, Part>(
  handle: (task: Task, send: (part: Part) => Promise<void>) => Promise<void>,
): void {
  let continueSending: (() => void) | null = null;

  function post(message: FromWorker<Part>): void {
    parentPort?.postMessage(message);
  }

  async function send(part: Part): Promise<void> {
    const taken = new Promise<void>((resolve) => (continueSending = resolve));
    post({ kind: "part", part });
    await taken;
  }

  async function work(task: Task): Promise<void> {
    try {
      await handle(task, send);
      post({ kind: "end" });
    } catch (error) {
      post({ kind: "error", message: error instanceof Error ? error.message : String(error) });
    }
  }

  parentPort?.on("message", (message: ToWorker<Task>) => {
    if (message.kind === "task") void work(message.task);
    else continueSending?.();
  });
}
