import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it, vi } from "vitest";
import { openPostgresQueue } from "../../src/queue/bullmq/open-postgres-queue.ts";
import { openRedisQueue } from "../../src/queue/bullmq/open-redis-queue.ts";
import { createTemporaryDatabase } from "../support/store/temporary-database.ts";
import { startRedis } from "../support/servers/test-servers.ts";

const WORKER = fileURLToPath(new URL("../support/pipeline/stuck-worker.ts", import.meta.url));

const SERVERS = [
  {
    title: "Redis",
    start: async () => {
      const { url, stop } = await startRedis();
      return { url, stop, open: openRedisQueue };
    },
  },
  {
    title: "PostgreSQL",
    start: async () => {
      const { url, drop } = await createTemporaryDatabase();
      return { url, stop: drop, open: openPostgresQueue };
    },
  },
];

it.each(SERVERS)("a job whose process was killed runs again in another one within 30 s: $title", async ({ start }) => {
  const { url, stop, open } = await start();
  const queue = open({ url, onError: () => {} });
  const child = spawn(process.execPath, [WORKER, url], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await queue.enqueue("poll", { id: "poll-x", data: { feedId: "example" } });
  const [taken] = await once(child.stdout, "data");
  expect(String(taken)).toBe("poll-x\n");
  child.kill("SIGKILL");
  await once(child, "exit");

  const ran: string[] = [];
  queue.work("poll", 1, async ({ id }) => {
    ran.push(id);
  });
  await vi.waitFor(() => expect(ran).toEqual(["poll-x"]), { timeout: 30_000, interval: 100 });
  await vi.waitFor(async () => expect(await queue.depth("poll")).toBe(0), { timeout: 5000 });
  await queue.close(1000);
  await stop();
});
