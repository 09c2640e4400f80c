import { checkJobId } from "../job-id.ts";
import type { EnqueueOptions, Job, Queue, QueueErrorListener, QueueName } from "../queue.ts";
import { createLane } from "./lane.ts";

/** The queue of a single process: in memory, lost with the process and filled again by the sweep. */
export function createLocalQueue({ onError }: { onError: QueueErrorListener }): Queue {
  const lanes = {
    poll: createLane("poll", onError),
    page: createLane("page", onError),
    match: createLane("match", onError),
    deliver: createLane("deliver", onError),
  };
  let closed = false;

  async function enqueue(name: QueueName, job: Job, options: EnqueueOptions = {}): Promise<void> {
    checkJobId(job.id);
    if (closed) throw new Error(`job ${job.id} came after the queue was closed`);
    lanes[name].add(job, options);
  }

  async function close(deadlineMs: number): Promise<void> {
    closed = true;
    await Promise.all(Object.values(lanes).map((lane) => lane.close(deadlineMs)));
  }

  return {
    enqueue,
    work: (name, concurrency, handler) => lanes[name].work(concurrency, handler),
    depth: (name) => Promise.resolve(lanes[name].depth()),
    ping: () => Promise.resolve(!closed),
    close,
  };
}
