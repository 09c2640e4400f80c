import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { openPostgresQueue } from "../../../src/queue/bullmq/open-postgres-queue.ts";
import { openRedisQueue } from "../../../src/queue/bullmq/open-redis-queue.ts";
import { createLocalQueue } from "../../../src/queue/local/local-queue.ts";
import type { Queue, QueueErrorListener } from "../../../src/queue/queue.ts";
import { createTcpGate, type TcpGate } from "../servers/tcp-gate.ts";
import { createTemporaryDatabase } from "./temporary-database.ts";

/** A place for queues that nobody else uses; all queues opened on one ground share their jobs. */
export interface QueueGround {
  open: (onError: QueueErrorListener) => Queue;
  /** Takes the server away and brings it back; null where there is none. */
  gate: TcpGate | null;
  leave: () => Promise<void>;
}

function localGround(): Promise<QueueGround> {
  return Promise.resolve({
    open: (onError) => createLocalQueue({ onError }),
    gate: null,
    leave: () => Promise.resolve(),
  });
}

async function redisGround(): Promise<QueueGround> {
  const gate = await createTcpGate(inject("redisUrl"));
  const prefix = `test-${randomBytes(6).toString("hex")}`;
  return { open: (onError) => openRedisQueue({ url: gate.url, onError, prefix }), gate, leave: gate.shut };
}

async function postgresGround(): Promise<QueueGround> {
  const database = await createTemporaryDatabase();
  const gate = await createTcpGate(database.url);
  async function leave(): Promise<void> {
    await gate.shut();
    await database.drop();
  }
  return { open: (onError) => openPostgresQueue({ url: gate.url, onError }), gate, leave };
}

export const QUEUE_SERVERS = [
  { title: "on Redis", enter: redisGround },
  { title: "on PostgreSQL", enter: postgresGround },
];
export const ALL_QUEUES = [{ title: "in the process", enter: localGround }, ...QUEUE_SERVERS];
