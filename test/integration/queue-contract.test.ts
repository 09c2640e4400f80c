import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Job, Queue } from "../../src/queue/queue.ts";
import { ALL_QUEUES, type QueueGround } from "../support/store/queue-servers.ts";

const SOON = { timeout: 15_000, interval: 10 };

function job(id: string, data: Job["data"] = {}): Job {
  return { id, data };
}

describe.each(ALL_QUEUES)("a queue $title", ({ enter }) => {
  let ground: QueueGround;
  let queue: Queue;
  let errors: { message: string; queue: string | null; jobId: string | null }[] = [];

  beforeEach(async () => {
    errors = [];
    ground = await enter();
    queue = ground.open((error, context) => {
      errors.push({ message: error instanceof Error ? error.message : String(error), ...context });
    });
  });

  afterEach(async () => {
    await queue.close(1000);
    await ground.leave();
  });

  async function isEmpty(): Promise<void> {
    await vi.waitFor(async () => expect(await queue.depth("poll")).toBe(0), SOON);
  }

  it("runs each job once, with its data", async () => {
    const ran: Job[] = [];
    queue.work("match", 3, async (given) => {
      ran.push(given);
    });
    const jobs = ["a", "b", "c", "d"].map((id) =>
      job(id, { feedId: `feed-${id}`, items: ["itm_1", "itm_2"], due: 17 }),
    );
    for (const given of jobs) await queue.enqueue("match", given);
    await vi.waitFor(() => expect(ran).toHaveLength(4), SOON);
    expect(ran.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(jobs);
    expect(errors).toEqual([]);
  });

  it("adds nothing for an id that waits already", async () => {
    const ran: unknown[] = [];
    await queue.enqueue("poll", job("poll-x", { turn: 1 }));
    await queue.enqueue("poll", job("poll-x", { turn: 2 }));
    await queue.enqueue("poll", job("poll-y", { turn: 3 }), { delayMs: 60_000 });
    await queue.enqueue("poll", job("poll-y", { turn: 4 }));
    expect(await queue.depth("poll")).toBe(2);
    queue.work("poll", 1, async ({ data }) => {
      ran.push(data["turn"]);
    });
    await vi.waitFor(async () => expect(await queue.depth("poll")).toBe(1), SOON);
    expect(ran).toEqual([1]);
  });

  it("adds nothing for an id that runs, and takes it again afterwards", async () => {
    const first = Promise.withResolvers<void>();
    const ran: unknown[] = [];
    queue.work("poll", 2, async ({ data }) => {
      ran.push(data["turn"]);
      await first.promise;
    });
    await queue.enqueue("poll", job("poll-x", { turn: 1 }));
    await vi.waitFor(() => expect(ran).toEqual([1]), SOON);
    await queue.enqueue("poll", job("poll-x", { turn: 2 }));
    expect(await queue.depth("poll")).toBe(1);
    first.resolve();
    await isEmpty();
    await queue.enqueue("poll", job("poll-x", { turn: 3 }));
    await isEmpty();
    expect(ran).toEqual([1, 3]);
  });

  it("keeps a delayed job back for its delay", async () => {
    const ran: { id: string; at: number }[] = [];
    queue.work("poll", 2, async ({ id }) => {
      ran.push({ id, at: Date.now() });
    });
    const enqueuedAt = Date.now();
    await queue.enqueue("poll", job("late"), { delayMs: 500 });
    await queue.enqueue("poll", job("now"));
    await vi.waitFor(() => expect(ran.map(({ id }) => id)).toEqual(["now", "late"]), SOON);
    // A timer may fire within the millisecond before.
    expect((ran[1]?.at ?? 0) - enqueuedAt).toBeGreaterThanOrEqual(499);
  });

  it("runs as many jobs at a time as allowed, and no more", async () => {
    const gate = Promise.withResolvers<void>();
    let running = 0;
    let most = 0;
    for (const id of ["a", "b", "c", "d", "e", "f"]) await queue.enqueue("poll", job(id));
    queue.work("poll", 2, async () => {
      running += 1;
      most = Math.max(most, running);
      await gate.promise;
      running -= 1;
    });
    await vi.waitFor(() => expect(running).toBe(2), SOON);
    expect(await queue.depth("poll")).toBe(6);
    gate.resolve();
    await isEmpty();
    expect(most).toBe(2);
  });

  it("reports a handler that throws, drops its job and goes on", async () => {
    const ran: string[] = [];
    queue.work("poll", 1, async ({ id }) => {
      ran.push(id);
      if (id === "bad") throw new Error("no such feed");
    });
    await queue.enqueue("poll", job("bad"));
    await queue.enqueue("poll", job("good"));
    await vi.waitFor(() => expect(ran).toEqual(["bad", "good"]), SOON);
    await isEmpty();
    expect(errors).toEqual([{ message: "no such feed", queue: "poll", jobId: "bad" }]);
  });

  it("keeps queues apart", async () => {
    const ran: string[] = [];
    await queue.enqueue("poll", job("same"));
    await queue.enqueue("match", job("same"));
    queue.work("match", 1, async ({ id }) => {
      ran.push(id);
    });
    await vi.waitFor(async () => expect(await queue.depth("match")).toBe(0), SOON);
    expect(ran).toEqual(["same"]);
    expect(await queue.depth("poll")).toBe(1);
  });

  it("lets a running job end when its worker closes, and starts no other", async () => {
    const started = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    const ended: string[] = [];
    const worker = queue.work("poll", 1, async ({ id }) => {
      started.resolve();
      await finish.promise;
      ended.push(id);
    });
    await queue.enqueue("poll", job("running"));
    await started.promise;
    await queue.enqueue("poll", job("waiting"));
    const closed = worker.close(10_000);
    finish.resolve();
    await closed;
    expect(ended).toEqual(["running"]);
    expect(await queue.depth("poll")).toBe(1);
  });

  it("aborts what still runs at the deadline of closing", async () => {
    const started = Promise.withResolvers<void>();
    const reasons: unknown[] = [];
    const worker = queue.work("poll", 1, async (_job, signal) => {
      const aborted = once(signal, "abort");
      started.resolve();
      await aborted;
      reasons.push(signal.reason);
      throw new Error("given up");
    });
    await queue.enqueue("poll", job("slow"));
    await started.promise;
    await worker.close(50);
    expect(reasons).toEqual([new Error("queue poll is closing")]);
    expect(errors).toEqual([]);
  });

  it("closes in bounded time although a handler ignores its signal", async () => {
    const started = Promise.withResolvers<void>();
    const never = Promise.withResolvers<void>();
    queue.work("poll", 1, async () => {
      started.resolve();
      await never.promise;
    });
    await queue.enqueue("poll", job("deaf"));
    await started.promise;
    const closingAt = Date.now();
    await queue.close(100);
    expect(Date.now() - closingAt).toBeLessThan(5000);
    never.resolve();
  });

  it("answers a ping, and takes no job once closed", async () => {
    expect(await queue.ping()).toBe(true);
    await queue.close(1000);
    await expect(queue.enqueue("poll", job("late"))).rejects.toThrow("closed");
    expect(await queue.ping()).toBe(false);
  });

  it.each(["poll:x", "17", ""])("refuses the job id %j", async (id) => {
    await expect(queue.enqueue("poll", job(id))).rejects.toThrow("cannot be a job id");
  });
});
