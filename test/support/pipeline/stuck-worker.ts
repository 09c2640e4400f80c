import { openPostgresQueue } from "../../../src/queue/bullmq/open-postgres-queue.ts";
import { openRedisQueue } from "../../../src/queue/bullmq/open-redis-queue.ts";

/** A process of its own that takes one job and never ends it: `node stuck-worker.ts URL`; it prints the job's id. */
const url = process.argv[2] ?? "";
function onError(error: unknown): void {
  process.stderr.write(`${String(error)}\n`);
}
const queue = url.startsWith("redis") ? openRedisQueue({ url, onError }) : openPostgresQueue({ url, onError });
queue.work("poll", 1, ({ id }) => {
  process.stdout.write(`${id}\n`);
  return new Promise(() => {});
});
