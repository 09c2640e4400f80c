import { afterEach, describe, expect, it } from "vitest";
import type { PoolTestTask } from "../support/pipeline/pool-test-worker.ts";
import { WorkerPool } from "../../src/app/threads/worker-pool.ts";
import type { TaskEnd } from "../../src/app/threads/worker-slot.ts";

const script = new URL("../support/pipeline/pool-test-worker.ts", import.meta.url);
const pools: WorkerPool<PoolTestTask, number>[] = [];

function createPool(threads = 1, taskTimeoutMs = 20_000, cpuMs = 20_000): WorkerPool<PoolTestTask, number> {
  const pool = new WorkerPool<PoolTestTask, number>({ script, threads, taskTimeoutMs, cpuMs, heapMb: 32 });
  pools.push(pool);
  return pool;
}

async function run(
  pool: WorkerPool<PoolTestTask, number>,
  order: PoolTestTask["do"],
  upTo = 1,
): Promise<{ end: TaskEnd; parts: number[] }> {
  const parts: number[] = [];
  const end = await pool.run({ task: { do: order, upTo }, transfer: [], onPart: (part) => parts.push(part) });
  return { end, parts };
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map(async (pool) => pool.close()));
});

describe("a worker pool", () => {
  it("gives the parts of an answer in order", async () => {
    expect(await run(createPool(), "count", 5)).toEqual({ end: { kind: "done" }, parts: [1, 2, 3, 4, 5] });
  });

  it("runs more tasks than it has threads", async () => {
    const pool = createPool(2);
    const answers = await Promise.all([3, 1, 4, 1, 5].map(async (upTo) => run(pool, "count", upTo)));
    expect(answers.map(({ parts }) => parts.length)).toEqual([3, 1, 4, 1, 5]);
  });

  it("stops a task that hangs and goes on with the next", async () => {
    const pool = createPool(1, 1500);
    const [hung, next] = await Promise.all([run(pool, "hang"), run(pool, "count")]);
    expect(hung.end).toMatchObject({ kind: "failed", reason: "timeout" });
    expect(next.end).toEqual({ kind: "done" });
  });

  it("lets a task wait for longer than its processor time", async () => {
    expect((await run(createPool(1, 20_000, 300), "wait")).end).toEqual({ kind: "done" });
  });

  it("replaces a worker that dies", async () => {
    const pool = createPool();
    expect((await run(pool, "die")).end).toMatchObject({ kind: "failed", reason: "error" });
    expect((await run(pool, "count")).end).toEqual({ kind: "done" });
  });

  it("hands on the error of a task", async () => {
    expect((await run(createPool(), "throw")).end).toEqual({ kind: "failed", reason: "error", message: "told to" });
  });

  it("lets the event loop run between parts", async () => {
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 0);
    await run(createPool(), "count", 200);
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(10);
  });

  it("ends running and waiting tasks when it is closed", async () => {
    const pool = createPool();
    const running = run(pool, "hang");
    const waiting = run(pool, "count");
    await pool.close();
    expect((await running).end).toMatchObject({ kind: "failed" });
    expect((await waiting).end).toEqual({ kind: "failed", reason: "error", message: "The pool is closed." });
  });
});

describe("row 30: a task that takes too much is stopped, with the kind of what it took", () => {
  it("of processor time", async () => {
    const pool = createPool(1, 20_000, 300);
    expect((await run(pool, "hang")).end).toMatchObject({ kind: "failed", reason: "out-of-cpu" });
    expect((await run(pool, "count")).end).toEqual({ kind: "done" });
  }, 20_000);

  it("of memory", async () => {
    const pool = createPool();
    expect((await run(pool, "eat-memory")).end).toMatchObject({ kind: "failed", reason: "out-of-memory" });
    expect((await run(pool, "count")).end).toEqual({ kind: "done" });
  });
});
