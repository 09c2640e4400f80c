import { type Transferable, Worker } from "node:worker_threads";
import { watchCpu } from "./cpu-watch.ts";
import type { FromWorker, ToWorker } from "./worker-messages.ts";
import { YOUNG_HEAP_MB } from "./young-heap.ts";

export interface WorkerLimits {
  /** Wall time of one task, milliseconds. */
  taskTimeoutMs: number;
  /** Processor time of one task, milliseconds. */
  cpuMs: number;
  /** JavaScript heap of one worker, megabytes. */
  heapMb: number;
}

/** How a task ended; a worker that is hung or dead has been replaced by then. */
export type TaskEnd =
  | { kind: "done" }
  | { kind: "failed"; reason: "timeout" | "out-of-cpu" | "out-of-memory" | "error"; message: string };

export interface Job<Task, Part> {
  task: Task;
  /** Moved to the worker: unusable here afterwards. */
  transfer: readonly Transferable[];
  onPart: (part: Part) => void;
}

function isOutOfMemory(error: Error): boolean {
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

/** One thread of a pool: starts its worker when there is work and replaces it when it dies. */
export class WorkerSlot<Task, Part> {
  readonly #script: URL;
  readonly #limits: WorkerLimits;
  #worker: Worker | null = null;

  constructor(script: URL, limits: WorkerLimits) {
    this.#script = script;
    this.#limits = limits;
  }

  /** Runs one task to its end; never rejects. Not to be called while another one runs. */
  async run({ task, transfer, onPart }: Job<Task, Part>): Promise<TaskEnd> {
    const worker = (this.#worker ??= this.#start());
    const { promise, resolve } = Promise.withResolvers<TaskEnd>();

    const post = this.#post.bind(this, worker);
    function onMessage(message: FromWorker<Part>): void {
      if (message.kind === "end") {
        for (const part of message.last) onPart(part);
        resolve({ kind: "done" });
      } else if (message.kind === "error") resolve({ kind: "failed", reason: "error", message: message.message });
      else {
        onPart(message.part);
        // Not at once: the event loop has its turn between two parts.
        setImmediate(() => post({ kind: "next" }));
      }
    }
    function onError(error: Error): void {
      const reason = isOutOfMemory(error) ? "out-of-memory" : "error";
      resolve({ kind: "failed", reason, message: error.message });
    }
    function onExit(code: number): void {
      resolve({ kind: "failed", reason: "error", message: `The worker ended with code ${code}.` });
    }
    const stop = (reason: "timeout" | "out-of-cpu", message: string): void => {
      this.#discard(worker);
      resolve({ kind: "failed", reason, message });
    };
    const { taskTimeoutMs, cpuMs } = this.#limits;
    const timer = setTimeout(() => stop("timeout", `Stopped after ${taskTimeoutMs} ms.`), taskTimeoutMs);
    const endWatch = watchCpu(worker, cpuMs, () => stop("out-of-cpu", `Stopped after ${cpuMs} ms of processor time.`));

    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    post({ kind: "task", task }, transfer);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      endWatch();
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
    }
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #post(worker: Worker, message: ToWorker<Task>, transfer: readonly Transferable[] = []): void {
    worker.postMessage(message, [...transfer]);
  }

  #start(): Worker {
    const resourceLimits = { maxOldGenerationSizeMb: this.#limits.heapMb, maxYoungGenerationSizeMb: YOUNG_HEAP_MB };
    const worker = new Worker(this.#script, { resourceLimits });
    // Also between tasks: a worker that dies then is only replaced.
    worker.on("error", () => this.#forget(worker)).on("exit", () => this.#forget(worker));
    return worker;
  }

  #forget(worker: Worker): void {
    if (this.#worker === worker) this.#worker = null;
  }

  #discard(worker: Worker): void {
    this.#forget(worker);
    void worker.terminate();
  }
}
