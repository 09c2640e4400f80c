import { setTimeout as pause } from "node:timers/promises";
import type { Job, JobHandler, QueueErrorListener, QueueName } from "./queue.ts";

/** How long aborted handlers have to end before the queue closes without them. */
const ABORT_GRACE_MS = 1000;

export interface JobRunner {
  /** Runs the handler; never rejects: what it throws is reported. */
  run(job: Job): Promise<void>;
  abort(): void;
}

/** Runs jobs of one queue, each with an abort signal of its own. */
export function createJobRunner(name: QueueName, handler: JobHandler, onError: QueueErrorListener): JobRunner {
  const running = new Set<AbortController>();

  async function run(job: Job): Promise<void> {
    const controller = new AbortController();
    running.add(controller);
    try {
      await handler(job, controller.signal);
    } catch (error) {
      // A handler that ends because the daemon stops is no failure; its rows are swept up at the next start.
      if (!controller.signal.aborted) onError(error, { queue: name, jobId: job.id });
    } finally {
      running.delete(controller);
    }
  }

  function abort(): void {
    for (const controller of running) controller.abort(new Error(`queue ${name} is closing`));
  }
  return { run, abort };
}

/** Whether the promise settled within the time (milliseconds). */
export async function settlesWithin(ms: number, promise: Promise<unknown>): Promise<boolean> {
  const timer = new AbortController();
  const settled = promise.then(
    () => true,
    () => true,
  );
  const late = pause(ms, false, { signal: timer.signal }).catch(() => false);
  const answer = await Promise.race([settled, late]);
  timer.abort();
  return answer;
}

/** Waits for the last running jobs up to the deadline, then aborts them and waits a second more. */
export async function endJobs(ended: Promise<unknown>, deadlineMs: number, runner: JobRunner): Promise<void> {
  if (await settlesWithin(deadlineMs, ended)) return;
  runner.abort();
  await settlesWithin(ABORT_GRACE_MS, ended);
}
