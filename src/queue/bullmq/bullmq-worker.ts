import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { createJobRunner, endJobs, settlesWithin } from "../job-runner.ts";
import type { JobHandler, QueueErrorListener, QueueName, QueueWorker } from "../queue.ts";
import type { Consumer, QueueServer, ReceivedJob } from "./queue-server.ts";

const REOPEN_AFTER_MS = 1000;
const DISCONNECT_WITHIN_MS = 1000;

/** A job as it comes back from the server. */
const StoredJob = z.object({
  id: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
});

export interface WorkerInput {
  server: QueueServer;
  name: QueueName;
  concurrency: number;
  handler: JobHandler;
  onError: QueueErrorListener;
}

/** Works on one queue from now on, also when its server comes up only later, until it is closed. */
export function startWorker({ server, name, concurrency, handler, onError }: WorkerInput): QueueWorker {
  const runner = createJobRunner(name, handler, onError);
  const closing = new AbortController();
  let consumer = open();

  async function runStored({ id, data }: ReceivedJob): Promise<void> {
    const job = StoredJob.safeParse({ id, data });
    if (job.success) await runner.run(job.data);
    else onError(job.error, { queue: name, jobId: id ?? null });
  }

  function open(): Consumer {
    return server.openConsumer(name, concurrency, runStored);
  }

  async function runFromReady(): Promise<void> {
    for (;;) {
      try {
        await consumer.ready();
        if (!closing.signal.aborted) await consumer.run();
        return;
      } catch (error) {
        if (closing.signal.aborted) return;
        onError(error, { queue: name, jobId: null });
      }
      consumer.disconnect();
      await pause(REOPEN_AFTER_MS, null, { signal: closing.signal }).catch(() => null);
      if (closing.signal.aborted) return;
      consumer = open();
    }
  }
  const running = runFromReady();

  async function close(deadlineMs: number): Promise<void> {
    closing.abort();
    await endJobs(consumer.close(), deadlineMs, runner);
    consumer.disconnect();
    await settlesWithin(DISCONNECT_WITHIN_MS, running);
  }
  return { close };
}
