import PQueue from "p-queue";
import { createJobRunner, endJobs, type JobRunner } from "../job-runner.ts";
import type { EnqueueOptions, Job, JobHandler, QueueErrorListener, QueueName, QueueWorker } from "../queue.ts";

/** The longest delay that a timer can hold, in ms; a job that is due later runs early and finds nothing to do. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** One queue of the process. */
export interface Lane {
  add(job: Job, options: EnqueueOptions): void;
  work(concurrency: number, handler: JobHandler): QueueWorker;
  depth(): number;
  close(deadlineMs: number): Promise<void>;
}

/** Jobs wait while nobody works on them; an id is present until its handler has ended. */
export function createLane(name: QueueName, onError: QueueErrorListener): Lane {
  const tasks = new PQueue({ concurrency: 1, autoStart: false });
  const present = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();
  let current: { runner: JobRunner; worker: QueueWorker } | null = null;

  function push(job: Job): void {
    async function task(): Promise<void> {
      await current?.runner.run(job);
      present.delete(job.id);
    }
    // The task never rejects; the promise does when the queue closes before the task began.
    tasks.add(task).catch(() => present.delete(job.id));
  }

  function add(job: Job, { delayMs = 0 }: EnqueueOptions): void {
    if (present.has(job.id)) return;
    present.add(job.id);
    if (delayMs <= 0) {
      push(job);
      return;
    }
    function due(): void {
      timers.delete(timer);
      push(job);
    }
    const timer = setTimeout(due, Math.min(delayMs, LONGEST_DELAY_MS));
    timers.add(timer);
  }

  function work(concurrency: number, handler: JobHandler): QueueWorker {
    if (current !== null) throw new Error(`queue ${name} already has its worker in this process`);
    const runner = createJobRunner(name, handler, onError);
    async function stop(deadlineMs: number): Promise<void> {
      if (current?.runner !== runner) return;
      tasks.pause();
      await endJobs(tasks.onPendingZero(), deadlineMs, runner);
      current = null;
    }
    const worker = { close: stop };
    current = { runner, worker };
    tasks.concurrency = concurrency;
    tasks.start();
    return worker;
  }

  async function close(deadlineMs: number): Promise<void> {
    for (const timer of timers) clearTimeout(timer);
    tasks.clear();
    await current?.worker.close(deadlineMs);
  }
  return { add, work, depth: () => present.size, close };
}
