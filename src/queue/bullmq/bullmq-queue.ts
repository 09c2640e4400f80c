import { checkJobId } from "../job-id.ts";
import type { EnqueueOptions, Job, JobHandler, Queue, QueueErrorListener, QueueName, QueueWorker } from "../queue.ts";
import { startWorker } from "./bullmq-worker.ts";
import { createProducers } from "./producers.ts";
import { PRESENT_STATES, type QueueServer } from "./queue-server.ts";
import { queueUnavailable } from "./queue-unavailable-error.ts";

/** The queue of many processes, on either of BullMQ's servers. */
export function createBullmqQueue(server: QueueServer, onError: QueueErrorListener): Queue {
  const producers = createProducers(server);
  const workers = new Set<QueueWorker>();

  async function enqueue(name: QueueName, job: Job, { delayMs }: EnqueueOptions = {}): Promise<void> {
    checkJobId(job.id);
    const delayed = delayMs === undefined ? {} : { delay: delayMs };
    try {
      const producer = await producers.of(name);
      await producer.add(name, job.data, { jobId: job.id, ...delayed });
    } catch (cause) {
      throw queueUnavailable(server, `adding job ${job.id} to queue ${name}`, cause);
    }
  }

  function work(name: QueueName, concurrency: number, handler: JobHandler): QueueWorker {
    const worker = startWorker({ server, name, concurrency, handler, onError });
    workers.add(worker);
    async function close(deadlineMs: number): Promise<void> {
      if (workers.delete(worker)) await worker.close(deadlineMs);
    }
    return { close };
  }

  async function depth(name: QueueName): Promise<number> {
    try {
      const producer = await producers.of(name);
      const counts = await producer.getJobCounts(...PRESENT_STATES);
      return Object.values(counts).reduce((sum, count) => sum + count, 0);
    } catch (cause) {
      throw queueUnavailable(server, `counting the jobs of queue ${name}`, cause);
    }
  }

  async function ping(): Promise<boolean> {
    try {
      await depth("poll");
      return true;
    } catch {
      return false;
    }
  }

  async function close(deadlineMs: number): Promise<void> {
    const closing = Array.from(workers, (worker) => worker.close(deadlineMs));
    workers.clear();
    await Promise.all([...closing, producers.close(deadlineMs)]);
  }

  return { enqueue, work, depth, ping, close };
}
