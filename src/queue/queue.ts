/** The queues of the pipeline; a job carries ids, never content, and may run twice. */
export const QUEUE_NAMES = ["poll", "page", "match", "deliver"] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

export interface Job {
  /** While a job with this id waits or runs, enqueueing it again adds nothing. */
  id: string;
  /** Ids of rows, as JSON-safe values; each handler parses its own. */
  data: Readonly<Record<string, string | number | readonly string[]>>;
}

export interface EnqueueOptions {
  /** Milliseconds before the job may start. */
  delayMs?: number;
}

export type JobHandler = (job: Job, signal: AbortSignal) => Promise<void>;

/** Stops taking jobs, waits for running ones up to the deadline, then aborts their signals. */
export interface QueueWorker {
  close(deadlineMs: number): Promise<void>;
}

/**
 * The work engine: the store holds the durable truth, so a lost job costs only the time until the next sweep.
 * `enqueue` fails fast when the queue's server is gone: the caller leaves the work to the sweep.
 */
export interface Queue {
  enqueue(name: QueueName, job: Job, options?: EnqueueOptions): Promise<void>;
  /** Runs jobs of one queue; a handler that throws is reported through `onError` and the job is dropped. */
  work(name: QueueName, concurrency: number, handler: JobHandler): QueueWorker;
  /** Jobs waiting, delayed and running. */
  depth(name: QueueName): Promise<number>;
  /** True when the queue's server answers. */
  ping(): Promise<boolean>;
  /** Ends connections; bounded by the deadline even when the server is gone. */
  close(deadlineMs: number): Promise<void>;
}

/** Called with errors of the connection and of handlers; never throws. */
export type QueueErrorListener = (error: unknown, context: { queue: QueueName | null; jobId: string | null }) => void;
