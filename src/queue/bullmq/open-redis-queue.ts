import { Queue as BullQueue, Worker } from "bullmq";
import { Redis } from "ioredis";
import type { Queue, QueueErrorListener, QueueName } from "../queue.ts";
import { createBullmqQueue } from "./bullmq-queue.ts";
import { listenForErrors } from "./connection-errors.ts";
import {
  hostAndPort,
  JOB_OPTIONS,
  WORKER_OPTIONS,
  type Consumer,
  type ProcessJob,
  type Producer,
  type QueueServer,
} from "./queue-server.ts";

function reconnectDelay(attempt: number): number {
  return Math.min(attempt * 100, 2000);
}

const CONNECTION = { connectTimeout: 2000, retryStrategy: reconnectDelay };
/** Whoever enqueues must never hang: no command waits for a connection, and an answer comes soon or never. */
const FAIL_FAST = {
  ...CONNECTION,
  maxRetriesPerRequest: 1,
  enableOfflineQueue: false,
  commandTimeout: 5000,
};
/** Workers wait for the server as long as it takes. */
const PATIENT = { ...CONNECTION, maxRetriesPerRequest: null };

export interface RedisQueueOptions {
  /** `redis://` or `rediss://`; its path is the number of the database. */
  url: string;
  onError: QueueErrorListener;
  /** Begins every key; two installations on one database need different ones. */
  prefix?: string;
}

/** Opens the queue on Redis (7 or newer, `maxmemory-policy noeviction`); connects in the background. */
export function openRedisQueue({ url, onError, prefix = "wirewatch" }: RedisQueueOptions): Queue {
  const title = `Redis at ${hostAndPort(url, 6379)}`;
  const onConnectionError = listenForErrors({ title, setting: "queue" }, onError);
  const shared = new Redis(url, FAIL_FAST);
  shared.on("error", (error) => onConnectionError(error, null));
  const firstAttempt = new Promise<void>((resolve) => {
    shared.once("ready", resolve).once("close", resolve);
  });

  async function openProducer(name: QueueName): Promise<Producer> {
    await firstAttempt;
    if (shared.status !== "ready") throw new Error("no connection");
    const producer = new BullQueue(name, { connection: shared, prefix, defaultJobOptions: JOB_OPTIONS });
    producer.on("error", (error) => onConnectionError(error, name));
    await producer.waitUntilReady();
    return producer;
  }

  function openConsumer(name: QueueName, concurrency: number, process: ProcessJob): Consumer {
    const connection = new Redis(url, PATIENT);
    connection.on("error", (error) => onConnectionError(error, name));
    const worker = new Worker(name, process, { ...WORKER_OPTIONS, connection, prefix, concurrency });
    worker.on("error", (error) => onConnectionError(error, name));
    worker.on("failed", (job, error) => onError(error, { queue: name, jobId: job?.id ?? null }));
    return {
      ready: () => worker.waitUntilReady(),
      run: () => worker.run(),
      close: () => worker.close(),
      disconnect: () => {
        worker.disconnect().catch((error: unknown) => onConnectionError(error, name));
        connection.disconnect();
      },
    };
  }

  const server: QueueServer = {
    title,
    setting: "queue",
    openProducer,
    openConsumer,
    disconnect: () => shared.disconnect(),
  };
  return createBullmqQueue(server, onError);
}
