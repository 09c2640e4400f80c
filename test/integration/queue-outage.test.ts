import { inspect } from "node:util";
import { Redis } from "ioredis";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Queue } from "../../src/queue/queue.ts";
import { openRedisQueue } from "../../src/queue/bullmq/open-redis-queue.ts";
import { QUEUE_SERVERS, type QueueGround } from "../support/store/queue-servers.ts";
import type { TcpGate } from "../support/servers/tcp-gate.ts";
import { startRedis } from "../support/servers/test-servers.ts";

const SOON = { timeout: 20_000, interval: 20 };

async function msOf(action: Promise<unknown>): Promise<number> {
  const from = performance.now();
  await action.catch(() => null);
  return performance.now() - from;
}

describe.each(QUEUE_SERVERS)("a queue $title whose server goes away", ({ enter }) => {
  let ground: QueueGround;
  let server: TcpGate;
  let opened: Queue[] = [];
  let errors: string[] = [];

  function openQueue(): Queue {
    const queue = ground.open((error) => errors.push(error instanceof Error ? error.message : String(error)));
    opened.push(queue);
    return queue;
  }

  beforeEach(async () => {
    errors = [];
    opened = [];
    ground = await enter();
    if (ground.gate === null) throw new Error("this suite needs a server to take away");
    server = ground.gate;
  });

  afterEach(async () => {
    await Promise.all(opened.map((queue) => queue.close(500)));
    await ground.leave().catch(() => null);
  });

  it("refuses jobs fast, says where and what to do, and takes them again afterwards", async () => {
    const queue = openQueue();
    await queue.enqueue("poll", { id: "before", data: {} });
    await server.shut();
    expect(await msOf(queue.enqueue("poll", { id: "lost", data: {} }))).toBeLessThan(1000);
    const place = new URL(server.url).host;
    await expect(queue.enqueue("poll", { id: "lost", data: {} })).rejects.toThrow(
      new RegExp(`at ${place}: adding job lost to queue poll failed .* wirewatch\\.yaml`),
    );
    expect(await queue.ping()).toBe(false);

    await server.open();
    await vi.waitFor(() => queue.enqueue("poll", { id: "after", data: {} }), SOON);
    expect(await queue.depth("poll")).toBe(2);
  });

  it("works on when the server is back, in every process", async () => {
    const ran: string[] = [];
    const [producer, consumer] = [openQueue(), openQueue()];
    consumer.work("poll", 2, async ({ id }) => {
      ran.push(id);
    });
    await producer.enqueue("poll", { id: "one", data: {} });
    await vi.waitFor(() => expect(ran).toEqual(["one"]), SOON);
    await server.shut();
    expect(await producer.ping()).toBe(false);
    await server.open();
    await vi.waitFor(() => producer.enqueue("poll", { id: "two", data: {} }), SOON);
    await vi.waitFor(() => expect(ran).toEqual(["one", "two"]), SOON);
  });

  it("works from the moment the server is first there", async () => {
    await server.shut();
    const ran: string[] = [];
    const queue = openQueue();
    queue.work("match", 1, async ({ id }) => {
      ran.push(id);
    });
    expect(await msOf(queue.enqueue("match", { id: "early", data: {} }))).toBeLessThan(1000);
    await vi.waitFor(() => expect(errors.length).toBeGreaterThan(0), SOON);
    await server.open();
    await vi.waitFor(() => queue.enqueue("match", { id: "later", data: {} }), SOON);
    await vi.waitFor(() => expect(ran).toEqual(["later"]), SOON);
  });

  it.each([1, 3, 6, 10, 20])("lives through a cut after %i pieces of its opening", async (pieces) => {
    const ran: string[] = [];
    const queue = openQueue();
    server.cutAfter(pieces);
    queue.work("poll", 1, async ({ id }) => {
      ran.push(id);
    });
    await vi.waitFor(() => queue.enqueue("poll", { id: "one", data: {} }), SOON);
    await vi.waitFor(() => expect(ran).toContain("one"), SOON);
  });

  it("closes by its deadline while the server is gone", async () => {
    const started = Promise.withResolvers<void>();
    const queue = openQueue();
    queue.work("poll", 1, async (_job, signal) => {
      started.resolve();
      await new Promise((resolve) => {
        signal.addEventListener("abort", resolve);
      });
    });
    queue.work("match", 1, async () => {});
    await queue.enqueue("poll", { id: "running", data: {} });
    await started.promise;
    await server.shut();
    expect(await msOf(queue.close(300))).toBeLessThan(4000);
  });

  it("reports an outage once, not at every attempt", async () => {
    const queue = openQueue();
    queue.work("poll", 1, async () => {});
    await queue.enqueue("poll", { id: "one", data: {} });
    await server.shut();
    await vi.waitFor(() => expect(errors.length).toBeGreaterThan(0), SOON);
    await server.open();
    await vi.waitFor(() => queue.enqueue("poll", { id: "two", data: {} }), SOON);
    expect(new Set(errors).size).toBe(errors.length);
  });
});

describe("a queue on a Redis that was restarted without its memory", () => {
  it("is filled and worked on again", async () => {
    const ran: string[] = [];
    const redis = await startRedis();
    const queue = openRedisQueue({ url: redis.url, onError: () => {} });
    queue.work("poll", 1, async ({ id }) => {
      ran.push(id);
    });
    await queue.enqueue("poll", { id: "one", data: {} });
    await vi.waitFor(() => expect(ran).toEqual(["one"]), SOON);
    await redis.stop();
    await expect(queue.enqueue("poll", { id: "lost", data: {} })).rejects.toThrow("adding job lost");

    const again = await startRedis(redis.port);
    await vi.waitFor(() => queue.enqueue("poll", { id: "two", data: {} }), SOON);
    await vi.waitFor(() => expect(ran).toEqual(["one", "two"]), SOON);
    await queue.close(1000);
    await again.stop();
  });
});

describe("a queue whose Redis refuses the password", () => {
  it("says so without the password, and takes no job", async () => {
    const redis = await startRedis();
    const admin = new Redis(redis.url);
    await admin.config("SET", "requirepass", "right");
    const errors: unknown[] = [];
    const url = redis.url.replace("redis://", "redis://default:s3cr3t-planted@");
    const queue = openRedisQueue({ url, onError: (error) => errors.push(error) });
    queue.work("poll", 1, async () => {});
    errors.push(await queue.enqueue("poll", { id: "one", data: {} }).catch((error: unknown) => error));
    await vi.waitFor(() => expect(inspect(errors, { depth: 10 })).toContain("WRONGPASS"), SOON);
    expect(inspect(errors, { depth: 10 })).not.toContain("s3cr3t-planted");
    await queue.close(500);
    admin.disconnect();
    await redis.stop();
  });
});
