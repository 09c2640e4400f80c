import type { Config } from "../config/config.ts";
import { createLocalQueue } from "../queue/local/local-queue.ts";
import type { Queue, QueueErrorListener } from "../queue/queue.ts";

/**
 * Opens the configured queue: in this process, on Redis, or on the store's own PostgreSQL. BullMQ is loaded only where
 * it works: it takes 25 MB.
 */
export async function openQueue({ queue, store }: Config, onError: QueueErrorListener): Promise<Queue> {
  if (queue === "local") return createLocalQueue({ onError });
  if (queue === "postgres") {
    const { openPostgresQueue } = await import("../queue/bullmq/open-postgres-queue.ts");
    return openPostgresQueue({ url: store.url, onError });
  }
  const { openRedisQueue } = await import("../queue/bullmq/open-redis-queue.ts");
  return openRedisQueue({ url: queue, onError });
}
