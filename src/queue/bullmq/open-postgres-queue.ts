import { createPostgresBackend, withBackend } from "bullmq";
import type { Client } from "pg";
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

const bull = withBackend(createPostgresBackend);

/** BullMQ's tables stand apart from the store's, in a schema of their own that it migrates itself. */
const SCHEMA = "wirewatch_queue";

export interface PostgresQueueOptions {
  /** The store's database. */
  url: string;
  onError: QueueErrorListener;
}

/** Opens the queue in the store's PostgreSQL; connects when it is first used. */
export function openPostgresQueue({ url, onError }: PostgresQueueOptions): Queue {
  const title = `PostgreSQL at ${hostAndPort(url, 5432)}`;
  const onConnectionError = listenForErrors({ title, setting: "store" }, onError);
  /** BullMQ takes clients from its pool without listening to them: one that is cut meanwhile would end the process. */
  function listenToClient(client: Pick<Client, "on">): void {
    client.on("error", (error) => onConnectionError(error, null));
  }
  const connection = {
    connectionString: url,
    max: 1,
    schema: SCHEMA,
    migrate: true,
    connectionTimeoutMillis: 5000,
    query_timeout: 10_000,
    onConnect: listenToClient,
  };

  async function openProducer(name: QueueName): Promise<Producer> {
    const producer = new bull.Queue(name, { connection, defaultJobOptions: JOB_OPTIONS });
    producer.on("error", (error) => onConnectionError(error, name));
    try {
      await producer.waitUntilReady();
    } catch (error) {
      producer.close().catch((failure: unknown) => onConnectionError(failure, name));
      throw error;
    }
    return producer;
  }

  function openConsumer(name: QueueName, concurrency: number, process: ProcessJob): Consumer {
    const worker = new bull.Worker(name, process, { ...WORKER_OPTIONS, connection, concurrency });
    worker.on("error", (error) => onConnectionError(error, name));
    worker.on("failed", (job, error) => onError(error, { queue: name, jobId: job?.id ?? null }));
    return {
      ready: () => worker.waitUntilReady(),
      run: () => worker.run(),
      close: () => worker.close(),
      disconnect: () => {
        worker.disconnect().catch((error: unknown) => onConnectionError(error, name));
      },
    };
  }

  const server: QueueServer = { title, setting: "store", openProducer, openConsumer, disconnect: () => {} };
  return createBullmqQueue(server, onError);
}
