import { type Job, type TaskEnd, type WorkerLimits, WorkerSlot } from "./worker-slot.ts";

export interface WorkerPoolOptions extends WorkerLimits {
  /** Module of the worker; it serves tasks by a `TaskServer`. */
  script: URL;
  threads: number;
}

/**
 * Runs tasks in worker threads, one at a time in each, in the order they come. A task that hangs or uses up its
 * memory ends in a failure, its worker is replaced, and the tasks behind it do not notice.
 */
export class WorkerPool<Task, Part> {
  readonly #idle: WorkerSlot<Task, Part>[];
  readonly #slots: readonly WorkerSlot<Task, Part>[];
  readonly #waiting: (() => void)[] = [];
  #isClosed = false;

  constructor({ script, threads, ...limits }: WorkerPoolOptions) {
    this.#slots = Array.from({ length: threads }, () => new WorkerSlot<Task, Part>(script, limits));
    this.#idle = [...this.#slots];
  }

  /** Runs a job when a thread is free; never rejects. Parts arrive while it runs. */
  async run(job: Job<Task, Part>): Promise<TaskEnd> {
    while (this.#idle.length === 0 && !this.#isClosed) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    const slot = this.#isClosed ? undefined : this.#idle.pop();
    if (slot === undefined) return { kind: "failed", reason: "error", message: "The pool is closed." };
    try {
      return await slot.run(job);
    } finally {
      this.#idle.push(slot);
      this.#waiting.shift()?.();
    }
  }

  /** Stops all threads; running and waiting tasks end in a failure. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const wake of this.#waiting.splice(0)) wake();
    await Promise.all(this.#slots.map(async (slot) => slot.close()));
  }
}
