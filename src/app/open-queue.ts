import type { Config } from "../config/config.ts";
import { openPostgresQueue } from "../queue/bullmq/open-postgres-queue.ts";
import { openRedisQueue } from "../queue/bullmq/open-redis-queue.ts";
import { createLocalQueue } from "../queue/local/local-queue.ts";
import type { Queue, QueueErrorListener } from "../queue/queue.ts";

/** Opens the configured queue: in this process, on Redis, or on the store's own PostgreSQL. */
export function openQueue({ queue, store }: Config, onError: QueueErrorListener): Queue {
  if (queue === "local") return createLocalQueue({ onError });
  if (queue === "postgres") return openPostgresQueue({ url: store.url, onError });
  return openRedisQueue({ url: queue, onError });
}
