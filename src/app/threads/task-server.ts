import { parentPort } from "node:worker_threads";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

type TaskHandler<Task, Part> = (task: Task) => AsyncIterable<Part> | Iterable<Part>;

/**
 * The worker's side of a pool: hands each task to a handler, which gives its answer in parts. A part is sent when the
 * main thread has taken the one before, so parts never pile up there; the last one goes with the end of the answer.
 */
export class TaskServer<Task, Part> {
  readonly #handle: TaskHandler<Task, Part>;
  #continueSending: (() => void) | null = null;

  constructor(handle: TaskHandler<Task, Part>) {
    this.#handle = handle;
  }

  /** Serves tasks for as long as the worker lives. */
  start(): void {
    parentPort?.on("message", (message: ToWorker<Task>) => {
      if (message.kind === "next") this.#continueSending?.();
      else void this.#work(message.task);
    });
  }

  async #work(task: Task): Promise<void> {
    try {
      let last: Part[] = [];
      for await (const part of this.#handle(task)) {
        for (const earlier of last) await this.#send(earlier);
        last = [part];
      }
      this.#post({ kind: "end", last });
    } catch (error) {
      this.#post({ kind: "error", message: error instanceof Error ? error.message : String(error) });
    }
  }

  async #send(part: Part): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#continueSending = resolve;
    this.#post({ kind: "part", part });
    await promise;
  }

  #post(message: FromWorker<Part>): void {
    parentPort?.postMessage(message, []);
  }
}
