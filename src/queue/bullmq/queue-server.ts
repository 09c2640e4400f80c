import type { JobType, Queue as BullQueue } from "bullmq";
import type { QueueName } from "../queue.ts";

/** BullMQ's settings that must be equal wherever a queue is opened, and what differs between its two servers. */

/** Together they are a queue's depth. */
export const PRESENT_STATES: readonly JobType[] = ["waiting", "delayed", "active"];

/** Retries are the domain's, and a finished job that was kept would block its id. */
export const JOB_OPTIONS = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;

/**
 * A job whose process died runs again after at most lock and check together. Workers with other values would
 * disturb each other's checks, which share one throttle on the server.
 */
export const WORKER_OPTIONS = {
  lockDuration: 10_000,
  stalledInterval: 5000,
  runRetryDelay: 1000,
  autorun: false,
} as const;

/** Adds jobs to one queue. */
export type Producer = Pick<BullQueue, "add" | "close"> & {
  getJobCounts(...states: JobType[]): Promise<Record<string, number>>;
};

/** Takes jobs of one queue, from `run` until `close`. */
export interface Consumer {
  /** Rejects when the consumer can never work: it is to be replaced. */
  ready(): Promise<void>;
  run(): Promise<void>;
  /** Waits for running jobs. */
  close(): Promise<void>;
  /** Cuts the connections, whatever is pending on them. */
  disconnect(): void;
}

/** A job as BullMQ hands it over; its data is anybody's until parsed. */
export interface ReceivedJob {
  id?: string | undefined;
  data: unknown;
}

export type ProcessJob = (job: ReceivedJob) => Promise<void>;

export interface QueueServer {
  /** Kind, host and port, without credentials: it stands in messages. */
  title: string;
  /** The setting that names the server. */
  setting: "queue" | "store";
  /** Opens a producer that works; rejects fast while the server does not answer. */
  openProducer(name: QueueName): Promise<Producer>;
  openConsumer(name: QueueName, concurrency: number, process: ProcessJob): Consumer;
  /** Cuts what producers share. */
  disconnect(): void;
}

/** Host and port of a server's address, whose credentials must not appear anywhere. */
export function hostAndPort(url: string, defaultPort: number): string {
  const { hostname, port } = new URL(url);
  return `${hostname || "localhost"}:${port || defaultPort}`;
}
